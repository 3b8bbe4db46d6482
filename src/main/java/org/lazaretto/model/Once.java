package org.lazaretto.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that follows from an immutable picture and is worked out when it is first asked for.
 * Two threads that ask at once may both work it out, and find the same.
 */
final class Once<T> {
  private volatile Optional<T> found = Optional.empty();

  T of(Supplier<T> work) {
    Optional<T> known = found;
    if (known.isPresent()) {
      return known.get();
    }
    T fresh = work.get();
    found = Optional.of(fresh);
    return fresh;
  }
}
