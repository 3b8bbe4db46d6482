package org.lazaretto.range.store;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/** The last changes, so that a watch can begin in the past. Bounded by number and by bytes. */
final class History {
  private static final int MOST_EVENTS = 20_000;
  private static final long MOST_BYTES = 64L << 20;

  private final ArrayDeque<StoreEvent> events = new ArrayDeque<>();
  private long bytes;
  private long forgotten;

  /** Begins at a revision, before which nothing is known. */
  History(long revision) {
    this.forgotten = revision;
  }

  void append(StoreEvent event) {
    events.addLast(event);
    bytes += event.object().json().length;
    while (events.size() > MOST_EVENTS || bytes > MOST_BYTES) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    StoreEvent oldest = events.removeFirst();
    bytes -= oldest.object().json().length;
    forgotten = oldest.revision();
  }

  void forgetAll() {
    while (!events.isEmpty()) {
      forgetOldest();
    }
  }

  /** The changes after a revision. */
  List<StoreEvent> since(long revision) {
    if (revision < forgotten) {
      throw ApiProblem.expired("too old resource version: " + revision + " (" + forgotten + ")");
    }
    ArrayDeque<StoreEvent> later = new ArrayDeque<>();
    Iterator<StoreEvent> backwards = events.descendingIterator();
    while (backwards.hasNext()) {
      StoreEvent event = backwards.next();
      if (event.revision() <= revision) {
        break;
      }
      later.addFirst(event);
    }
    return List.copyOf(later);
  }
}
