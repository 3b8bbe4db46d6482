package org.lazaretto.graph.raster;

import java.util.Optional;
import org.lazaretto.graph.Bounds;

/** Draws a part of the picture; what it draws depends on nothing but the scene. */
final class MapPainter {
  private final MapScene scene;
  private final Optional<Inset> inset;
  private final BoxPainter boxes;
  private final LabelPainter labels;
  private final LinkPainter links;
  private final MarkPainter marks;
  private final InsetPainter insets;

  MapPainter(MapScene scene, Shapes shapes, Optional<Inset> inset, MarkPainter.Limits limits) {
    this.scene = scene;
    this.inset = inset;
    this.boxes = new BoxPainter(scene, shapes);
    this.labels = new LabelPainter(scene, shapes);
    this.links = new LinkPainter(scene, shapes);
    this.marks = new MarkPainter(scene, shapes, inset, limits);
    this.insets = new InsetPainter(scene, shapes, marks);
  }

  /** Draws what lies in the surface's clip. */
  void paint(Surface s) {
    if (s.empty()) {
      return;
    }
    s.fill(s.clipLeft, s.clipTop, s.clipRight, s.clipBottom, scene.ink(Ink.GROUND));
    Bounds sight =
        scene.projection.sight(
            s.clipLeft, s.clipTop, s.clipRight - s.clipLeft, s.clipBottom - s.clipTop);
    Bounds around = sight.grown(1 / scene.projection.scale());
    scene.projection.grid().visit(around, box -> boxes.ground(s, box));
    links.paint(s);
    scene.projection.grid().visit(around, box -> boxes.content(s, box));
    labels.paint(s);
    marks.paint(s, sight);
    inset.ifPresent(panel -> insets.paint(s, panel));
  }
}
