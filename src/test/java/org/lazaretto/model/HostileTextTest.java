package org.lazaretto.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostileTextTest {
  @Test
  void ordinary_text_stays_as_it_is() {
    assertThat(HostileText.visible("shop/payments-7f8d: größer ✓"))
        .isEqualTo("shop/payments-7f8d: größer ✓");
  }

  @Test
  void a_terminal_escape_is_shown_and_not_obeyed() {
    assertThat(HostileText.visible("\u001b]0;owned\u0007")).isEqualTo("\\u001b]0;owned\\u0007");
  }

  @Test
  void a_bidirectional_override_and_a_zero_width_character_are_shown() {
    assertThat(HostileText.visible("a\u202eb\u200bc")).isEqualTo("a\\u202eb\\u200bc");
  }

  @Test
  void the_result_is_one_line() {
    assertThat(HostileText.visible("a\nb\tc\u2028d")).isEqualTo("a\\u000ab\\u0009c\\u2028d");
  }

  @Test
  void half_a_surrogate_pair_is_shown() {
    assertThat(HostileText.visible("x\ud83d")).isEqualTo("x\\ud83d");
  }
}
