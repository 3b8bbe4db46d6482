package org.lazaretto.adapter.kubernetes.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.port.PortException;

class FailuresTest {
  private static final URI SERVER = URI.create("https://127.0.0.1:6443");
  private static final Call PATCH =
      new Call("PATCH", "/api/v1/nodes/n", "application/json-patch+json", "[]", true);

  @Test
  void a_server_that_takes_no_connection_in_time_is_not_said_to_refuse_it() {
    HttpConnectTimeoutException silent = new HttpConnectTimeoutException("HTTP connect timed out");
    silent.initCause(new ConnectException("HTTP connect timed out"));
    PortException told = Failures.of(SERVER, PATCH, new IOException("closed", silent));
    assertThat(told.kind()).isEqualTo(PortException.Kind.UNREACHABLE);
    assertThat(told).hasMessageContaining("no connection in time (nothing was sent)");
  }

  @Test
  void a_refused_connection_is_said_to_be_refused() {
    PortException told = Failures.of(SERVER, PATCH, new ConnectException("Connection refused"));
    assertThat(told).hasMessageContaining("the connection is refused (nothing was sent)");
  }

  @Test
  void a_name_that_nobody_knows_is_told_before_what_it_led_to() {
    ConnectException failure = new ConnectException();
    failure.initCause(new UnknownHostException("api.example"));
    assertThat(Failures.of(SERVER, PATCH, failure))
        .hasMessageContaining("its name is not known (nothing was sent)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"request timed out", "HTTP/1.1 header parser received no bytes"})
  void a_change_without_an_answer_may_have_been_carried_out(String words) {
    IOException failure =
        words.contains("timed out") ? new HttpTimeoutException(words) : new IOException(words);
    PortException told = Failures.of(SERVER, PATCH, failure);
    assertThat(told.kind()).isEqualTo(PortException.Kind.NO_ANSWER);
    assertThat(told).hasMessageContaining("it was sent and may have been carried out");
  }
}
