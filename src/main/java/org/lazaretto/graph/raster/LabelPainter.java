package org.lazaretto.graph.raster;

import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Projection;
import org.lazaretto.model.HostileText;

/** Writes the zones above their blocks, always in the same size. */
final class LabelPainter {
  private static final double SIZE = 12;
  private static final double NARROWEST = 56;

  private final MapScene scene;
  private final Shapes shapes;

  LabelPainter(MapScene scene, Shapes shapes) {
    this.scene = scene;
    this.shapes = shapes;
  }

  void paint(Surface s) {
    Projection projection = scene.projection;
    Typeface face = scene.look.type().bold(SIZE);
    for (NodeGrid.ZoneLabel label : projection.grid().labels()) {
      int width = (int) Math.round(label.width() * projection.scale());
      int left = projection.toX(label.x());
      int boxes = projection.toY(label.y() + NodeGrid.LABEL_BAND);
      int line = boxes - Math.max(scene.px(5), (int) Math.round(11 * projection.scale()));
      int top = line - face.ascent() - scene.px(3);
      if (width < scene.px(NARROWEST) || !s.sees(left, top, left + width, line + scene.px(5))) {
        continue;
      }
      String text = face.fitted(text(label), width);
      if (projection.toY(label.y()) > top) {
        int end = left + (int) Math.ceil(face.width(text)) + scene.px(4);
        shapes.fill(
            s, left - scene.px(2), top, end, boxes - 1, scene.px(3), scene.ink(Ink.GROUND), 200);
      }
      face.write(s, text, left, line, scene.ink(Ink.MUTED), 256);
    }
  }

  private String text(NodeGrid.ZoneLabel label) {
    String zone = HostileText.visible(label.zone());
    return label.nodes() == 0
        ? zone
        : zone + " · " + scene.look.words().say(Word.NODES, label.nodes());
  }
}
