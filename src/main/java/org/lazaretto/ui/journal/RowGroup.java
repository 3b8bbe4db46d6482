package org.lazaretto.ui.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** The lines of one row while they come. */
final class RowGroup {
  /** What the lines have in common. */
  enum Shape {
    SINGLE,
    STEP,
    FREEZE,
    PLAN
  }

  private final int index;
  private final Shape shape;
  private final List<JournalLine> lines = new ArrayList<>();
  private boolean cutOff;

  RowGroup(int index, Shape shape, boolean cutOff) {
    this.index = index;
    this.shape = shape;
    this.cutOff = cutOff;
  }

  int index() {
    return index;
  }

  Shape shape() {
    return shape;
  }

  /** Whether whoever would have written its end is gone. */
  boolean cutOff() {
    return cutOff;
  }

  void cut() {
    cutOff = true;
  }

  void add(JournalLine line) {
    lines.add(line);
  }

  List<JournalLine> lines() {
    return lines;
  }

  JournalLine first() {
    return lines.getFirst();
  }

  /** The last entry of a type. */
  <E extends Entry> Optional<E> last(Class<E> type) {
    for (JournalLine line : lines.reversed()) {
      if (type.isInstance(line.entry())) {
        return Optional.of(type.cast(line.entry()));
      }
    }
    return Optional.empty();
  }

  <E extends Entry> boolean has(Class<E> type) {
    return last(type).isPresent();
  }

  <E extends Entry> List<E> all(Class<E> type) {
    return lines.stream().map(JournalLine::entry).filter(type::isInstance).map(type::cast).toList();
  }

  JournalRow row() {
    return switch (shape) {
      case SINGLE -> SingleRow.of(first());
      case STEP -> StepRow.of(this);
      case FREEZE -> FreezeRow.of(this);
      case PLAN -> PlanRow.of(this);
    };
  }
}
