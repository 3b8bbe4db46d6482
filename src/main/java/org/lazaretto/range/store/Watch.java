package org.lazaretto.range.store;

/** A running watch. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
  /** Ends it. An event that is being delivered may still arrive. */
  @Override
  void close();
}
