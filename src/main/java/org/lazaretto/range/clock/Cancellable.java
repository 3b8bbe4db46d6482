package org.lazaretto.range.clock;

/** Something that was started and can be called off. */
@FunctionalInterface
public interface Cancellable {
  /**
   * Calls it off. Does nothing when it is over already; may be called by any thread, any number of
   * times.
   */
  void cancel();
}
