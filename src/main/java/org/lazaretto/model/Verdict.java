package org.lazaretto.model;

/** What a fresh read says of a step's effect. */
public sealed interface Verdict {
  /** The effect is there; what was read. */
  record Holds(String proof) implements Verdict {}

  /** The effect is not there; what was read instead. */
  record DoesNotHold(String observed) implements Verdict {}

  /** It could not be read; never to be taken for success. */
  record CannotTell(String reason) implements Verdict {}

  /** The words that a person reads. */
  default String text() {
    return switch (this) {
      case Holds(var proof) -> proof;
      case DoesNotHold(var observed) -> observed;
      case CannotTell(var reason) -> reason;
    };
  }

  /** The one word under which it stands in the journal. */
  default String word() {
    return switch (this) {
      case Holds _ -> "holds";
      case DoesNotHold _ -> "does-not-hold";
      case CannotTell _ -> "cannot-tell";
    };
  }
}
