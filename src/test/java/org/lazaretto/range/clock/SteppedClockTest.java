package org.lazaretto.range.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteppedClockTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private final SteppedClock clock = new SteppedClock(START);
  private final List<String> ran = new ArrayList<>();

  @Test
  void tasks_run_in_the_order_of_their_time_and_see_that_time() {
    clock.after(Duration.ofSeconds(2), () -> ran.add("late " + clock.now()));
    clock.after(Duration.ofSeconds(1), () -> ran.add("early " + clock.now()));
    clock.after(Duration.ofSeconds(1), () -> ran.add("early too"));

    clock.advance(Duration.ofSeconds(3));

    assertThat(ran)
        .containsExactly("early 2026-03-01T10:00:01Z", "early too", "late 2026-03-01T10:00:02Z");
    assertThat(clock.now()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void a_task_that_is_not_due_waits() {
    clock.after(Duration.ofSeconds(5), () -> ran.add("x"));

    clock.advance(Duration.ofMillis(4999));

    assertThat(ran).isEmpty();
  }

  @Test
  void a_task_called_off_never_runs() {
    Cancellable task = clock.after(Duration.ofSeconds(1), () -> ran.add("x"));

    task.cancel();
    task.cancel();
    clock.advance(Duration.ofSeconds(2));

    assertThat(ran).isEmpty();
  }

  @Test
  void a_task_added_by_a_task_runs_in_the_same_step_if_due() {
    clock.after(
        Duration.ofSeconds(1), () -> clock.after(Duration.ofSeconds(1), () -> ran.add("second")));

    clock.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("second");
  }

  @Test
  void time_does_not_go_back() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
