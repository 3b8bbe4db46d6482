package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @ParameterizedTest
  @CsvSource({
    "202e, \\u202e", // right-to-left override
    "2066, \\u2066", // isolate
    "200b, \\u200b", // zero-width space
    "200d, \\u200d", // joiner
    "feff, \\ufeff", // byte order mark
    "ad, \\u00ad", // soft hyphen
    "1b, \\u001b", // escape
    "7f, \\u007f", // delete
    "9b, \\u009b", // one-byte control sequence introducer
    "0, \\u0000",
    "a, \\n",
    "d, \\r",
    "9, \\t",
    "a0, \\u00a0", // no-break space
    "2028, \\u2028", // line separator
    "3164, \\u3164", // Hangul filler
    "2800, \\u2800", // empty Braille cell
    "e0001, \\u{e0001}", // language tag
    "fe0f, \\ufe0f", // variation selector
    "e000, \\ue000", // private use
    "20dd, \\u20dd" // enclosing circle
  })
  void a_character_that_hides_is_written_out(String codePoint, String shown) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertThat(Visible.text(text)).isEqualTo("a" + shown + "b");
  }

  @Test
  void a_lone_surrogate_is_written_out() {
    assertThat(Visible.text("a\ud800b")).isEqualTo("a\\ud800b");
  }

  @Test
  void ordinary_letters_of_all_scripts_stay() {
    String text = "shop/payments-7f8 Grüße λόγος 日本 é e\u0301 😀 →";
    assertThat(Visible.text(text)).isEqualTo(text);
  }

  @Test
  void piled_up_marks_do_not_reach_over_their_neighbours() {
    assertThat(Visible.text("e\u0301\u0302\u0303")).isEqualTo("e\u0301\\u0302\\u0303");
  }

  @Test
  void a_mark_without_a_letter_is_written_out() {
    assertThat(Visible.text("\u0301")).isEqualTo("\\u0301");
  }
}
