package org.lazaretto.graph.raster;

/**
 * How the map looks.
 *
 * @param palette its colours
 * @param type its letters
 * @param words its words
 * @param motion whether what comes and goes fades; otherwise it is there or not
 */
public record Look(MapPalette palette, Type type, Words words, boolean motion) {
  /** The same with other colours. */
  public Look with(MapPalette other) {
    return new Look(other, type, words, motion);
  }

  /** The same with other letters. */
  public Look with(Type other) {
    return new Look(palette, other, words, motion);
  }

  /** The same with fades or without. */
  public Look with(boolean fading) {
    return new Look(palette, type, words, fading);
  }
}
