package org.lazaretto.range.cluster.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
  /** A Sunday. */
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *       | 2026-03-01T10:01:00Z",
        "*/15 * * * *    | 2026-03-01T10:15:00Z",
        "0 * * * *       | 2026-03-01T11:00:00Z",
        "30 2 * * *      | 2026-03-02T02:30:00Z",
        "0 9-17/4 * * *  | 2026-03-01T13:00:00Z",
        "0 0 * * 1,5     | 2026-03-02T00:00:00Z",
        "0 0 * * 7       | 2026-03-08T00:00:00Z",
        "0 0 13 * 5      | 2026-03-06T00:00:00Z",
        "0 0 29 2 *      | ",
        "@monthly        | 2026-04-01T00:00:00Z"
      })
  void it_tells_the_next_time(String schedule, Instant next) {
    assertThat(CronSchedule.parse(schedule).orElseThrow().after(NOW))
        .isEqualTo(Optional.ofNullable(next));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "* * * *", "60 * * * *", "* * 0 * *", "a * * * *", "*/0 * * * *"})
  void what_is_no_schedule_is_none(String text) {
    assertThat(CronSchedule.parse(text)).isEmpty();
  }

  @Test
  void it_is_strictly_later() {
    Instant full = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(CronSchedule.parse("0 10 * * *").orElseThrow().after(full))
        .contains(Instant.parse("2026-03-02T10:00:00Z"));
  }
}
