package org.lazaretto.graph.raster;

import org.lazaretto.graph.BoxShape;
import org.lazaretto.graph.BoxState;
import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;

/** Draws boxes from afar: a strip for a node, or a dot for each pod. This is where speed counts. */
final class DotPainter {
  private static final int EVERY_OTHER = 28;

  private final MapScene scene;
  private final Projection projection;
  private final BoxShape shape;
  private final int slots;
  private final int ground;
  private final boolean gaps;

  DotPainter(MapScene scene) {
    this.scene = scene;
    this.projection = scene.projection;
    this.shape = projection.grid().shape();
    this.slots = scene.frame.slots();
    this.ground = scene.ink(Ink.BOX);
    this.gaps = projection.detail().atLeast(Detail.GAPS);
  }

  /**
   * One dot for each pod; without gaps every other one is a little darker, so that each is seen.
   */
  void dots(Surface s, int box) {
    int left = projection.boxLeft(box);
    int top = projection.boxTop(box);
    s.fill(left, top, left + projection.boxWidth(), top + projection.boxHeight(), ground);
    cordon(s, box, left, top);
    boolean whole = s.holds(left, top, left + projection.boxWidth(), top + projection.boxHeight());
    int cell = box * slots;
    for (int row = 0; row < shape.rows(); row++) {
      int from = top + projection.top(row);
      int to = Math.max(from + 1, top + projection.bottom(row));
      if (whole) {
        row(s, cell + row * shape.columns(), row, left, from, to);
      } else {
        clippedRow(s, cell + row * shape.columns(), row, left, from, to);
      }
    }
  }

  /** The first line of pixels cell by cell, the others as copies of it. */
  private void row(Surface s, int first, int row, int left, int from, int to) {
    int[] pixels = s.pixels;
    int line = from * s.stride + left;
    for (int column = 0; column < shape.columns(); column++) {
      int state = scene.frame.state(first + column);
      if (state != CellState.FREE) {
        int colour = colour(first + column, state, row + column);
        int end = line + projection.right(column);
        for (int i = line + projection.left(column); i < end; i++) {
          pixels[i] = colour;
        }
      }
    }
    int start = projection.left(0);
    int length = projection.right(shape.columns() - 1) - start;
    for (int y = from + 1; y < to; y++) {
      System.arraycopy(pixels, line + start, pixels, y * s.stride + left + start, length);
    }
  }

  private void clippedRow(Surface s, int first, int row, int left, int from, int to) {
    for (int column = 0; column < shape.columns(); column++) {
      int state = scene.frame.state(first + column);
      if (state != CellState.FREE) {
        s.fill(
            left + projection.left(column),
            from,
            left + projection.right(column),
            to,
            colour(first + column, state, row + column));
      }
    }
  }

  private int colour(int cell, int state, int parity) {
    int colour = scene.inks.dot(state, scene.overlay.marks(cell));
    return gaps || (parity & 1) == 0 ? colour : Surface.mix(colour, ground, EVERY_OTHER);
  }

  /** A strip as full as the node: what fails stands in front. */
  void strip(Surface s, int box) {
    int left = projection.boxLeft(box);
    int top = projection.boxTop(box);
    int width = projection.boxWidth();
    int bottom = top + projection.boxHeight();
    s.fill(left, top, left + width, bottom, ground);
    int pods = 0;
    int failing = 0;
    int dim = 0;
    for (int cell = box * slots; cell < (box + 1) * slots; cell++) {
      int state = scene.frame.state(cell);
      pods += state & CellState.OCCUPIED;
      failing += CellState.has(state, CellState.FAILING) ? 1 : 0;
      dim += CellState.has(scene.overlay.marks(cell), Overlay.DIM) ? 1 : 0;
    }
    int marks = 2 * dim > pods ? Overlay.DIM : 0;
    int full = left + (width * pods + slots - 1) / slots;
    int ill = left + (width * failing + slots - 1) / slots;
    int healthy = CellState.OCCUPIED | CellState.READY;
    s.fill(left, top, full, bottom, scene.inks.dot(healthy, marks));
    s.fill(left, top, ill, bottom, scene.inks.dot(CellState.OCCUPIED | CellState.FAILING, marks));
    cordon(s, box, left, top);
  }

  /** A cordoned node has an amber line on top, a removed one is a hole. */
  private void cordon(Surface s, int box, int left, int top) {
    int state = scene.frame.boxState(box);
    if (BoxState.has(state, BoxState.CORDONED)) {
      int height = Math.max(1, projection.header() / 2);
      s.blend(left, top, left + projection.boxWidth(), top + height, scene.ink(Ink.WARN), 150);
    } else if (!BoxState.has(state, BoxState.PRESENT)) {
      s.blend(
          left,
          top,
          left + projection.boxWidth(),
          top + projection.boxHeight(),
          scene.ink(Ink.GROUND),
          160);
    }
  }
}
