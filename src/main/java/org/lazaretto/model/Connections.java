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

    /**
     * What two tries show, one before and one after the isolation: only a connection that was made
     * before and cannot be made now is blocked.
     *
     * @param before whether it was made before; empty if that is not known
     * @param after whether it was made afterwards
     */
    public static State proven(Optional<Boolean> before, Optional<Boolean> after) {
      if (after.isEmpty()) {
        return CANNOT_TELL;
      }
      if (after.get()) {
        return OPEN;
      }
      return before.orElse(false) ? BLOCKED : CANNOT_TELL;
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
}
