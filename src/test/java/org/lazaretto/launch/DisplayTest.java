package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {
  @Test
  void without_the_variable_there_is_no_display() {
    assertThat(Display.answers(Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "x", ":59321", ":99999", "127.0.0.1:48211", ":1x"})
  void a_display_that_nobody_serves_does_not_answer(String variable) {
    assertThat(Display.answers(Optional.of(variable))).isFalse();
  }
}
