package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "212000, 212 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "31800000000, 32 GB",
    "5000000000000, 5.0 TB"
  })
  void a_size_has_a_unit_that_keeps_it_short(long bytes, String text) {
    assertThat(Wording.size(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, no nodes", "1, one node", "12, twelve nodes", "13, 13 nodes"})
  void a_count_up_to_twelve_is_a_word(long number, String text) {
    assertThat(Wording.count(number, "node")).isEqualTo(text);
  }

  @Test
  void a_list_names_a_few_and_counts_the_others() {
    assertThat(Wording.list(List.of(), 3)).isEmpty();
    assertThat(Wording.list(List.of("a"), 3)).isEqualTo("a");
    assertThat(Wording.list(List.of("a", "b"), 3)).isEqualTo("a and b");
    assertThat(Wording.list(List.of("a", "b", "c", "d"), 3)).isEqualTo("a, b, c and d");
    assertThat(Wording.list(List.of("a", "b", "c", "d", "e"), 3)).isEqualTo("a, b, c and 2 more");
  }

  @Test
  void a_hash_is_shortened_in_groups() {
    assertThat(Wording.shortened("4be190aa7c3d" + "0".repeat(48) + "18ff"))
        .isEqualTo("4be1 90aa 7c3d … 18ff");
    assertThat(Wording.shortened("short")).isEqualTo("short");
  }

  @Test
  void a_sentence_begins_large_and_ends_with_one_stop() {
    assertThat(Wording.sentence("two nodes")).isEqualTo("Two nodes");
    assertThat(Wording.sentence("")).isEmpty();
    assertThat(Wording.stopped("It is so")).isEqualTo("It is so.");
    assertThat(Wording.stopped("Is it?")).isEqualTo("Is it?");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.4S, 0 s",
    "PT59S, 59 s",
    "PT60S, 1 min",
    "PT9M59S, 9 min 59 s",
    "PT32M26S, 32 min",
    "PT3H, 3 h",
    "PT3H20M, 3 h 20 min",
    "PT50H, 2 d 2 h"
  })
  void a_span_of_time_has_its_two_largest_units(Duration span, String text) {
    assertThat(Times.span(span)).isEqualTo(text);
  }
}
