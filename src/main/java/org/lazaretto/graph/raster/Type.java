package org.lazaretto.graph.raster;

import java.awt.Font;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The letters and signs of the map for one density of pixels: the machine's fonts, the first of
 * those that we like. Shared; each letter of a size is made when it is first written.
 */
public final class Type {
  private static final List<String> SANS =
      List.of("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "DejaVu Sans");
  private static final List<String> MONO =
      List.of("JetBrains Mono", "Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono");

  private final double density;
  private final String sans;
  private final String mono;
  private final Map<Key, Typeface> faces = new ConcurrentHashMap<>();
  private final Map<SignKey, Mask> signs = new ConcurrentHashMap<>();

  private record Key(String family, int style, int pixels) {}

  private record SignKey(Sign sign, int pixels) {}

  /**
   * Letters for a screen.
   *
   * @param density pixels of the device a logical pixel
   */
  public Type(double density) {
    this.density = density;
    this.sans = first(SANS, Font.SANS_SERIF);
    this.mono = first(MONO, Font.MONOSPACED);
  }

  /** A font that is missing calls itself by another name. */
  private static String first(List<String> wanted, String otherwise) {
    return wanted.stream()
        .filter(name -> new Font(name, Font.PLAIN, 12).getFamily().equals(name))
        .findFirst()
        .orElse(otherwise);
  }

  /** Pixels of the device a logical pixel. */
  public double density() {
    return density;
  }

  /** Logical pixels in pixels of the device. */
  int px(double logical) {
    return (int) Math.round(logical * density);
  }

  Typeface sans(double size) {
    return face(sans, Font.PLAIN, size);
  }

  Typeface bold(double size) {
    return face(sans, Font.BOLD, size);
  }

  Typeface mono(double size) {
    return face(mono, Font.PLAIN, size);
  }

  private Typeface face(String family, int style, double size) {
    return faces.computeIfAbsent(
        new Key(family, style, px(size)),
        key -> new Typeface(new Font(key.family(), key.style(), key.pixels())));
  }

  /** A sign in a square of so many pixels of the device. */
  Mask sign(Sign sign, int pixels) {
    return signs.computeIfAbsent(
        new SignKey(sign, pixels),
        key -> Mask.of(pixels, pixels, graphics -> key.sign().draw(graphics, pixels)));
  }
}
