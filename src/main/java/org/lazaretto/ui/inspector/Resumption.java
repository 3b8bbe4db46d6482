package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Remembers how far a log was read, so that what comes again after a break is not shown twice. */
final class Resumption {
  private static final int MOST = 1_000;

  private final Set<String> atLast = new HashSet<>();
  private Instant last = Instant.MIN;

  /** Whether the line was not read before. */
  boolean isNew(LogLine line) {
    if (line.at().isEmpty() || line.at().get().isBefore(last)) {
      return line.at().isEmpty();
    }
    if (line.at().get().isAfter(last)) {
      last = line.at().get();
      atLast.clear();
    }
    return atLast.size() >= MOST || atLast.add(line.text());
  }

  /** Whether anything was read. */
  boolean begun() {
    return !last.equals(Instant.MIN);
  }
}
