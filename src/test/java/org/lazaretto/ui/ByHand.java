package org.lazaretto.ui;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.lazaretto.ui.fx.Background;

/** Background work that is done when the test says so, on its own thread. */
public final class ByHand extends AbstractExecutorService {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /** Background work that this does. */
  public Background background() {
    return new Background(this, Runnable::run);
  }

  /** Does all that waits, and what comes of it. */
  public int work() {
    int done = 0;
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
      done++;
    }
    return done;
  }

  /** How much waits. */
  public int waiting() {
    return waiting.size();
  }

  @Override
  public void execute(Runnable command) {
    waiting.add(command);
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
