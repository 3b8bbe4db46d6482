package org.lazaretto.graph.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteTest {
  @ParameterizedTest
  @CsvSource({
    "TEXT, BOX",
    "MUTED, BOX",
    "MUTED, GROUND",
    "TEXT, PANEL",
    "CELL_TEXT, CELL",
    "CELL_TEXT, CELL_UNREADY",
    "MUTED, CELL_ENDED",
    "ON_SUSPECT, SUSPECT_CELL",
    "WARN, BOX",
    "WARN, HATCH",
    "TEXT, HATCH",
    "MUTED, HATCH",
    "ACCENT, BOX",
    "GOOD, BOX",
    "FAILED, BOX",
    "SUSPECT, BOX"
  })
  void text_is_readable_in_both_themes(Ink text, Ink ground) {
    for (MapPalette palette : new MapPalette[] {MapPalette.DARK, MapPalette.LIGHT}) {
      assertThat(contrast(palette.of(text), palette.of(ground))).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void a_palette_without_an_ink_is_refused() {
    assertThatThrownBy(() -> new MapPalette(Map.of(Ink.BOX, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double contrast(int a, int b) {
    double lighter = Math.max(light(a), light(b));
    double darker = Math.min(light(a), light(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double light(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double part = (channel & 0xff) / 255.0;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
