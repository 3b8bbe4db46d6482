package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.port.PortException;

class WordsTest {
  @ParameterizedTest
  @EnumSource(PortException.Kind.class)
  void only_what_is_not_permitted_is_called_denied(PortException.Kind kind) {
    SessionException told = Words.unavailable(new PortException(kind, "nodes is forbidden"));

    assertThat(told.kind())
        .isEqualTo(
            kind == PortException.Kind.FORBIDDEN
                ? SessionException.Kind.DENIED
                : SessionException.Kind.UNAVAILABLE);
    assertThat(told).hasMessageStartingWith("nodes is forbidden. Nothing was changed. ");
  }
}
