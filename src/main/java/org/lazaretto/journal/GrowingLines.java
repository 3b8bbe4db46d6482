package org.lazaretto.journal;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Lines that only ever grow. A view is made at once, however many lines there are, and keeps what
 * it saw: those who look after each new line would otherwise copy all lines each time. Not safe for
 * several threads; views are.
 */
final class GrowingLines {
  private JournalLine[] lines;
  private int size;

  GrowingLines(List<JournalLine> first) {
    this.lines = first.toArray(new JournalLine[0]);
    this.size = lines.length;
  }

  void addAll(List<JournalLine> more) {
    int wanted = size + more.size();
    if (wanted > lines.length) {
      lines = Arrays.copyOf(lines, Math.max(wanted, lines.length + lines.length / 2 + 16));
    }
    for (JournalLine line : more) {
      lines[size++] = line;
    }
  }

  /** The lines so far; it never changes. */
  List<JournalLine> view() {
    return new View(lines, size);
  }

  /** The first lines of an array whose first lines are never written again. */
  private static final class View extends AbstractList<JournalLine> implements RandomAccess {
    private final JournalLine[] lines;
    private final int size;

    View(JournalLine[] lines, int size) {
      this.lines = lines;
      this.size = size;
    }

    @Override
    public JournalLine get(int index) {
      return lines[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
