package org.lazaretto.graph.raster;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A font in one size as an atlas of masks, one for each quarter of a pixel that a letter may begin
 * at. Safe for several threads.
 */
final class Typeface {
  static final String ELLIPSIS = "…";

  private static final int PHASES = 4;
  private static final int LAST_PLAIN = 126;
  private static final int FIRST_PLAIN = 32;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final Font font;
  private final AtomicReferenceArray<@Nullable Glyph> plain =
      new AtomicReferenceArray<>(LAST_PLAIN + 1);
  private final Map<Integer, Glyph> others = new ConcurrentHashMap<>();
  private final int ascent;
  private final int descent;
  private final double ellipsis;

  /** A letter: where its masks stand about the point of the line, and how far it leads. */
  @SuppressWarnings("ArrayRecordComponent")
  record Glyph(Mask[] masks, int left, int top, double advance) {}

  Typeface(Font font) {
    this.font = font;
    Rectangle2D line = font.createGlyphVector(CONTEXT, "Hg").getVisualBounds();
    this.ascent = (int) Math.round(-line.getY());
    this.descent = (int) Math.round(line.getMaxY());
    this.ellipsis = glyph('…').advance();
  }

  private Glyph make(int point) {
    if (!font.canDisplay(point)) {
      return box();
    }
    GlyphVector vector = font.createGlyphVector(CONTEXT, Character.toString(point));
    Rectangle2D bounds = vector.getVisualBounds();
    int left = (int) Math.floor(bounds.getX()) - 1;
    int top = (int) Math.floor(bounds.getY()) - 1;
    int width = bounds.isEmpty() ? 0 : (int) Math.ceil(bounds.getMaxX()) - left + 2;
    int height = (int) Math.ceil(bounds.getMaxY()) - top + 1;
    Mask[] masks = new Mask[PHASES];
    for (int phase = 0; phase < PHASES; phase++) {
      float shift = -left + phase / (float) PHASES;
      masks[phase] = Mask.of(width, height, g -> g.drawGlyphVector(vector, shift, -top));
    }
    return new Glyph(masks, left, top, vector.getGlyphPosition(vector.getNumGlyphs()).getX());
  }

  /** What stands for a character that the font does not have. */
  private Glyph box() {
    int size = Math.max(4, font.getSize() * 2 / 3);
    Mask mask = Mask.of(size, size, g -> g.drawRect(0, 0, size - 2, size - 1));
    return new Glyph(new Mask[] {mask, mask, mask, mask}, 0, -size, size);
  }

  private Glyph glyph(int point) {
    return point >= FIRST_PLAIN && point <= LAST_PLAIN
        ? plain(point)
        : others.computeIfAbsent(point, this::make);
  }

  /** Made when it is first written; two threads that make it at once make the same. */
  private Glyph plain(int point) {
    Glyph known = plain.get(point);
    if (known != null) {
      return known;
    }
    Glyph fresh = make(point);
    plain.set(point, fresh);
    return fresh;
  }

  /** The height of a capital letter. */
  int ascent() {
    return ascent;
  }

  /** How far a letter reaches below the line. */
  int descent() {
    return descent;
  }

  double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += glyph(point).advance();
      i += Character.charCount(point);
    }
    return width;
  }

  /** The text, or its two ends around an ellipsis if it is wider; nothing if not even that fits. */
  String fitted(String text, double width) {
    if (text.length() * (double) font.getSize() * 0.2 < width && width(text) <= width) {
      return text;
    }
    double left = width - ellipsis;
    int head = 0;
    int tail = text.length();
    while (head < tail) {
      int front = text.codePointAt(head);
      int back = text.codePointBefore(tail);
      boolean fromFront = head <= text.length() - tail;
      double next = glyph(fromFront ? front : back).advance();
      if (next > left) {
        break;
      }
      left -= next;
      head += fromFront ? Character.charCount(front) : 0;
      tail -= fromFront ? 0 : Character.charCount(back);
    }
    return head == 0 ? "" : text.substring(0, head) + ELLIPSIS + text.substring(tail);
  }

  /** The text, or as much of its beginning as fits before an ellipsis. */
  String begun(String text, double width) {
    if (text.length() * (double) font.getSize() * 0.2 < width && width(text) <= width) {
      return text;
    }
    double left = width - ellipsis;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      left -= glyph(point).advance();
      if (left < 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return end == 0 ? "" : text.substring(0, end) + ELLIPSIS;
  }

  /** Writes a line of text; answers where it ends. */
  double write(Surface surface, String text, double x, int line, int colour, int cover) {
    double at = x;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      Glyph glyph = glyph(point);
      int whole = (int) Math.floor(at);
      int phase = (int) ((at - whole) * PHASES);
      surface.stamp(glyph.masks()[phase], whole + glyph.left(), line + glyph.top(), colour, cover);
      at += glyph.advance();
      i += Character.charCount(point);
    }
    return at;
  }
}
