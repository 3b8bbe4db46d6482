package org.lazaretto.ui;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** Measures how well text stands out from what is really painted behind it (WCAG 2.1). */
final class Contrast {
  private static final double TEXT = 4.5;
  private static final double ICON = 3;
  private static final double ASTRAY = 0.06;

  private Contrast() {}

  /** The ratio, where it is too small; empty where it is enough or where the text is covered. */
  static Optional<Double> tooSmall(Text text, Shot shot) {
    if (!(text.getFill() instanceof Color fill) || text.getText().isBlank() || disabled(text)) {
      return Optional.empty();
    }
    Bounds bounds = text.localToScene(text.getLayoutBounds());
    Map<Color, Integer> painted = shot.painted(bounds);
    // A solid sign covers more of its box than its ground does.
    Optional<Color> ground =
        painted.entrySet().stream()
            .filter(each -> !each.getKey().equals(fill))
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey);
    if (ground.isEmpty()) {
      return Optional.empty();
    }
    Color ink = ground.get().interpolate(opaque(fill), fill.getOpacity() * opacity(text));
    boolean seen = painted.keySet().stream().anyMatch(dot -> inked(dot, ground.get(), ink));
    double ratio = ratio(ink, ground.get());
    double least = text instanceof FontIcon ? ICON : TEXT;
    return seen && ratio < least ? Optional.of(ratio) : Optional.empty();
  }

  private static boolean disabled(Node text) {
    return text.isDisabled();
  }

  private static double opacity(Node node) {
    double all = 1;
    for (Node each = node; each != null; each = each.getParent()) {
      all *= each.getOpacity();
    }
    return all;
  }

  private static Color opaque(Color colour) {
    return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
  }

  /** Thin strokes are never of the full colour: half of the way to it is ink. */
  private static boolean inked(Color dot, Color ground, Color ink) {
    double[] way = way(ground, ink);
    double[] gone = way(ground, dot);
    double length = way[0] * way[0] + way[1] * way[1] + way[2] * way[2];
    if (length == 0) {
      return true;
    }
    double part = (way[0] * gone[0] + way[1] * gone[1] + way[2] * gone[2]) / length;
    Color expected = ground.interpolate(ink, Math.clamp(part, 0, 1));
    double[] astray = way(expected, dot);
    return part > 0.5
        && Math.abs(astray[0]) < ASTRAY
        && Math.abs(astray[1]) < ASTRAY
        && Math.abs(astray[2]) < ASTRAY;
  }

  private static double[] way(Color from, Color to) {
    return new double[] {
      to.getRed() - from.getRed(), to.getGreen() - from.getGreen(), to.getBlue() - from.getBlue()
    };
  }

  /** The contrast ratio of two opaque colours, 1 to 21. */
  static double ratio(Color one, Color other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
