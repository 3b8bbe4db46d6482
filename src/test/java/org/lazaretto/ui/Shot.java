package org.lazaretto.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** The pixels of a picture, to be counted fast. */
@SuppressWarnings("ArrayRecordComponent")
record Shot(int width, int height, int[] argb) {
  /** A page whose pixels are this much of one colour shows nothing. */
  private static final double BLANK = 0.995;

  private static final int ENOUGH_ROWS = 900;

  static Shot of(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] argb = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return new Shot(width, height, argb);
  }

  /** How often each colour stands in a rectangle; of a large one not every row is counted. */
  private Map<Integer, Integer> counts(int left, int top, int right, int bottom) {
    Map<Integer, Integer> counts = new HashMap<>();
    int step = 1 + (bottom - top) / ENOUGH_ROWS;
    for (int y = Math.max(0, top); y < Math.min(height, bottom); y += step) {
      int run = 0;
      int last = 0;
      for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
        int pixel = argb[y * width + x];
        if (run > 0 && pixel != last) {
          counts.merge(last, run, Integer::sum);
          run = 0;
        }
        last = pixel;
        run++;
      }
      if (run > 0) {
        counts.merge(last, run, Integer::sum);
      }
    }
    return counts;
  }

  /** Whether there is nothing on it. */
  boolean blank() {
    Map<Integer, Integer> counts = counts(0, 0, width, height);
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most >= BLANK * all;
  }

  /** The colours within bounds, with how often each of them stands there. */
  Map<Color, Integer> painted(Bounds bounds) {
    Map<Color, Integer> colours = new HashMap<>();
    counts(
            (int) bounds.getMinX(),
            (int) bounds.getMinY(),
            (int) bounds.getMaxX() + 1,
            (int) bounds.getMaxY() + 1)
        .forEach((pixel, count) ->
            colours.put(Color.rgb(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff), count));
    return colours;
  }
}
