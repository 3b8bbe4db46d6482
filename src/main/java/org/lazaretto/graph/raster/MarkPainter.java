package org.lazaretto.graph.raster;

import java.util.Optional;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.BoxShape;
import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;
import org.lazaretto.graph.ShortName;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Pod;

/** Draws what must be seen at any zoom: halos, the selection, and its name. */
final class MarkPainter {
  private static final double DOT = 6;
  private static final double SUSPECT_RING = 20;
  private static final double FLAG_RING = 12;
  private static final int GLOW = 110;

  private final MapScene scene;
  private final Shapes shapes;
  private final Projection projection;
  private final Optional<Inset> inset;
  private final Limits limits;
  private final boolean near;

  /** The size of the whole picture. */
  record Limits(int width, int height) {}

  MarkPainter(MapScene scene, Shapes shapes, Optional<Inset> inset, Limits limits) {
    this.scene = scene;
    this.shapes = shapes;
    this.inset = inset;
    this.limits = limits;
    this.projection = scene.projection;
    this.near = projection.detail().atLeast(Detail.SIGNS);
  }

  /** Marks in a part of the world; what stands just outside reaches into it. */
  void paint(Surface s, Bounds sight) {
    double reach = scene.px(SUSPECT_RING) / projection.scale();
    if (scene.overlay.markedCount() > 0) {
      projection.grid().visit(sight.grown(reach), box -> marks(s, box, false));
      projection.grid().visit(sight.grown(reach), box -> marks(s, box, true));
    }
    siblings(s);
    looked(s, scene.focus.hovered(), scene.ink(Ink.TEXT), 1);
    looked(s, scene.focus.selected(), scene.ink(Ink.ACCENT), 2);
    if (near) {
      for (int cell : scene.overlay.captured()) {
        badge(s, place(cell, 0));
      }
    }
  }

  /** Evidence was taken: a check in the corner. */
  void badge(Surface s, CellPainter.Place place) {
    int size = Math.min(scene.px(12), place.height());
    int left = place.left() - size / 3;
    int top = place.top() - size / 3;
    if (size < scene.px(7) || !s.sees(left, top, left + size, top + size)) {
      return;
    }
    int pad = scene.px(1);
    int check = size - 4 * pad;
    shapes.fill(s, left, top, left + size, top + size, size / 2, scene.ink(Ink.BOX));
    shapes.fill(
        s,
        left + pad,
        top + pad,
        left + size - pad,
        top + size - pad,
        size / 2 - pad,
        scene.ink(Ink.GOOD));
    Mask mask = scene.look.type().sign(Sign.CHECK, check);
    s.stamp(mask, left + 2 * pad, top + 2 * pad, scene.ink(Ink.BOX), 256);
  }

  /** Flags first: a suspect's halo lies above them. */
  private void marks(Surface s, int box, boolean suspects) {
    for (int i = scene.overlay.firstMarked(box); i < scene.overlay.firstMarked(box + 1); i++) {
      int cell = scene.overlay.marked(i);
      boolean suspect = CellState.has(scene.overlay.marks(cell), Overlay.SUSPECT);
      if (suspect != suspects) {
        continue;
      }
      if (near) {
        glow(s, cell, suspect);
      } else if (suspect) {
        halo(s, cell, Sign.HALO, SUSPECT_RING, scene.ink(Ink.SUSPECT));
      } else {
        halo(s, cell, Sign.RING, FLAG_RING, scene.ink(Ink.WARN));
      }
    }
  }

  private void halo(Surface s, int cell, Sign ring, double size, int colour) {
    int x = projection.cellMiddleX(cell);
    int y = projection.cellMiddleY(cell);
    int dot = scene.px(DOT);
    int full = scene.px(size) / 2 * 2;
    s.fill(x - dot / 2, y - dot / 2, x - dot / 2 + dot, y - dot / 2 + dot, colour);
    s.stamp(scene.look.type().sign(ring, full), x - full / 2, y - full / 2, colour, 256);
    if (CellState.has(scene.frame.state(cell), CellState.QUARANTINED)) {
      int inner = full - scene.px(DOT);
      s.stamp(scene.look.type().sign(ring, inner), x - inner / 2, y - inner / 2, colour, 256);
    }
  }

