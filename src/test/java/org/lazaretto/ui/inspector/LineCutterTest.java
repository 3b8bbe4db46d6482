package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.inspector.LineCutter.Cut;

class LineCutterTest {
  private static List<Cut> cut(InputStream in) throws IOException {
    LineCutter cutter = new LineCutter(in);
    List<Cut> all = new ArrayList<>();
    for (Optional<Cut> cut = cutter.next(); cut.isPresent(); cut = cutter.next()) {
      all.add(cut.get());
    }
    return all;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void lines_are_cut_at_their_ends_and_the_last_needs_none() throws Exception {
    assertThat(cut(bytes("one\n\r\n\ntwo\r\nthree")))
        .containsExactly(
            new Cut("one", 3),
            new Cut("", 1),
            new Cut("", 0),
            new Cut("two", 4),
            new Cut("three", 5));
    assertThat(cut(bytes(""))).isEmpty();
  }

  @Test
  void bytes_that_come_one_by_one_make_the_same_lines() throws Exception {
    InputStream drop =
        new InputStream() {
          private final InputStream all = bytes("größe\nzwei\n");

          @Override
          public int read() throws IOException {
            return all.read();
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return all.read(into, offset, 1);
          }
        };
    assertThat(cut(drop)).containsExactly(new Cut("größe", 7), new Cut("zwei", 4));
  }

  @Test
  void of_a_line_of_ten_megabytes_little_is_kept_and_its_length_is_known() throws Exception {
    byte[] large = new byte[10 << 20];
    java.util.Arrays.fill(large, (byte) 'x');
    InputStream in =
        new java.io.SequenceInputStream(new ByteArrayInputStream(large), bytes("\nnext\n"));

    List<Cut> lines = cut(in);

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().bytes()).isEqualTo(10 << 20);
    assertThat(lines.getFirst().text()).hasSize(2 * Lines.LONGEST);
    assertThat(Lines.visible(lines.getFirst().text(), lines.getFirst().bytes()))
        .hasSizeLessThan(Lines.LONGEST + 60)
        .endsWith(" … cut here: the line has 10,485,760 bytes");
    assertThat(lines.getLast().text()).isEqualTo("next");
  }

  @Test
  void bytes_that_are_no_text_do_not_end_the_log() throws Exception {
    assertThat(cut(new ByteArrayInputStream(new byte[] {(byte) 0xff, 'a', '\n', 'b'})))
        .extracting(Cut::text)
        .containsExactly("\ufffda", "b");
  }

  @Test
  void a_line_begins_with_its_time_or_has_none() {
    assertThat(LogLine.of(new Cut("2026-11-21T10:00:00.5Z hello world", 34)))
        .isEqualTo(
            new LogLine(Optional.of(Instant.parse("2026-11-21T10:00:00.5Z")), "hello world", 11));
    assertThat(LogLine.of(new Cut("hello world", 11)))
        .isEqualTo(new LogLine(Optional.empty(), "hello world", 11));
    assertThat(LogLine.of(new Cut("", 0)).text()).isEmpty();
  }

  @Test
  void what_a_terminal_would_obey_is_shown_instead() {
    assertThat(Lines.visible("\u001b[2J\tall\u202e is well\u0007", 20))
        .isEqualTo("\\u001b[2J    all\\u202e is well\\u0007");
  }

  @Test
  void a_line_of_escapes_does_not_grow_beyond_the_bound() {
    String evil = "\u001b".repeat(4_000);
    assertThat(Lines.visible(evil, evil.length())).hasSizeLessThan(Lines.LONGEST + 60);
  }

  @Test
  void a_pair_of_surrogates_is_not_cut_in_two() {
    String emoji = "x".repeat(Lines.LONGEST - 1) + "\ud83d\ude00";
    assertThat(Lines.visible(emoji, emoji.length())).doesNotContain("\\ud83d");
  }
}
