package org.lazaretto.graph.raster;

import java.awt.geom.Ellipse2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shapes with round corners, broken edges and stripes. Safe for several threads. */
final class Shapes {
  private static final int STRIPE_STEPS = 17;

  private final Map<Integer, Mask> discs = new ConcurrentHashMap<>();
  private final Map<Integer, Mask> rings = new ConcurrentHashMap<>();

  /** A full circle of twice the radius; its quarters are the corners of a rectangle. */
  private Mask disc(int radius) {
    return discs.computeIfAbsent(
        radius, r -> Mask.of(2 * r, 2 * r, g -> g.fill(new Ellipse2D.Double(0, 0, 2 * r, 2 * r))));
  }

  private Mask ring(int radius) {
    return rings.computeIfAbsent(
        radius,
        r ->
            Mask.of(
                2 * r,
                2 * r,
                g -> g.draw(new Ellipse2D.Double(0.5, 0.5, 2 * r - 1.0, 2 * r - 1.0))));
  }

  void fill(Surface s, int left, int top, int right, int bottom, int radius, int colour) {
    fill(s, left, top, right, bottom, radius, colour, 256);
  }

  void fill(
      Surface s, int left, int top, int right, int bottom, int radius, int colour, int cover) {
    int r = Math.min(radius, Math.min(right - left, bottom - top) / 2);
    if (r <= 0) {
      part(s, left, top, right, bottom, colour, cover);
      return;
    }
    part(s, left + r, top, right - r, top + r, colour, cover);
    part(s, left, top + r, right, bottom - r, colour, cover);
    part(s, left + r, bottom - r, right - r, bottom, colour, cover);
    corners(s, disc(r), left, top, right, bottom, r, colour, cover);
  }

  private static void part(
      Surface s, int left, int top, int right, int bottom, int colour, int cover) {
    if (cover >= 256) {
      s.fill(left, top, right, bottom, colour);
    } else {
      s.blend(left, top, right, bottom, colour, cover);
    }
  }

  private static void corners(
      Surface s,
      Mask mask,
      int left,
      int top,
      int right,
      int bottom,
      int r,
      int colour,
      int cover) {
    s.clipped(left, top, left + r, top + r).stamp(mask, left, top, colour, cover);
    s.clipped(right - r, top, right, top + r).stamp(mask, right - 2 * r, top, colour, cover);
    s.clipped(left, bottom - r, left + r, bottom).stamp(mask, left, bottom - 2 * r, colour, cover);
    s.clipped(right - r, bottom - r, right, bottom)
        .stamp(mask, right - 2 * r, bottom - 2 * r, colour, cover);
  }

  /** An edge one pixel wide, inside the rectangle. */
  void edge(Surface s, int left, int top, int right, int bottom, int radius, int colour) {
    int r = Math.min(radius, Math.min(right - left, bottom - top) / 2);
    s.fill(left + r, top, right - r, top + 1, colour);
    s.fill(left + r, bottom - 1, right - r, bottom, colour);
    s.fill(left, top + r, left + 1, bottom - r, colour);
    s.fill(right - 1, top + r, right, bottom - r, colour);
    if (r > 0) {
      corners(s, ring(r), left, top, right, bottom, r, colour, 256);
    }
  }

  /** A broken edge one pixel wide: so many pixels on, so many off. */
  void broken(Surface s, int left, int top, int right, int bottom, int on, int off, int colour) {
    int step = on + off;
    for (int x = left; x < right; x += step) {
      s.fill(x, top, Math.min(x + on, right), top + 1, colour);
      s.fill(x, bottom - 1, Math.min(x + on, right), bottom, colour);
    }
    for (int y = top; y < bottom; y += step) {
      s.fill(left, y, left + 1, Math.min(y + on, bottom), colour);
      s.fill(right - 1, y, right, Math.min(y + on, bottom), colour);
    }
  }

  /** Stripes that rise to the right, anchored to the corner so that they move with it. */
  void hatch(Surface s, int left, int top, int right, int bottom, int period, int colour) {
    int[] covers = stripes(period);
    int anchor = left + top;
    for (int y = Math.max(top, s.clipTop); y < Math.min(bottom, s.clipBottom); y++) {
      int to = Math.min(right, s.clipRight);
      for (int x = Math.max(left, s.clipLeft); x < to; x++) {
        int cover = covers[(x + y - anchor) % covers.length];
        if (cover != 0) {
          int i = y * s.stride + x;
          s.pixels[i] = Surface.mix(s.pixels[i], colour, cover);
        }
      }
    }
  }

  private static int[] stripes(int period) {
    int length = Math.max(4, period);
    int[] covers = new int[length];
    for (int i = 0; i < length; i++) {
      double within = (i + 0.5) / length * STRIPE_STEPS;
      double half = STRIPE_STEPS / 2.0;
      double distance = half / 2 - Math.abs(within - half / 2);
      double cover = Math.max(0, Math.min(1, distance * length / STRIPE_STEPS + 0.5));
      covers[i] = (int) Math.round(256 * cover);
    }
    return covers;
  }

  /** A line one pixel wide. */
  void line(Surface s, int x1, int y1, int x2, int y2, int colour, int cover) {
    int steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
    boolean flat = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
    int[] part = {0, steps};
    within(part, steps, x1, x2 - x1, s.clipLeft - 1, s.clipRight);
    within(part, steps, y1, y2 - y1, s.clipTop - 1, s.clipBottom);
    for (int i = part[0]; i <= part[1]; i++) {
      double way = steps == 0 ? 0 : (double) i / steps;
      double x = x1 + (x2 - x1) * way;
      double y = y1 + (y2 - y1) * way;
      double across = flat ? y : x;
      int low = (int) Math.floor(across);
      int high = (int) ((across - low) * cover);
      if (flat) {
        s.dot((int) Math.round(x), low, colour, cover - high);
        s.dot((int) Math.round(x), low + 1, colour, high);
      } else {
        s.dot(low, (int) Math.round(y), colour, cover - high);
        s.dot(low + 1, (int) Math.round(y), colour, high);
      }
    }
  }

  /** Narrows the steps of a line to those between two bounds: most of a long line is not seen. */
  private static void within(int[] part, int steps, int from, int way, int low, int high) {
    if (way == 0) {
      part[1] = from < low || from > high ? -1 : part[1];
      return;
    }
    double a = (low - from) / (double) way * steps;
    double b = (high - from) / (double) way * steps;
    part[0] = (int) Math.max(part[0], Math.floor(Math.min(a, b)));
    part[1] = (int) Math.min(part[1], Math.ceil(Math.max(a, b)));
  }
}
