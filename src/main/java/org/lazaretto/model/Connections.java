package org.lazaretto.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What was proven about the connections of an isolated pod. Only what was tried counts: whether a
 * plugin cuts what is established is its own affair (T-05).
 *
 * @param ingress new connections to the pod
 * @param egress new connections from the pod
 * @param established connections that stood before
 * @param how how it was found, in a sentence or two
 */
public record Connections(State ingress, State egress, State established, String how) {
  /** Whether connections get through. */
  public enum State {
    BLOCKED,
    OPEN,
    CANNOT_TELL;

    /** The word in journals and reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that word; what is not known cannot be told. */
    public static State of(String word) {
      for (State state : values()) {
        if (state.word().equals(word)) {
          return state;
        }
      }
      return CANNOT_TELL;
    }
  }

  /** New connections in either direction: open if one is, blocked only if both are. */
  public State fresh() {
    if (ingress == State.OPEN || egress == State.OPEN) {
      return State.OPEN;
    }
    return ingress == State.BLOCKED && egress == State.BLOCKED ? State.BLOCKED : State.CANNOT_TELL;
  }

  /**
   * What probes from outside show.
   *
   * @param before whether a connection was accepted before the isolation; empty if that is not
   *     known
   * @param after whether one was accepted afterwards
   */
  public static Connections of(Optional<Boolean> before, Optional<Boolean> after) {
    String rest =
        " What the pod itself sends was not tried, for that runs a command in it (T-35); nor were"
            + " established connections (T-05).";
    if (after.isEmpty()) {
      return told(State.CANNOT_TELL, "Nothing was proven." + rest);
    }
    if (after.get()) {
      return told(State.OPEN, "New connections to it are still accepted." + rest);
    }
    return before.orElse(false)
        ? told(State.BLOCKED, "It accepted one before, and accepts none now." + rest)
        : told(State.CANNOT_TELL, "It accepted none before either, so nothing is proven." + rest);
  }

  private static Connections told(State ingress, String how) {
    return new Connections(ingress, State.CANNOT_TELL, State.CANNOT_TELL, how);
  }
}
