package org.lazaretto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowLineTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void what_is_said_passes_both_ways_and_an_answer_takes_its_time_once_it_is_told_so()
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, HERE);
        SlowLine line = new SlowLine(server.getLocalPort());
        Socket client = new Socket(HERE, line.port());
        Socket behind = server.accept()) {
      client.getOutputStream().write('q');
      assertThat(behind.getInputStream().read()).isEqualTo('q');
      line.delay(Duration.ofMillis(50));
      long asked = System.nanoTime();
      behind.getOutputStream().write('a');

      assertThat(client.getInputStream().read()).isEqualTo('a');
      assertThat(Duration.ofNanos(System.nanoTime() - asked))
          .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }
  }

  @Test
  void it_ends_with_its_server() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, HERE);
        SlowLine line = new SlowLine(server.getLocalPort());
        Socket client = new Socket(HERE, line.port())) {
      server.accept().close();

      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }
}
