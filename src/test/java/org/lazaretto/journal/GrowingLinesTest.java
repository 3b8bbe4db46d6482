package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowingLinesTest {
  private static List<JournalLine> lines(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(n -> new JournalLine(n, Instant.EPOCH, "", "", "", new Entry.Note("n" + n)))
        .toList();
  }

  @Test
  void a_view_keeps_what_it_saw_while_lines_are_added() {
    GrowingLines growing = new GrowingLines(lines(1, 3));
    List<JournalLine> early = growing.view();

    for (int n = 4; n <= 206; n += 7) {
      growing.addAll(lines(n, Math.min(206, n + 6)));
    }

    assertThat(early).isEqualTo(lines(1, 3));
    assertThat(growing.view()).isEqualTo(lines(1, 206));
  }

  @Test
  void a_view_can_neither_be_changed_nor_read_beyond_its_end() {
    GrowingLines growing = new GrowingLines(lines(1, 2));
    List<JournalLine> view = growing.view();
    growing.addAll(lines(3, 3));

    assertThatThrownBy(() -> view.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> view.add(lines(4, 4).getFirst()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void looking_after_each_of_a_hundred_thousand_lines_copies_none_of_them() {
    GrowingLines growing = new GrowingLines(List.of());
    List<JournalLine> one = lines(1, 1);
    long seen = 0;
    for (int i = 0; i < 100_000; i++) {
      growing.addAll(one);
      seen += growing.view().size();
    }

    assertThat(seen).isEqualTo(100_000L * 100_001 / 2);
  }
}
