package org.lazaretto.ui.inspector;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.lazaretto.ui.fx.Background;

/** Workers that do their work when a test says so, on the test's own thread. */
final class AtOnce extends AbstractExecutorService {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean held;

  /** Work is done as soon as it is given. */
  static Background background() {
    return new Background(new AtOnce(), Runnable::run);
  }

  Background asBackground() {
    return new Background(this, Runnable::run);
  }

  /** From now on work waits for {@link #release}. */
  void hold() {
    held = true;
  }

  /** Does what waits. */
  void release() {
    held = false;
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Override
  public void execute(Runnable command) {
    if (held) {
      waiting.add(command);
    } else {
      command.run();
    }
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.copyOf(waiting);
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
