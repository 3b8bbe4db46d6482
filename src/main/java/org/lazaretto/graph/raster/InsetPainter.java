package org.lazaretto.graph.raster;

import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Overlay;
import org.lazaretto.model.HostileText;

/** Draws the inset. */
final class InsetPainter {
  private final MapScene scene;
  private final Shapes shapes;
  private final MarkPainter marks;

  InsetPainter(MapScene scene, Shapes shapes, MarkPainter marks) {
    this.scene = scene;
    this.shapes = shapes;
    this.marks = marks;
  }

  void paint(Surface s, Inset inset) {
    if (!s.sees(inset.left(), inset.top(), inset.right(), inset.bottom())) {
      return;
    }
    int radius = scene.px(6);
    shapes.fill(
        s, inset.left(), inset.top(), inset.right(), inset.bottom(), radius, scene.ink(Ink.PANEL));
    shapes.edge(
        s, inset.left(), inset.top(), inset.right(), inset.bottom(), radius, scene.ink(Ink.EDGE));
    title(s, inset);
    CellPainter cells = new CellPainter(scene, shapes, Detail.NAMES);
    double density = scene.look.type().density();
    for (int i = 0; i < inset.cells().length; i++) {
      int cell = inset.cells()[i];
      CellPainter.Place place = inset.place(i, density);
      if (CellState.has(scene.frame.state(cell), CellState.OCCUPIED)) {
        cells.paint(s, cell, place);
        frame(s, cell, place);
        if (CellState.has(scene.overlay.marks(cell), Overlay.CAPTURED)) {
          marks.badge(s, place);
        }
      }
    }
  }

  private void frame(Surface s, int cell, CellPainter.Place place) {
    boolean selected = cell == scene.focus.selected();
    if (selected || cell == scene.focus.hovered()) {
      int out = scene.px(2);
      for (int ring = 0; ring < scene.px(selected ? 2 : 1); ring++) {
        shapes.edge(
            s,
            place.left() - out + ring,
            place.top() - out + ring,
            place.right() + out - ring,
            place.bottom() + out - ring,
            scene.px(4),
            scene.ink(selected ? Ink.ACCENT : Ink.TEXT));
      }
    }
  }

  private void title(Surface s, Inset inset) {
    double density = scene.look.type().density();
    Typeface mono = scene.look.type().mono(12);
    Typeface sans = scene.look.type().sans(12);
    int pods = scene.frame.pods(inset.box());
    Words words = scene.look.words();
    boolean pod = scene.focus.selected() != NodeGrid.NONE;
    String text =
        " · "
            + (pod ? words.say(Word.BESIDE, Math.max(0, pods - 1)) : words.say(Word.PODS, pods))
            + (pods > inset.cells().length
                ? " · " + words.say(Word.MORE, pods - inset.cells().length)
                : "");
    int room = inset.right() - 2 * (inset.titleLeft(density) - inset.left()) - inset.left();
    String name =
        mono.fitted(
            HostileText.visible(scene.frame.grid().shortName(inset.box())),
            room - sans.width(text));
    int line = inset.titleLine(density);
    double end = mono.write(s, name, inset.titleLeft(density), line, scene.ink(Ink.TEXT), 256);
    sans.write(s, text, end, line, scene.ink(Ink.MUTED), 256);
  }
}
