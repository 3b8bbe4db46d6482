package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.port.PortException;

class WordsTest {
  @ParameterizedTest
  @EnumSource(PortException.Kind.class)
  void denied_rights_and_refused_credentials_are_called_what_they_are(PortException.Kind kind) {
    SessionException told = Words.unavailable(new PortException(kind, "nodes is forbidden"));

    assertThat(told.kind())
        .isEqualTo(
            switch (kind) {
              case FORBIDDEN -> SessionException.Kind.DENIED;
              case UNAUTHORIZED -> SessionException.Kind.UNAUTHORIZED;
              default -> SessionException.Kind.UNAVAILABLE;
            });
    assertThat(told).hasMessageStartingWith("nodes is forbidden. Nothing was changed. ");
  }

  @Test
  void who_is_refused_by_his_credentials_is_told_to_log_in_again() {
    SessionException told =
        Words.unavailable(new PortException(PortException.Kind.UNAUTHORIZED, "refused (401)"));

    assertThat(told).hasMessageContaining("log in again").hasMessageContaining("expired");
  }
}
