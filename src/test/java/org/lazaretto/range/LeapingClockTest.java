package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.Cancellable;

class LeapingClockTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void the_past_passes_at_once_in_its_order() {
    try (LeapingClock clock = new LeapingClock(START)) {
      List<Instant> seen = new ArrayList<>();
      clock.after(Duration.ofMinutes(2), () -> seen.add(clock.now()));
      clock.after(Duration.ofMinutes(1), () -> seen.add(clock.now()));
      clock.leap(Duration.ofHours(1));
      assertThat(seen).containsExactly(START.plusSeconds(60), START.plusSeconds(120));
      assertThat(clock.now()).isEqualTo(START.plusSeconds(3600));
    }
  }

  @Test
  void what_is_due_after_the_past_happens_in_the_present() throws Exception {
    try (LeapingClock clock = new LeapingClock(START)) {
      CountDownLatch happened = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      clock.after(Duration.ofSeconds(70), happened::countDown);
      Cancellable cancelled = clock.after(Duration.ofSeconds(65), never::countDown);
      clock.leap(Duration.ofMinutes(1));
      clock.run(100, InstantSource.system());
      cancelled.cancel();
      assertThat(happened.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(never.getCount()).isEqualTo(1);
      assertThat(clock.now()).isAfterOrEqualTo(START.plusSeconds(70));
    }
  }

  @Test
  void new_tasks_go_to_the_running_clock() throws Exception {
    try (LeapingClock clock = new LeapingClock(START)) {
      clock.run(1000, InstantSource.system());
      CountDownLatch happened = new CountDownLatch(1);
      clock.after(Duration.ofSeconds(5), happened::countDown);
      assertThat(happened.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
