package org.lazaretto.graph.raster;

import org.lazaretto.graph.BoxState;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObservedKind;

/** Draws a node's header: its name, what keeps pods away, how many there are. */
final class HeaderPainter {
  private static final double LEAST = 9;
  private static final double NARROWEST = 54;
  private static final double NAME_SHARE = 0.64;

  private final MapScene scene;
  private final Shapes shapes;
  private final Projection projection;

  HeaderPainter(MapScene scene, Shapes shapes) {
    this.scene = scene;
    this.shapes = shapes;
    this.projection = scene.projection;
  }

  /** Writes into the header, or over the first cells where the header is lower than letters. */
  void paint(Surface s, int box) {
    int left = projection.boxLeft(box);
    int top = projection.boxTop(box);
    int width = projection.boxWidth();
    int height = projection.header();
    boolean low = height < scene.px(LEAST + 4);
    if (low && width < scene.px(NARROWEST)) {
      return;
    }
    double logical = height / scene.look.type().density();
    double size = Math.max(LEAST, Math.min(12, Math.rint(logical * 0.56)));
    int margin = low ? scene.px(3) : Math.max(scene.px(5), projection.left(0));
    Line line = new Line(s, left + margin, left + width - margin, size);
    line.base = low ? top + scene.px(LEAST) : top + (height + line.mono.ascent()) / 2;
    if (low) {
      int bottom = top + scene.px(LEAST + 3);
      s.blend(left + 1, top + 1, left + width - 1, bottom, scene.ink(Ink.BOX), 190);
    }
    write(line, box, low);
  }

  /** A line that is written from left to right until it is full. */
  private final class Line {
    private final Surface surface;
    private final Typeface mono;
    private final Typeface sans;
    private final int right;
    private double at;
    private int base;

    Line(Surface surface, int left, int right, double size) {
      this.surface = surface.clipped(left, surface.clipTop, right, surface.clipBottom);
      this.mono = scene.look.type().mono(size);
      this.sans = scene.look.type().sans(size >= 12 ? 13 : size);
      this.at = left;
      this.right = right;
    }

    void name(String name, int colour, double share) {
      String shown = mono.fitted(HostileText.visible(name), (right - at) * share);
      at = mono.write(surface, shown, at, base, colour, 256) + scene.px(8);
    }

    void say(String text, int colour) {
      if (at + sans.width(text) <= right) {
        at = sans.write(surface, text, at, base, colour, 256) + scene.px(8);
      } else {
        at = right + 1.0;
      }
    }

    void sign(Sign sign, int colour) {
      int size = sans.ascent() + scene.px(2);
      if (at + size <= right) {
        surface.stamp(
            scene.look.type().sign(sign, size),
            (int) at,
            base - sans.ascent() - scene.px(1),
            colour,
            256);
        at += size + scene.px(4);
      }
    }
  }

  private void write(Line line, int box, boolean low) {
    NodeGrid.Box place = projection.grid().box(box);
    int state = scene.frame.boxState(box);
    Words words = scene.look.words();
    if (BoxState.has(state, BoxState.WAITING)) {
      line.say(words.say(Word.NO_NODE, 0), scene.ink(Ink.MUTED));
    } else {
      boolean there = BoxState.has(state, BoxState.PRESENT);
      boolean near = projection.detail().atLeast(Detail.SIGNS);
      String name = projection.grid().shortName(box);
      line.name(name, scene.ink(there && near ? Ink.TEXT : Ink.MUTED), low ? 1 : NAME_SHARE);
    }
    if (place.first() != box) {
      line.say(words.say(Word.CONTINUED, 0), scene.ink(Ink.MUTED));
      return;
    }
    states(line, state, words);
    counts(line, box, words);
  }

  private void states(Line line, int state, Words words) {
    if (!BoxState.has(state, BoxState.PRESENT)) {
      line.say(words.say(Word.REMOVED, 0), scene.ink(Ink.MUTED));
    }
    if (BoxState.has(state, BoxState.QUARANTINED)) {
      line.sign(Sign.LOCK, scene.ink(Ink.SUSPECT));
      line.say(words.say(Word.QUARANTINED, 0), scene.ink(Ink.SUSPECT));
    }
    if (BoxState.has(state, BoxState.CORDONED)) {
      line.sign(Sign.BARRED, scene.ink(Ink.WARN));
      line.say(words.say(Word.CORDONED, 0), scene.ink(Ink.WARN));
    }
    if (BoxState.has(state, BoxState.NOT_READY)) {
      line.sign(Sign.CROSS, scene.ink(Ink.FAILED));
      line.say(words.say(Word.NOT_READY, 0), scene.ink(Ink.FAILED));
    }
    if (BoxState.has(state, BoxState.UNSEEN)) {
      line.sign(Sign.UNKNOWN, scene.ink(Ink.MUTED));
      line.say(words.say(Word.UNSEEN, 0), scene.ink(Ink.MUTED));
    }
  }

  private void counts(Line line, int box, Words words) {
    Overlay.Forecast forecast = scene.overlay.forecast(box);
    if (forecast.none()) {
      line.say(words.say(Word.PODS, pods(box)), scene.ink(Ink.MUTED));
      if (scene.overlay.suspects(box) > 0) {
        line.sign(Sign.DIAMOND, scene.ink(Ink.SUSPECT));
        line.say(Integer.toString(scene.overlay.suspects(box)), scene.ink(Ink.SUSPECT));
      }
      return;
    }
    say(line, Word.LEAVE, forecast.leave(), Ink.ACCENT);
    say(line, Word.TOUCHED, forecast.touched(), Ink.WARN);
    say(line, Word.STAY, forecast.stay(), Ink.MUTED);
    say(line, Word.ARRIVE, forecast.arrive(), Ink.GOOD);
  }

  /** Below 0 where pods may not be listed: those that nobody sees are not none. */
  private int pods(int box) {
    int seen = scene.frame.pods(box);
    return seen == 0 && scene.frame.snapshot().denied(ObservedKind.POD) ? -1 : seen;
  }

  private void say(Line line, Word word, int number, Ink ink) {
    if (number > 0) {
      line.say(scene.look.words().say(word, number), scene.ink(ink));
    }
  }

  /** The header's ground: striped where no new pods come. */
  void ground(Surface s, int left, int top, int right, int bottom, int state) {
    if (BoxState.has(state, BoxState.CORDONED)) {
      shapes.hatch(s, left + 1, top + 1, right - 1, bottom, scene.px(17), scene.ink(Ink.HATCH));
    }
  }
}
