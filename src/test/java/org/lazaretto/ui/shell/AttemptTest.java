package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.ui.fx.Background;

@Timeout(20)
class AttemptTest {
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
  private final Background background = new Background(workers, fx::add);
  private final LinkedBlockingQueue<String> closed = new LinkedBlockingQueue<>();
  private final List<String> came = new ArrayList<>();

  @AfterEach
  void end() {
    workers.shutdownNow();
  }

  private Attempt<String> attempt(Background.Work<String> work) {
    return new Attempt<>(background, work, closed::add);
  }

  @Test
  void what_comes_is_handed_over() throws Exception {
    attempt(() -> "case").start(came::add, _ -> {});
    fx.take().run();
    assertThat(came).containsExactly("case");
    assertThat(closed).isEmpty();
  }

  @Test
  void what_comes_after_it_was_given_up_is_closed() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch given = new CountDownLatch(1);
    Runnable giveUp =
        attempt(
                () -> {
                  working.countDown();
                  boolean interrupted = false;
                  while (given.getCount() > 0) {
                    try {
                      given.await();
                    } catch (InterruptedException e) {
                      interrupted = true;
                    }
                  }
                  return "case, interrupted: " + interrupted;
                })
            .start(came::add, _ -> {});
    working.await();
    giveUp.run();
    given.countDown();
    assertThat(closed.take()).startsWith("case");
    assertThat(came).isEmpty();
  }

  @Test
  void what_came_already_and_is_not_wanted_any_more_is_closed() throws Exception {
    Runnable giveUp = attempt(() -> "case").start(came::add, _ -> {});
    Runnable handing = fx.take();
    giveUp.run();
    handing.run();
    assertThat(closed.take()).isEqualTo("case");
    assertThat(came).isEmpty();
  }

  @Test
  void a_failure_after_it_was_given_up_is_told_to_nobody() throws Exception {
    List<String> told = new ArrayList<>();
    Runnable giveUp =
        attempt(
                () -> {
                  throw new IllegalStateException("bug");
                })
            .start(came::add, failure -> told.add(failure.code()));
    Runnable telling = fx.take();
    giveUp.run();
    telling.run();
    assertThat(told).isEmpty();
  }
}
