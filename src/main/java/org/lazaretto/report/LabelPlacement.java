package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.report.Timeline.Bar;
import org.lazaretto.report.Timeline.Dot;
import org.lazaretto.report.Timeline.Drawing;
import org.lazaretto.report.Timeline.Label;
import org.lazaretto.report.Timeline.Tick;

/**
 * Finds a place for each label, above or below the axis, so that no label lies on another and no
 * leader line crosses one. A label that finds none is left to the list of moments.
 */
final class LabelPlacement {
  private static final int ROWS = 4;
  private static final int ROW_HEIGHT = 18;
  private static final int GAP = 10;

  /** A generous width of one character, since the reader's font is not known. */
  private static final double CHARACTER = 6.9;

  private final List<Tick> ticks;
  private final List<Placed> placed = new ArrayList<>();

  LabelPlacement(List<Tick> ticks) {
    this.ticks = ticks;
  }

  private record Placed(int row, boolean above, int x, int anchor, int half, Text text) {
    boolean covers(int at) {
      return Math.abs(at - x) < half + GAP / 2;
    }

    boolean meets(Placed other) {
      return above == other.above
          && row == other.row
          && Math.abs(x - other.x) < half + other.half + GAP;
    }
  }

  private record Text(String tone, String words) {}

  void place(int anchor, String tone, String words) {
    int half = (int) Math.ceil(words.length() * CHARACTER / 2);
    int x = Math.clamp(anchor, half, Math.max(half, TimelineDrawing.WIDTH - half));
    boolean below = tone.equals("verify");
    for (int row = 0; row < ROWS; row++) {
      for (boolean above : new boolean[] {!below, below}) {
        Placed here = new Placed(row, above, x, anchor, half, new Text(tone, words));
        if (fits(here)) {
          placed.add(here);
          return;
        }
      }
    }
  }

  private boolean fits(Placed here) {
    if (!here.above() && ticks.stream().anyMatch(tick -> hides(tick, here.anchor()))) {
      return false;
    }
    return placed.stream()
        .allMatch(other ->
            !here.meets(other)
                && !(other.above() == here.above()
                    && other.row() < here.row()
                    && other.covers(here.anchor()))
                && !(other.above() == here.above()
                    && other.row() > here.row()
                    && here.covers(other.anchor())));
  }

  private static boolean hides(Tick tick, int anchor) {
    return Math.abs(anchor - tick.x()) < tick.text().length() * CHARACTER / 2 + 3;
  }

  Drawing finish(List<Bar> bars, List<Dot> dots) {
    int axis = 22 + rows(true) * ROW_HEIGHT;
    int height = axis + 30 + rows(false) * ROW_HEIGHT;
    List<Label> labels = placed.stream().map(label -> label(label, axis)).toList();
    return new Drawing(height, axis, bars, dots, ticks, labels);
  }

  private int rows(boolean above) {
    return placed.stream()
        .filter(label -> label.above() == above)
        .mapToInt(label -> label.row() + 1)
        .max()
        .orElse(0);
  }

  private static Label label(Placed label, int axis) {
    int y =
        label.above() ? axis - 20 - label.row() * ROW_HEIGHT : axis + 40 + label.row() * ROW_HEIGHT;
    int from = label.above() ? y + 4 : y - 11;
    int to = label.above() ? axis - 9 : axis + 9;
    return new Label(
        label.x(), y, label.anchor(), from, to, label.text().tone(), label.text().words());
  }
}
