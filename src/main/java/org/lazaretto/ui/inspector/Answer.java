package org.lazaretto.ui.inspector;

import java.util.Optional;
import org.lazaretto.ui.fx.Failure;

/** What was asked of the cluster, as far as it is there. */
sealed interface Answer<T> {
  /** Nothing was asked. */
  record None<T>() implements Answer<T> {}

  /** It was asked and has not answered yet. */
  record Coming<T>() implements Answer<T> {}

  /** The answer. */
  record Here<T>(T value) implements Answer<T> {}

  /** The object is gone. */
  record Gone<T>(String reason) implements Answer<T> {}

  /** We may not read it. */
  record Denied<T>(String reason) implements Answer<T> {}

  /** It could not be read. */
  record Failed<T>(Failure failure) implements Answer<T> {}

  /** The answer, if it is there. */
  default Optional<T> known() {
    return switch (this) {
      case Here(var value) -> Optional.of(value);
      case None<T> _, Coming<T> _, Gone<T> _, Denied<T> _, Failed<T> _ -> Optional.empty();
    };
  }
}
