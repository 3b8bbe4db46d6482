package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.observe.Detail;
import org.lazaretto.ui.fx.Failure;

@Timeout(20)
class LogFollowerTest {
  private final LogBuffer buffer = new LogBuffer();
  private final Queue<Detail<InputStream>> answers = new ArrayDeque<>();
  private final LogFollower follower = new LogFollower(() -> answers.remove(), buffer, () -> {});

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream breaking(String text) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset by peer");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    return new SequenceInputStream(bytes(text), broken);
  }

  private List<String> texts() {
    return buffer.drain().stream().map(TextLine::text).toList();
  }

  @Test
  void a_log_is_read_to_its_end() throws Exception {
    answers.add(
        new Detail.Read<>(
            bytes("2026-11-21T10:00:00.123456Z one\n2026-11-21T10:00:01Z two\nno time\n")));

    assertThat(follower.read()).isEqualTo(new LogState.Ended());
    assertThat(buffer.drain())
        .containsExactly(
            new TextLine(0, "10:00:00.123Z", "one", false),
            new TextLine(1, "10:00:01.000Z", "two", false),
            new TextLine(2, "", "no time", false));
  }

  @Test
  void a_connection_that_breaks_is_told_and_no_line_is_shown_twice() throws Exception {
    String first = "2026-11-21T10:00:00Z one\n2026-11-21T10:00:01Z two\n";
    answers.add(new Detail.Read<>(breaking(first)));
    answers.add(
        new Detail.Read<>(
            bytes(first + "2026-11-21T10:00:01Z two and a half\n2026-11-21T10:00:02Z three\n")));

    assertThat(follower.read()).isEqualTo(new LogState.Ended());
    assertThat(texts())
        .containsExactly(
            "one",
            "two",
            "— the connection broke (reset by peer) and was made again —",
            "two and a half",
            "three");
  }

  @Test
  void a_server_that_is_away_for_a_while_is_asked_again_once_a_log_was_read() throws Exception {
    answers.add(new Detail.Read<>(breaking("2026-11-21T10:00:00Z one\n")));
    answers.add(new Detail.Unavailable<>("UNREACHABLE", "connection refused"));
    answers.add(new Detail.Gone<>("no such pod"));

    assertThat(follower.read()).isEqualTo(new LogState.Gone());
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void what_cannot_be_read_at_first_is_said_with_its_code() throws Exception {
    answers.add(new Detail.Unavailable<>("INVALID", "container is waiting to start"));
    assertThat(follower.read())
        .isEqualTo(
            new LogState.Failed(new Failure("LZ-INVALID", "container is waiting to start", "")));
  }

  @Test
  void what_may_not_be_read_is_not_asked_for_again() throws Exception {
    answers.add(new Detail.Denied<>("no"));
    assertThat(follower.read()).isEqualTo(new LogState.Denied("no"));
  }

  @Test
  void closing_ends_a_reader_that_waits_for_more() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    answers.add(
        new Detail.Read<>(
            new InputStream() {
              @Override
              public int read() throws IOException {
                reading.countDown();
                try {
                  closed.await();
                } catch (InterruptedException e) {
                  throw new java.io.InterruptedIOException();
                }
                return -1;
              }

              @Override
              public int read(byte[] into, int offset, int length) throws IOException {
                return read();
              }

              @Override
              public void close() {
                closed.countDown();
              }
            }));
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      Future<LogState> ended = worker.submit(follower::read);
      reading.await();
      follower.close();
      assertThat(ended.get(10, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(closed.getCount()).isZero();
  }

  @Test
  void a_follower_that_was_closed_before_it_began_asks_nothing() throws Exception {
    follower.close();
    assertThat(follower.read()).isEqualTo(new LogState.Opening());
  }

  @Test
  void a_log_that_floods_loses_its_oldest_lines_only() {
    for (int i = 0; i < LogBuffer.MOST_LINES + 5; i++) {
      buffer.add("", "line " + i, false);
    }
    List<TextLine> kept = buffer.drain();
    assertThat(kept).hasSize(LogBuffer.MOST_LINES);
    assertThat(kept.getFirst().text()).isEqualTo("line 5");

    String long4k = "x".repeat(4_096);
    for (int i = 0; i < 5_000; i++) {
      buffer.add("", long4k, false);
    }
    assertThat(buffer.size()).isEqualTo(LogBuffer.MOST_CHARS / 4_096);
  }
}
