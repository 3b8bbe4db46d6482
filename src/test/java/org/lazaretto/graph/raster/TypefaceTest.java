package org.lazaretto.graph.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypefaceTest {
  private final Typeface face = new Type(1).sans(12);

  @Test
  void what_fits_is_not_touched() {
    assertThat(face.fitted("payments", 200)).isEqualTo("payments");
  }

  @Test
  void what_does_not_fit_keeps_both_ends() {
    String fitted = face.fitted("payments-7f8d9c6b5d-x2k8q", 80);

    assertThat(fitted).startsWith("pay").endsWith("8q").contains("…");
    assertThat(face.width(fitted)).isLessThanOrEqualTo(80);
  }

  @Test
  void a_name_of_any_length_fits_any_width() {
    for (int width = 0; width < 300; width += 7) {
      String fitted = face.fitted("m".repeat(253), width);
      assertThat(face.width(fitted)).isLessThanOrEqualTo(width);
    }
  }

  @Test
  void pairs_of_surrogates_are_not_torn() {
    String fitted = face.fitted("\uD83D\uDE00".repeat(60), 90);

    assertThat(fitted.codePoints().filter(Character::isValidCodePoint).count())
        .isEqualTo(fitted.codePointCount(0, fitted.length()));
    assertThat(fitted.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
        .isEqualTo(fitted.chars().filter(c -> Character.isLowSurrogate((char) c)).count());
  }

  @Test
  void letters_leave_marks_and_those_that_the_font_lacks_a_box() {
    assertThat(inked("a")).isPositive();
    assertThat(inked("\uDBFF\uDFFD")).isPositive();
    assertThat(inked(" ")).isZero();
  }

  private int inked(String text) {
    int[] pixels = new int[60 * 30];
    face.write(Surface.of(pixels, 60, 30), text, 10.3, 20, 0xffffffff, 256);
    return (int) java.util.Arrays.stream(pixels).filter(pixel -> pixel != 0).count();
  }
}
