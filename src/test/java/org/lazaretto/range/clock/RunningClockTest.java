package org.lazaretto.range.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RunningClockTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void simulated_time_passes_at_its_own_speed() {
    AtomicReference<Instant> real = new AtomicReference<>(Instant.EPOCH);
    try (RunningClock clock = new RunningClock(START, 10, real::get)) {
      real.set(Instant.EPOCH.plusSeconds(3));

      assertThat(clock.now()).isEqualTo(START.plusSeconds(30));
    }
  }

  @Test
  void a_real_clock_set_back_does_not_turn_time_before_the_start() {
    AtomicReference<Instant> real = new AtomicReference<>(Instant.EPOCH);
    try (RunningClock clock = new RunningClock(START, 1, real::get)) {
      real.set(Instant.EPOCH.minusSeconds(3));

      assertThat(clock.now()).isEqualTo(START);
    }
  }

  @Test
  void an_hour_at_high_speed_is_over_at_once() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    try (RunningClock clock = new RunningClock(START, 1_000_000, InstantSource.system())) {
      clock.after(Duration.ofHours(1), ran::countDown);

      assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_closed_clock_takes_tasks_but_never_runs_them() {
    CountDownLatch ran = new CountDownLatch(1);
    RunningClock clock = new RunningClock(START, 1, InstantSource.system());

    clock.close();
    clock.after(Duration.ZERO, ran::countDown).cancel();

    assertThat(ran.getCount()).isEqualTo(1);
  }

  @Test
  void a_speed_of_nothing_is_refused() {
    assertThatThrownBy(() -> new RunningClock(START, 0, InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
