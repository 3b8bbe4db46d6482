package org.lazaretto.graph.raster;

import org.lazaretto.graph.BoxShape;
import org.lazaretto.graph.BoxState;
import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;

/** Draws a node's box in the detail of the picture. */
final class BoxPainter {
  private static final int HOLE_PERIOD = 12;
  private static final int QUIET = CellState.OCCUPIED | CellState.READY | CellState.ENDED;

  private final MapScene scene;
  private final Shapes shapes;
  private final Projection projection;
  private final DotPainter dots;
  private final CellPainter cells;
  private final HeaderPainter headers;

  BoxPainter(MapScene scene, Shapes shapes) {
    this.scene = scene;
    this.shapes = shapes;
    this.projection = scene.projection;
    this.dots = new DotPainter(scene);
    this.cells = new CellPainter(scene, shapes, projection.detail());
    this.headers = new HeaderPainter(scene, shapes);
  }

  /** What lies below the links: all of it where there are no names, else the empty box. */
  void ground(Surface s, int box) {
    switch (projection.detail()) {
      case STRIP -> dots.strip(s, box);
      case RAW -> dots.dots(s, box);
      case GAPS -> {
        dots.dots(s, box);
        headers.paint(s, box);
        edges(s, box, 0);
      }
      case SIGNS, NAMES, FULL -> empty(s, box);
    }
  }

  /** What lies above the links, so that no line strikes a name through. */
  void content(Surface s, int box) {
    switch (projection.detail()) {
      case STRIP, RAW, GAPS -> {}
      case SIGNS, NAMES, FULL -> {
        slots(s, box, projection.boxLeft(box), projection.boxTop(box));
        headers.paint(s, box);
        edges(s, box, radius());
      }
    }
  }

  private int radius() {
    return scene.px(projection.detail().atLeast(Detail.NAMES) ? 6 : 3);
  }

  private void empty(Surface s, int box) {
    int left = projection.boxLeft(box);
    int top = projection.boxTop(box);
    int right = left + projection.boxWidth();
    int bottom = top + projection.boxHeight();
    int state = scene.frame.boxState(box);
    shapes.fill(s, left, top, right, bottom, radius(), scene.ink(Ink.BOX));
    if (!BoxState.has(state, BoxState.PRESENT)) {
      shapes.hatch(s, left, top, right, bottom, scene.px(HOLE_PERIOD), scene.ink(Ink.HEADER_LINE));
    }
    int line = top + projection.header();
    headers.ground(s, left, top, right, line - 1, state);
    s.fill(left + 1, line - 1, right - 1, line, scene.ink(Ink.HEADER_LINE));
  }

  private void edges(Surface s, int box, int radius) {
    int left = projection.boxLeft(box);
    int top = projection.boxTop(box);
    int right = left + projection.boxWidth();
    int bottom = top + projection.boxHeight();
    boolean isolated = BoxState.has(scene.frame.boxState(box), BoxState.QUARANTINED);
    boolean chosen = scene.focus.box() == projection.grid().box(box).first();
    int ink = isolated ? scene.ink(Ink.SUSPECT) : scene.ink(chosen ? Ink.MUTED : Ink.EDGE);
    shapes.edge(s, left, top, right, bottom, radius, ink);
    if (isolated) {
      int in = scene.px(3);
      shapes.edge(s, left + in, top + in, right - in, bottom - in, Math.max(0, radius - in), ink);
    }
  }

  private void slots(Surface s, int box, int left, int top) {
    BoxShape shape = projection.grid().shape();
    int first = box * scene.frame.slots();
    for (int row = 0; row < shape.rows(); row++) {
      int from = top + projection.top(row);
      int to = top + projection.bottom(row);
      if (from >= s.clipBottom + scene.px(4) || to <= s.clipTop - scene.px(4)) {
        continue;
      }
      for (int column = 0; column < shape.columns(); column++) {
        int cell = first + row * shape.columns() + column;
        int x = left + projection.left(column);
        int end = left + projection.right(column);
        if (plain(cell)) {
          int marks = scene.overlay.marks(cell);
          s.fill(x, from, end, to, scene.inks.cell(scene.frame.state(cell), marks));
        } else {
          cells.paint(s, cell, new CellPainter.Place(x, from, end, to));
        }
      }
    }
  }

  /** Most cells are: nothing to write and nothing to say. */
  private boolean plain(int cell) {
    return projection.detail() == Detail.SIGNS
        && (scene.frame.state(cell) & ~QUIET) == 0
        && scene.frame.state(cell) != CellState.FREE
        && (scene.overlay.marks(cell) & ~Overlay.DIM) == 0
        && !scene.fading()
        && scene.frame.staleSince().isEmpty();
  }
}
