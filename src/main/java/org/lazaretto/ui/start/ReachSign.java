package org.lazaretto.ui.start;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Reachability;
import org.lazaretto.ui.fx.Texts;

/**
 * What a card says of whether its server can be reached.
 *
 * @param words a few words with their sign
 * @param details the whole of it
 */
record ReachSign(Tone tone, String words, String details) {
  private static final Duration SOON = Duration.ofDays(14);
  private static final int LONGEST = 40;

  /** How good it is. */
  enum Tone {
    WAITING,
    GOOD,
    WARN,
    BAD,
    UNKNOWN;

    /** Whether opening it is likely to work. */
    boolean promising() {
      return this != BAD;
    }

    private String sign() {
      return switch (this) {
        case WAITING -> "◌";
        case GOOD -> "●";
        case WARN -> "▲";
        case BAD -> "✕";
        case UNKNOWN -> "?";
      };
    }
  }

  /** Nothing is known so far. */
  static ReachSign waiting() {
    return of(Tone.WAITING, Texts.of("start.reach.waiting"), Texts.of("start.reach.waiting.hover"));
  }

  static ReachSign of(Reachability reachability, Instant now) {
    return switch (reachability) {
      case Reachability.Reachable(var ends) -> reachable(ends, now);
      case Reachability.NotBelieved(var reason) ->
          of(
              Tone.BAD,
              shortened("start.reach.refused", "start.reach.refused.why", reason),
              whole(reason));
      case Reachability.Unreachable(var reason) ->
          of(
              Tone.BAD,
              shortened("start.reach.none", "start.reach.none.why", reason),
              whole(reason));
      case Reachability.CannotTell(var reason) ->
          of(Tone.UNKNOWN, Texts.of("start.reach.unknown"), whole(reason));
    };
  }

  private static ReachSign reachable(Instant ends, Instant now) {
    Duration left = Duration.between(now, ends);
    String hover =
        Texts.of("start.reach.certificate", ends.truncatedTo(ChronoUnit.SECONDS).toString());
    return left.compareTo(SOON) > 0
        ? of(Tone.GOOD, Texts.of("start.reach.good"), hover)
        : of(Tone.WARN, Texts.of("start.reach.soon", left.toDays()), hover);
  }

  private static ReachSign of(Tone tone, String words, String details) {
    return new ReachSign(tone, tone.sign() + " " + words, details);
  }

  /** Short reasons say it all; a long one is for the details. */
  private static String shortened(String key, String withReason, String reason) {
    String visible = HostileText.visible(reason);
    if (visible.contains("certificate expired")) {
      return visible;
    }
    return visible.length() <= LONGEST ? Texts.of(withReason, visible) : Texts.of(key);
  }

  private static String whole(String reason) {
    return HostileText.visible(reason);
  }
}
