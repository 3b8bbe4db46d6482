package org.lazaretto.ui.wizard.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.plan.Step;

/**
 * Where one step of a run stands.
 *
 * @param step the step
 * @param title what it does, in a few words
 * @param phase how far it came
 * @param text the latest that was said of it; empty before it started
 * @param started when its intent was written
 * @param settled when nothing more was to come
 */
public record RunLine(
    Step step,
    String title,
    Phase phase,
    String text,
    Optional<Instant> started,
    Optional<Instant> settled) {
  /** How far a step came. */
  public enum Phase {
    /** Its turn has not come. */
    QUEUED,
    /** Its intent is on disk; it is being sent. */
    STARTED,
    /** The server holds it back for now. */
    WAITING,
    /** It was sent; its effect is awaited. */
    SENT,
    /** The pod is gone; its replacement is awaited. */
    GONE,
    /** Its effect was proven by a fresh read. */
    HOLDS,
    /** Its effect is not there. */
    DOES_NOT_HOLD,
    /** Its effect could not be read. */
    CANNOT_TELL,
    /** The server said no. */
    REFUSED,
    /** It failed. */
    FAILED,
    /** It was sent and no answer came. */
    UNKNOWN,
    /** It was not sent. */
    NOT_STARTED;

    /** The word in keys and style classes. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the step still asks for patience. */
    public boolean underWay() {
      return this == STARTED || this == WAITING || this == SENT || this == GONE;
    }

    /** Whether a person has to look at it. */
    public boolean troubled() {
      return this == DOES_NOT_HOLD
          || this == CANNOT_TELL
          || this == REFUSED
          || this == FAILED
          || this == UNKNOWN;
    }
  }

  /** A step whose turn has not come. */
  static RunLine queued(Step step, String title) {
    return new RunLine(step, title, Phase.QUEUED, "", Optional.empty(), Optional.empty());
  }

  RunLine started(Instant now) {
    return new RunLine(step, title, Phase.STARTED, "", Optional.of(now), Optional.empty());
  }

  RunLine at(Phase next, String words) {
    return new RunLine(step, title, next, words, started, Optional.empty());
  }

  RunLine settled(Phase last, String words, Instant now) {
    return new RunLine(step, title, last, words, started, Optional.of(now));
  }
}
