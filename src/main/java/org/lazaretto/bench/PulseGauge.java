package org.lazaretto.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;

/**
 * Measures the CPU of the toolkit's thread from pulse to pulse, and looks at it from outside while
 * a turn lasts long. Made and started on the toolkit's thread.
 */
final class PulseGauge extends AnimationTimer implements AutoCloseable {
  private static final int LOOK_MILLIS = 4;
  private static final long LONG_NANOS = 20_000_000;

  private final Thread fx = Thread.currentThread();
  private final AtomicLong began = new AtomicLong();
  private final Thread watcher = Thread.ofPlatform().daemon().unstarted(this::watch);
  private final List<StackTraceElement[]> looks = new ArrayList<>();
  private List<Seen> turns = new ArrayList<>();

  private record Seen(double millis, List<StackTraceElement[]> looks) {}

  @Override
  public void start() {
    began.set(Screen.threadCpu());
    super.start();
    watcher.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    if (Screen.threadCpu(fx) - began.get() > LONG_NANOS) {
      add(fx.getStackTrace());
    }
  }

  private synchronized void add(StackTraceElement[] stack) {
    looks.add(stack);
  }

  @Override
  public synchronized void handle(long pulse) {
    long now = Screen.threadCpu();
    turns.add(new Seen((now - began.getAndSet(now)) / 1e6, List.copyOf(looks)));
    looks.clear();
  }

  /** The turns since this was asked last, under that name; not for the thread that is measured. */
  List<Turn> since(String page) {
    return taken().stream()
        .map(seen -> new Turn(page, seen.millis(), Doing.of(seen.looks())))
        .toList();
  }

  private synchronized List<Seen> taken() {
    List<Seen> taken = turns;
    turns = new ArrayList<>();
    return taken;
  }

  @Override
  public void close() {
    stop();
    watcher.interrupt();
  }
}
