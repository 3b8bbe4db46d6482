package org.lazaretto.graph.raster;

import java.util.Optional;
import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Projection;

/**
 * The pods of the selected node with their names, in a corner of the picture, where the map is too
 * far to read them. Painter and hit test share it.
 *
 * @param left the panel's left edge in pixels of the device, as all that follow
 * @param top its top
 * @param right its right edge
 * @param bottom its bottom
 * @param columns cells in a row
 * @param box the node's first box
 * @param cells which pods, row by row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Inset(int left, int top, int right, int bottom, int columns, int box, int[] cells) {
  private static final int CELL_WIDTH = 84;
  private static final int CELL_HEIGHT = 24;
  private static final int GAP = 4;
  private static final int PAD = 14;
  private static final int HEADER = 24;
  private static final int MARGIN = 14;
  private static final int MOST_COLUMNS = 5;

  /**
   * The inset of a picture, if it has one.
   *
   * @param box the first box of the selected node
   * @param width of the picture in pixels of the device
   * @param height of the picture
   * @param density pixels of the device a logical pixel
   */
  public static Optional<Inset> of(
      MapFrame frame, Projection projection, int box, int width, int height, double density) {
    if (box == NodeGrid.NONE || projection.detail().atLeast(Detail.SIGNS)) {
      return Optional.empty();
    }
    int[] all = cells(frame, box);
    int columns =
        Math.min(
            MOST_COLUMNS,
            (int) ((width / density - 2 * MARGIN - 2 * PAD + GAP) / (CELL_WIDTH + GAP)));
    int fit = (int) ((height / density * 0.6 - HEADER - 2 * PAD + GAP) / (CELL_HEIGHT + GAP));
    if (all.length == 0 || columns < 2 || fit < 1) {
      return Optional.empty();
    }
    int rows = Math.min(fit, (all.length + columns - 1) / columns);
    int wide = columns * (CELL_WIDTH + GAP) - GAP + 2 * PAD;
    int high = HEADER + rows * (CELL_HEIGHT + GAP) - GAP + 2 * PAD;
    int right = width - px(MARGIN, density);
    int bottom = height - px(MARGIN, density);
    int[] shown = java.util.Arrays.copyOf(all, Math.min(all.length, rows * columns));
    return Optional.of(
        new Inset(
            right - px(wide, density),
            bottom - px(high, density),
            right,
            bottom,
            columns,
            box,
            shown));
  }

  private static int px(double logical, double density) {
    return (int) Math.round(logical * density);
  }

  /** The pods of all boxes of a node. */
  private static int[] cells(MapFrame frame, int first) {
    return java.util.stream.IntStream.range(first, frame.grid().size())
        .filter(box -> frame.grid().box(box).first() == first)
        .flatMap(
            box -> java.util.stream.IntStream.range(box * frame.slots(), (box + 1) * frame.slots()))
        .filter(cell -> CellState.has(frame.state(cell), CellState.OCCUPIED))
        .toArray();
  }

  /** Where the cell of that number stands. */
  CellPainter.Place place(int number, double density) {
    int column = number % columns;
    int row = number / columns;
    int x = left + px(PAD + column * (CELL_WIDTH + GAP), density);
    int y = top + px(PAD + HEADER + row * (CELL_HEIGHT + GAP), density);
    return new CellPainter.Place(x, y, x + px(CELL_WIDTH, density), y + px(CELL_HEIGHT, density));
  }

  /** Where its title begins. */
  int titleLeft(double density) {
    return left + px(PAD, density);
  }

  /** The line that its title stands on. */
  int titleLine(double density) {
    return top + px(PAD + 8, density);
  }

  /** Whether the point lies on the panel. */
  public boolean holds(int px, int py) {
    return px >= left && px < right && py >= top && py < bottom;
  }

  /** The pod under a point of the panel, or {@link NodeGrid#NONE}. */
  public int cellAt(int px, int py, double density) {
    for (int i = 0; i < cells.length; i++) {
      CellPainter.Place place = place(i, density);
      if (px >= place.left() && px < place.right() && py >= place.top() && py < place.bottom()) {
        return cells[i];
      }
    }
    return NodeGrid.NONE;
  }
}
