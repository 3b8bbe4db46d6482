package org.lazaretto.graph.raster;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** A shape as parts of 255, row by row. */
@SuppressWarnings("ArrayRecordComponent")
record Mask(int width, int height, byte[] parts) {
  static final Mask EMPTY = new Mask(0, 0, new byte[0]);

  /** What a drawing in white covers. */
  static Mask of(int width, int height, Consumer<Graphics2D> drawing) {
    if (width <= 0 || height <= 0) {
      return EMPTY;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(Color.WHITE);
    drawing.accept(graphics);
    graphics.dispose();
    int[] pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
    byte[] parts = new byte[pixels.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (byte) (pixels[i] >>> 24);
    }
    return new Mask(width, height, parts);
  }
}
