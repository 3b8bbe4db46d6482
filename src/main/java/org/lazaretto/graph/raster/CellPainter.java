package org.lazaretto.graph.raster;

import java.util.Optional;
import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.Fade;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.ShortName;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/** Draws one pod's cell, near enough for signs and names. */
final class CellPainter {
  private static final double TEXT = 10;
  private static final double SMALL = 9;
  private static final double LARGE = 12;

  /** Below so many times the height of letters, both ends of a name would say nothing. */
  private static final int NARROW = 12;

  private final MapScene scene;
  private final Shapes shapes;
  private final Detail detail;

  CellPainter(MapScene scene, Shapes shapes, Detail detail) {
    this.scene = scene;
    this.shapes = shapes;
    this.detail = detail;
  }

  /** Where a cell stands, in pixels. */
  record Place(int left, int top, int right, int bottom) {
    int width() {
      return right - left;
    }

    int height() {
      return bottom - top;
    }
  }

  void paint(Surface s, int cell, Place place) {
    int state = scene.frame.state(cell);
    int marks = scene.overlay.marks(cell);
    if (state == CellState.FREE) {
      vacant(s, cell, place);
      return;
    }
    Optional<Fade> fade = scene.fade(cell).filter(Fade::arriving);
    int cover = fade.map(f -> 64 + scene.part(f) * 3 / 4).orElse(256);
    boolean suspect = CellState.has(marks, Overlay.SUSPECT);
    boolean dim = CellState.has(marks, Overlay.DIM);
    int text = outline(s, state, marks, place, cover);
    int end = place.right() - scene.px(3);
    if (fade.isPresent()) {
      end = sign(s, Sign.ARRIVES, place, end, scene.ink(Ink.GOOD));
    }
    end = signs(s, state, marks, place, end);
    if (detail.atLeast(Detail.NAMES)) {
      int colour = Surface.mix(scene.ink(Ink.BOX), dim ? scene.inks.dimmed(text) : text, cover);
      int right = end;
      scene.frame.pod(cell).ifPresent(pod -> name(s, pod, suspect, place, right, colour));
    }
  }

  /** The body of the cell; answers the colour of what is written in it. */
  private int outline(Surface s, int state, int marks, Place p, int cover) {
    int radius = detail.atLeast(Detail.NAMES) ? scene.px(3) : 0;
    if (CellState.has(marks, Overlay.SUSPECT)) {
      shapes.fill(s, p.left, p.top, p.right, p.bottom, radius, scene.ink(Ink.SUSPECT_CELL), cover);
      return scene.ink(Ink.ON_SUSPECT);
    }
    if (CellState.has(marks, Overlay.MOVES)) {
      int accent = scene.ink(Ink.ACCENT);
      shapes.broken(s, p.left, p.top, p.right, p.bottom, scene.px(4), scene.px(3), accent);
      return accent;
    }
    if (CellState.has(marks, Overlay.STAYS)) {
      shapes.edge(s, p.left, p.top, p.right, p.bottom, radius, scene.ink(Ink.MUTED));
      return scene.ink(Ink.MUTED);
    }
    shapes.fill(s, p.left, p.top, p.right, p.bottom, radius, scene.inks.cell(state, marks), cover);
    if (CellState.has(marks, Overlay.TOUCHED)) {
      int warn = scene.ink(Ink.WARN);
      shapes.broken(s, p.left, p.top, p.right, p.bottom, scene.px(2), scene.px(2), warn);
    }
    return CellState.has(state, CellState.ENDED) ? scene.ink(Ink.MUTED) : scene.ink(Ink.CELL_TEXT);
  }

  /** Signs from the right; answers where the name has to end. */
  private int signs(Surface s, int state, int marks, Place place, int from) {
    int end = from;
    boolean dim = CellState.has(marks, Overlay.DIM);
    if (CellState.has(state, CellState.QUARANTINED)) {
      int ink =
          CellState.has(marks, Overlay.SUSPECT)
              ? scene.ink(Ink.ON_SUSPECT)
              : scene.ink(Ink.SUSPECT);
      end = sign(s, Sign.RINGED_DIAMOND, place, end, ink);
    } else if (CellState.has(marks, Overlay.SUSPECT)) {
      end = sign(s, Sign.DIAMOND, place, end, scene.ink(Ink.ON_SUSPECT));
    }
    if (CellState.has(marks, Overlay.MOVES)) {
      end = sign(s, Sign.LEAVES, place, end, scene.ink(Ink.ACCENT));
    } else if (CellState.has(state, CellState.DELETING)) {
      end = sign(s, Sign.LEAVES, place, end, scene.ink(Ink.MUTED));
    }
    if (CellState.has(state, CellState.FAILING)) {
      end = sign(s, Sign.CROSS, place, end, tone(marks, Ink.FAILED, dim));
    } else if (CellState.has(state, CellState.FLAGGED)) {
      end = sign(s, Sign.BANG, place, end, tone(marks, Ink.WARN, dim));
    }
    return scene.frame.staleSince().isPresent()
        ? sign(s, Sign.UNKNOWN, place, end, scene.ink(Ink.MUTED))
        : end;
  }

