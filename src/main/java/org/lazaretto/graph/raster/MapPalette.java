package org.lazaretto.graph.raster;

import java.util.EnumMap;
import java.util.Map;

/** The colours of the map, each an opaque {@code 0xFFRRGGBB}. */
public final class MapPalette {
  /** On the tokens of AtlantaFX's Primer dark. */
  public static final MapPalette DARK =
      new MapPalette(
          Map.ofEntries(
              Map.entry(Ink.GROUND, 0x010409),
              Map.entry(Ink.BOX, 0x0d1117),
              Map.entry(Ink.EDGE, 0x30363d),
              Map.entry(Ink.HEADER_LINE, 0x21262d),
              Map.entry(Ink.TEXT, 0xe6edf3),
              Map.entry(Ink.MUTED, 0x8b949e),
              Map.entry(Ink.CELL, 0x3a4350),
              Map.entry(Ink.CELL_UNREADY, 0x4d5866),
              Map.entry(Ink.CELL_ENDED, 0x21262d),
              Map.entry(Ink.CELL_TEXT, 0xc9d1d9),
              Map.entry(Ink.SUSPECT_CELL, 0xda3633),
              Map.entry(Ink.ON_SUSPECT, 0xffffff),
              Map.entry(Ink.SUSPECT, 0xf85149),
              Map.entry(Ink.FAILED, 0xff7b72),
              Map.entry(Ink.WARN, 0xd29922),
              Map.entry(Ink.HATCH, 0x262114),
              Map.entry(Ink.ACCENT, 0x58a6ff),
              Map.entry(Ink.GOOD, 0x3fb950),
              Map.entry(Ink.SIBLING, 0xa371f7),
              Map.entry(Ink.PANEL, 0x0d1117)));

  /** On the tokens of AtlantaFX's Primer light. */
  public static final MapPalette LIGHT =
      new MapPalette(
          Map.ofEntries(
              Map.entry(Ink.GROUND, 0xeef1f4),
              Map.entry(Ink.BOX, 0xffffff),
              Map.entry(Ink.EDGE, 0xd0d7de),
              Map.entry(Ink.HEADER_LINE, 0xe4e8ec),
              Map.entry(Ink.TEXT, 0x1f2328),
              Map.entry(Ink.MUTED, 0x57606a),
              Map.entry(Ink.CELL, 0xc6ced8),
              Map.entry(Ink.CELL_UNREADY, 0xa8b3bf),
              Map.entry(Ink.CELL_ENDED, 0xe4e8ec),
              Map.entry(Ink.CELL_TEXT, 0x24292f),
              Map.entry(Ink.SUSPECT_CELL, 0xcf222e),
              Map.entry(Ink.ON_SUSPECT, 0xffffff),
              Map.entry(Ink.SUSPECT, 0xcf222e),
              Map.entry(Ink.FAILED, 0xa40e26),
              Map.entry(Ink.WARN, 0x9a6700),
              Map.entry(Ink.HATCH, 0xfff8c5),
              Map.entry(Ink.ACCENT, 0x0969da),
              Map.entry(Ink.GOOD, 0x1a7f37),
              Map.entry(Ink.SIBLING, 0x8250df),
              Map.entry(Ink.PANEL, 0xffffff)));

  private final EnumMap<Ink, Integer> colours = new EnumMap<>(Ink.class);

  /**
   * A palette.
   *
   * @param colours {@code 0xRRGGBB} for every ink
   * @throws IllegalArgumentException if an ink has no colour
   */
  public MapPalette(Map<Ink, Integer> colours) {
    for (Ink ink : Ink.values()) {
      Integer colour = colours.get(ink);
      if (colour == null) {
        throw new IllegalArgumentException("no colour for " + ink);
      }
      this.colours.put(ink, 0xff000000 | colour);
    }
  }

  /** The colour of an ink. */
  public int of(Ink ink) {
    return colours.getOrDefault(ink, 0xff000000);
  }
}
