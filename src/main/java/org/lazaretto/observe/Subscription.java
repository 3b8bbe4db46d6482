package org.lazaretto.observe;

/** A listener that is told; closing it ends that. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
