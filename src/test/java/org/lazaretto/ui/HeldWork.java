package org.lazaretto.ui;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.lazaretto.ui.fx.Background;

/** Work that is done in the test's own thread: at once, or when the test says so. */
public final class HeldWork extends AbstractExecutorService {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean held;

  /** Work that waits from the beginning. */
  public static HeldWork waitingWork() {
    HeldWork work = new HeldWork();
    work.hold();
    return work;
  }

  /** Background work for view models without a toolkit. */
  public Background background() {
    return new Background(this, Runnable::run);
  }

  /** From now on work waits. */
  public void hold() {
    held = true;
  }

  /** Does the work that waits first; whether there was any. */
  public boolean next() {
    Runnable work = waiting.poll();
    if (work != null) {
      work.run();
    }
    return work != null;
  }

  /** Does all the work that waits, and what comes of it; how much that was. */
  public int work() {
    int done = 0;
    while (next()) {
      done++;
    }
    return done;
  }

  /** Does the work that waits; from now on nothing waits. */
  public void release() {
    held = false;
    work();
  }

  /** How much work waits. */
  public int waiting() {
    return waiting.size();
  }

  @Override
  public void execute(Runnable work) {
    if (held) {
      waiting.add(work);
    } else {
      work.run();
    }
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.copyOf((Collection<Runnable>) waiting);
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
  public boolean awaitTermination(long time, TimeUnit unit) {
    return true;
  }
}
