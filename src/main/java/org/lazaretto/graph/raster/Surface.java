package org.lazaretto.graph.raster;

import java.util.Arrays;

/**
 * A rectangle of opaque pixels to draw on, with a clip that nothing leaves. Several surfaces may
 * share their pixels, each with a clip of its own.
 */
final class Surface {
  final int[] pixels;
  final int stride;
  final int clipLeft;
  final int clipTop;
  final int clipRight;
  final int clipBottom;

  private Surface(int[] pixels, int stride, int left, int top, int right, int bottom) {
    this.pixels = pixels;
    this.stride = stride;
    this.clipLeft = left;
    this.clipTop = top;
    this.clipRight = right;
    this.clipBottom = bottom;
  }

  static Surface of(int[] pixels, int width, int height) {
    return new Surface(pixels, width, 0, 0, width, height);
  }

  /** The same pixels with a smaller clip. */
  Surface clipped(int left, int top, int right, int bottom) {
    return new Surface(
        pixels,
        stride,
        Math.max(clipLeft, left),
        Math.max(clipTop, top),
        Math.min(clipRight, right),
        Math.min(clipBottom, bottom));
  }

  boolean empty() {
    return clipLeft >= clipRight || clipTop >= clipBottom;
  }

  /** Whether any of the rectangle can be seen. */
  boolean sees(int left, int top, int right, int bottom) {
    return left < clipRight && right > clipLeft && top < clipBottom && bottom > clipTop;
  }

  /** Whether all of the rectangle can be seen. */
  boolean holds(int left, int top, int right, int bottom) {
    return left >= clipLeft && right <= clipRight && top >= clipTop && bottom <= clipBottom;
  }

  /** One colour over another, covering {@code cover} of 256 parts. */
  static int mix(int below, int above, int cover) {
    int rest = 256 - cover;
    int rb = ((below & 0xff00ff) * rest + (above & 0xff00ff) * cover) >>> 8 & 0xff00ff;
    int g = ((below & 0xff00) * rest + (above & 0xff00) * cover) >>> 8 & 0xff00;
    return 0xff000000 | rb | g;
  }

  void fill(int left, int top, int right, int bottom, int colour) {
    int from = Math.max(left, clipLeft);
    int to = Math.min(right, clipRight);
    int end = Math.min(bottom, clipBottom);
    if (from >= to) {
      return;
    }
    for (int y = Math.max(top, clipTop); y < end; y++) {
      Arrays.fill(pixels, y * stride + from, y * stride + to, colour);
    }
  }

  void blend(int left, int top, int right, int bottom, int colour, int cover) {
    int from = Math.max(left, clipLeft);
    int to = Math.min(right, clipRight);
    int end = Math.min(bottom, clipBottom);
    for (int y = Math.max(top, clipTop); y < end; y++) {
      for (int i = y * stride + from; i < y * stride + to; i++) {
        pixels[i] = mix(pixels[i], colour, cover);
      }
    }
  }

  void dot(int x, int y, int colour, int cover) {
    if (x >= clipLeft && x < clipRight && y >= clipTop && y < clipBottom) {
      int i = y * stride + x;
      pixels[i] = mix(pixels[i], colour, cover);
    }
  }

  /** Draws a mask with its corner there; {@code cover} of 256 parts of it. */
  void stamp(Mask mask, int left, int top, int colour, int cover) {
    int from = Math.max(left, clipLeft);
    int to = Math.min(left + mask.width(), clipRight);
    int end = Math.min(top + mask.height(), clipBottom);
    byte[] parts = mask.parts();
    for (int y = Math.max(top, clipTop); y < end; y++) {
      int source = (y - top) * mask.width() - left;
      int target = y * stride;
      for (int x = from; x < to; x++) {
        int part = parts[source + x] & 0xff;
        if (part != 0) {
          int all = ((part + (part >> 7)) * cover) >> 8;
          pixels[target + x] = mix(pixels[target + x], colour, all);
        }
      }
    }
  }
}
