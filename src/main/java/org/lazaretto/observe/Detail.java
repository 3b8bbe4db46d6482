package org.lazaretto.observe;

/** Something read on demand, or why it could not be read. */
public sealed interface Detail<T> {
  /** It was read. */
  record Read<T>(T value) implements Detail<T> {}

  /** The object is gone. */
  record Gone<T>(String reason) implements Detail<T> {}

  /** It could not be read: not allowed, not reachable, not understood. */
  record Unavailable<T>(String reason) implements Detail<T> {}
}
