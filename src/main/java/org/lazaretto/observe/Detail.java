package org.lazaretto.observe;

/** Something read on demand, or why it could not be read. */
public sealed interface Detail<T> {
  /** It was read. */
  record Read<T>(T value) implements Detail<T> {}

  /** The object is gone, or another one has its name. */
  record Gone<T>(String reason) implements Detail<T> {}

  /** The caller may not read it. */
  record Denied<T>(String reason) implements Detail<T> {}

  /**
   * It could not be read: not reachable, not understood.
   *
   * @param code a stable word, such as {@code NO_ANSWER}
   */
  record Unavailable<T>(String code, String reason) implements Detail<T> {}
}
