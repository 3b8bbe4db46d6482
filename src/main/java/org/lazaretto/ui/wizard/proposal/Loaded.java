package org.lazaretto.ui.wizard.proposal;

import java.util.Optional;
import org.lazaretto.ui.fx.Failure;

/** Something that is worked out in the background. */
public sealed interface Loaded<T> {
  /** Nobody has asked for it. */
  record Absent<T>() implements Loaded<T> {}

  /** It is on its way. */
  record Coming<T>() implements Loaded<T> {}

  /** Here it is. */
  record There<T>(T found) implements Loaded<T> {}

  /** It could not be had. */
  record Failed<T>(Failure why) implements Loaded<T> {}

  /** It, if it is here. */
  default Optional<T> value() {
    return this instanceof There<T>(var found) ? Optional.of(found) : Optional.empty();
  }

  /** Why it is not, if it could not be had. */
  default Optional<Failure> failure() {
    return this instanceof Failed<T>(var why) ? Optional.of(why) : Optional.empty();
  }

  /** Whether it is on its way. */
  default boolean coming() {
    return this instanceof Coming<T>;
  }
}
