package org.lazaretto.graph;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntConsumer;

/**
 * Which boxes have changed since they were last drawn. One thread marks, another drains; a mark
 * that is set while the other drains is found now or next time, never lost.
 */
final class DirtyBits {
  private final AtomicLongArray words;

  DirtyBits(int size) {
    words = new AtomicLongArray((size + 63) >>> 6);
  }

  /** Marks one, after what it stands for was written. */
  void mark(int number) {
    int word = number >>> 6;
    long bit = 1L << number;
    long old = words.getAcquire(word);
    while ((old & bit) == 0 && !words.weakCompareAndSetVolatile(word, old, old | bit)) {
      old = words.getAcquire(word);
    }
  }

  /** Hands over and clears all marks, in order; answers how many. */
  int drain(IntConsumer consumer) {
    int drained = 0;
    for (int word = 0; word < words.length(); word++) {
      long bits = words.getAcquire(word) == 0 ? 0 : words.getAndSet(word, 0);
      while (bits != 0) {
        consumer.accept((word << 6) + Long.numberOfTrailingZeros(bits));
        bits &= bits - 1;
        drained++;
      }
    }
    return drained;
  }
}