  /** Near by, a suspect's cell shines a little; a flagged one has its sign. */
  private void glow(Surface s, int cell, boolean suspect) {
    if (suspect) {
      int by = scene.px(2);
      CellPainter.Place place = place(cell, by);
      for (int ring = 0; ring < by; ring++) {
        shapes.edge(
            s,
            place.left() + ring,
            place.top() + ring,
            place.right() - ring,
            place.bottom() - ring,
            scene.px(4),
            Surface.mix(scene.ink(Ink.BOX), scene.ink(Ink.SUSPECT), GLOW));
      }
    }
  }

  private CellPainter.Place place(int cell, int grown) {
    BoxShape shape = projection.grid().shape();
    int slot = cell % shape.capacity();
    int left = projection.boxLeft(cell / shape.capacity());
    int top = projection.boxTop(cell / shape.capacity());
    return new CellPainter.Place(
        left + projection.left(slot % shape.columns()) - grown,
        top + projection.top(slot / shape.columns()) - grown,
        left + projection.right(slot % shape.columns()) + grown,
        top + projection.bottom(slot / shape.columns()) + grown);
  }

  private void siblings(Surface s) {
    for (int cell : scene.siblings()) {
      CellPainter.Place place = place(cell, 0);
      int height = Math.max(2, Math.min(scene.px(2), place.height()));
      int colour = scene.ink(Ink.SIBLING);
      if (near) {
        s.fill(place.left(), place.bottom() - height, place.right(), place.bottom(), colour);
      } else {
        int half = scene.px(2);
        int x = projection.cellMiddleX(cell);
        int y = projection.cellMiddleY(cell);
        s.fill(x - half, y - half, x + half, y + half, colour);
      }
    }
  }

  private void looked(Surface s, int cell, int colour, int width) {
    if (cell == NodeGrid.NONE || !CellState.has(scene.frame.state(cell), CellState.OCCUPIED)) {
      return;
    }
    int out = near ? scene.px(2 + width) : scene.px(5);
    CellPainter.Place place = place(cell, out);
    for (int ring = 0; ring < scene.px(width); ring++) {
      shapes.edge(
          s,
          place.left() + ring,
          place.top() + ring,
          place.right() - ring,
          place.bottom() - ring,
          near ? scene.px(5) : 0,
          colour);
    }
    if (!projection.detail().atLeast(Detail.NAMES)) {
      scene.frame.pod(cell).ifPresent(pod -> label(s, cell, pod, place));
    }
  }

  private record Corner(int left, int top) {}

  /** To the right; else to the left; else above, where there is no room or the inset lies. */
  private Corner corner(CellPainter.Place place, int width) {
    int top = (place.top() + place.bottom()) / 2 - scene.px(10);
    int left = place.right() + scene.px(6);
    int limit =
        inset
            .filter(panel -> panel.left() > place.right() && panel.top() < top + scene.px(20))
            .map(Inset::left)
            .orElse(limits.width());
    if (left + width <= limit) {
      return new Corner(left, top);
    }
    int other = place.left() - scene.px(6) - width;
    return other >= 0
        ? new Corner(other, top)
        : new Corner(Math.max(0, limit - width), place.top() - scene.px(24));
  }

  /** Where names are too small to read, the one looked at is written beside it. */
  private void label(Surface s, int cell, Pod pod, CellPainter.Place place) {
    Typeface face = scene.look.type().bold(13);
    String node = HostileText.visible(pod.node().orElse(""));
    String name = HostileText.visible(ShortName.of(pod));
    String text =
        face.fitted(name, scene.px(260))
            + (node.isEmpty() ? "" : " · " + face.fitted(node, scene.px(200)));
    boolean suspect = CellState.has(scene.overlay.marks(cell), Overlay.SUSPECT);
    int size = face.ascent() + scene.px(2);
    int pad = scene.px(5);
    int width = (int) Math.ceil(face.width(text)) + (suspect ? size + scene.px(4) : 0) + 2 * pad;
    int left = corner(place, width).left();
    int top = corner(place, width).top();
    int middle = top + scene.px(10);
    shapes.fill(
        s, left, top, left + width, top + scene.px(20), scene.px(4), scene.ink(Ink.PANEL), 215);
    int at = left + pad;
    int line = middle + face.ascent() / 2;
    if (suspect) {
      s.stamp(
          scene.look.type().sign(Sign.DIAMOND, size),
          at,
          line - face.ascent() - scene.px(1),
          scene.ink(Ink.SUSPECT),
          256);
      at += size + scene.px(4);
    }
    face.write(s, text, at, line, scene.ink(Ink.TEXT), 256);
  }
}