  private int tone(int marks, Ink ink, boolean dim) {
    if (CellState.has(marks, Overlay.SUSPECT)) {
      return scene.ink(Ink.ON_SUSPECT);
    }
    return dim ? scene.inks.dimmed(scene.ink(ink)) : scene.ink(ink);
  }

  private int sign(Surface s, Sign sign, Place place, int end, int colour) {
    int size = Math.min(scene.px(9), place.height() - 2);
    if (size < 5 || end - size < place.left()) {
      return end;
    }
    int top = place.top() + (place.height() - size) / 2;
    s.stamp(scene.look.type().sign(sign, size), end - size, top, colour, 256);
    return end - size - scene.px(2);
  }

  private void name(Surface s, Pod pod, boolean bold, Place place, int end, int colour) {
    Type type = scene.look.type();
    boolean full = detail == Detail.FULL;
    double size = full ? LARGE : place.height() < scene.px(20) ? SMALL : TEXT;
    Typeface face = bold ? type.bold(size) : type.sans(size);
    int left = place.left() + scene.px(4);
    Surface inside = s.clipped(place.left(), place.top(), place.right(), place.bottom());
    int lines = full && place.height() >= scene.px(52) ? 3 : 1;
    int step = scene.px(16);
    int line = place.top() + (place.height() - (lines - 1) * step + face.ascent()) / 2;
    write(inside, face, ShortName.of(pod), left, end, line, colour);
    if (lines > 1) {
      Typeface small = type.sans(11);
      int faint =
          Surface.mix(scene.inks.cell(CellState.OCCUPIED | CellState.READY, 0), colour, 190);
      String owner = pod.controller().map(ObjectRef::kind).orElse("–");
      int right = place.right() - scene.px(4);
      write(inside, small, owner + " · " + pod.ref().namespace(), left, right, line + step, faint);
      write(inside, small, image(pod), left, right, line + 2 * step, faint);
    }
  }

  private static void write(
      Surface s, Typeface face, String text, int left, int right, int line, int colour) {
    String shown = HostileText.visible(text);
    boolean tight = right - left < NARROW * face.ascent();
    String fitted = tight ? face.begun(shown, right - left) : face.fitted(shown, right - left);
    face.write(s, fitted, left, line, colour, 256);
  }

  /** The last part of the first image, without its digest. */
  private static String image(Pod pod) {
    String image = pod.shape().images().isEmpty() ? "" : pod.shape().images().getFirst();
    int digest = image.indexOf('@');
    String plain = digest < 0 ? image : image.substring(0, digest);
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /** A slot without a pod: what may arrive, or what has just left. */
  private void vacant(Surface s, int cell, Place place) {
    Optional<String> arrival = scene.overlay.arrival(cell);
    if (arrival.isPresent()) {
      int good = scene.ink(Ink.GOOD);
      int dot = Math.max(1, scene.px(1));
      shapes.broken(s, place.left, place.top, place.right, place.bottom, dot, dot, good);
      if (detail.atLeast(Detail.NAMES)) {
        Typeface face = scene.look.type().sans(TEXT);
        int line = place.top() + (place.height() + face.ascent()) / 2;
        int end = sign(s, Sign.ARRIVES, place, place.right() - scene.px(4), good);
        write(s, face, arrival.get(), place.left() + scene.px(4), end, line, good);
      }
      return;
    }
    scene
        .fade(cell)
        .filter(fade -> !fade.arriving())
        .ifPresent(fade -> {
          int left = 256 - scene.part(fade);
          int colour = scene.ink(Ink.CELL);
          shapes.fill(s, place.left, place.top, place.right, place.bottom, 2, colour, left / 2);
          sign(
              s,
              Sign.LEAVES,
              place,
              place.right() - scene.px(4),
              Surface.mix(scene.ink(Ink.BOX), scene.ink(Ink.TEXT), left));
        });
  }
}
