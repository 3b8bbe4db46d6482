package org.lazaretto.graph.raster;

import org.lazaretto.graph.NodeGrid;

/** Draws thin lines from the pod looked at to its siblings; never more than a few hundred. */
final class LinkPainter {
  private static final int MOST = 300;
  private static final int FAINT = 110;

  private final MapScene scene;
  private final Shapes shapes;

  LinkPainter(MapScene scene, Shapes shapes) {
    this.scene = scene;
    this.shapes = shapes;
  }

  void paint(Surface s) {
    int centre = scene.focus.centre();
    int[] siblings = scene.siblings();
    if (centre == NodeGrid.NONE || siblings.length > MOST) {
      return;
    }
    int x = scene.projection.cellMiddleX(centre);
    int y = scene.projection.cellMiddleY(centre);
    int colour = scene.ink(Ink.SIBLING);
    for (int cell : siblings) {
      int toX = scene.projection.cellMiddleX(cell);
      int toY = scene.projection.cellMiddleY(cell);
      if (s.sees(Math.min(x, toX), Math.min(y, toY), Math.max(x, toX) + 2, Math.max(y, toY) + 2)) {
        shapes.line(s, x, y, toX, toY, colour, FAINT);
      }
    }
  }
}
