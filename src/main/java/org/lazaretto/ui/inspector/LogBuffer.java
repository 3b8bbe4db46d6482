package org.lazaretto.ui.inspector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines on their way from the thread that reads to the one that shows. Keeps the last ones only: a
 * log that grows faster than it is shown loses its oldest lines, never memory. Safe for both.
 */
final class LogBuffer {
  /** How many lines are kept. */
  static final int MOST_LINES = 20_000;

  /** How many characters are kept. */
  static final int MOST_CHARS = 8 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<TextLine> waiting = new ArrayDeque<>();
  private long chars;
  private long count;

  /** Adds a line. */
  void add(String time, String text, boolean note) {
    lock.lock();
    try {
      waiting.add(new TextLine(count, time, text, note));
      count++;
      chars += text.length();
      while (waiting.size() > MOST_LINES || chars > MOST_CHARS) {
        chars -= waiting.remove().text().length();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes out what waits. */
  List<TextLine> drain() {
    lock.lock();
    try {
      List<TextLine> all = new ArrayList<>(waiting);
      waiting.clear();
      chars = 0;
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** How many lines wait. */
  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
