package org.lazaretto.graph;

/**
 * What lies under a pixel, by arithmetic: what it costs does not depend on the number of pods. A
 * pod that is marked stands out at any zoom, and is hit as large as it is drawn.
 */
public final class HitTest {
  /** Around a marked cell's middle, in logical pixels. */
  public static final int MARK_RADIUS = 7;

  private final MapFrame frame;
  private final Projection projection;
  private final Overlay overlay;
  private final int reach;

  /** Tests hits of that picture. */
  public HitTest(MapFrame frame, Projection projection, Overlay overlay, double density) {
    this.frame = frame;
    this.projection = projection;
    this.overlay = overlay;
    this.reach = (int) Math.round(MARK_RADIUS * density);
  }

  /** What lies under that pixel of the device. */
  public Hit at(int px, int py) {
    int marked = projection.detail().atLeast(Detail.SIGNS) ? NodeGrid.NONE : marked(px, py);
    if (marked != NodeGrid.NONE) {
      return new Hit.OfPod(marked);
    }
    int box = projection.boxAt(px, py);
    if (box == NodeGrid.NONE) {
      return Hit.NOTHING;
    }
    int cell = projection.detail() == Detail.STRIP ? NodeGrid.NONE : projection.cellAt(box, px, py);
    return cell != NodeGrid.NONE && CellState.has(frame.state(cell), CellState.OCCUPIED)
        ? new Hit.OfPod(cell)
        : new Hit.OfNode(frame.grid().box(box).first());
  }

  /** The nearest marked cell in reach, looked for in the boxes around the point only. */
  private int marked(int px, int py) {
    if (overlay.markedCount() == 0) {
      return NodeGrid.NONE;
    }
    Nearest nearest = new Nearest(px, py);
    frame
        .grid()
        .visit(projection.sight(px - reach, py - reach, 2 * reach, 2 * reach), nearest::look);
    return nearest.cell;
  }

  private final class Nearest {
    private final int px;
    private final int py;
    private int cell = NodeGrid.NONE;
    private int least = reach * reach + 1;

    Nearest(int px, int py) {
      this.px = px;
      this.py = py;
    }

    void look(int box) {
      for (int i = overlay.firstMarked(box); i < overlay.firstMarked(box + 1); i++) {
        int dx = projection.cellMiddleX(overlay.marked(i)) - px;
        int dy = projection.cellMiddleY(overlay.marked(i)) - py;
        if (dx * dx + dy * dy < least) {
          least = dx * dx + dy * dy;
          cell = overlay.marked(i);
        }
      }
    }
  }
}
