package org.lazaretto.range.cluster.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Watch;

/**
 * The queue of all controllers. Changes wake it; it runs in the clock's thread until nothing is
 * left to do. Each object stands in it at most once a controller, so it is never longer than there
 * are objects. What is refused is tried again later and later, up to every quarter of an hour.
 */
public final class WorkLoop implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 10;

  private final RangeClock clock;
  private final ObjectStore store;
  private final List<Reconciler> reconcilers = new ArrayList<>();
  private final Queue<StoreEvent> inbox = new ConcurrentLinkedQueue<>();
  private final LinkedHashSet<Work> queue = new LinkedHashSet<>();
  private final Map<Work, Integer> failures = new HashMap<>();
  private final List<Runnable> whenIdle = new CopyOnWriteArrayList<>();
  private final AtomicBoolean awake = new AtomicBoolean();
  private final AtomicBoolean open = new AtomicBoolean();
  private Watch watch = () -> {};

  private record Work(Reconciler by, ObjectKey key) {}

  /** A loop that has not begun. */
  public WorkLoop(RangeClock clock, ObjectStore store) {
    this.clock = clock;
    this.store = store;
  }

  /** Adds a controller; before {@link #start}. Those added first hear of a change first. */
  public void add(Reconciler reconciler) {
    reconcilers.add(reconciler);
  }

  /** Begins to listen. What is in the store already counts as seen. */
  public void start() {
    open.set(true);
    watch =
        store.onChange(event -> {
          inbox.add(event);
          wake();
        });
  }

  /** Has something done whenever all work is done. */
  public void whenIdle(Runnable task) {
    whenIdle.add(task);
  }

  /** Has a controller look at an object after a while. */
  public void later(Duration delay, Reconciler by, ObjectKey key) {
    clock.after(
        delay,
        () -> {
          queue.add(new Work(by, key));
          drain();
        });
  }

  private void wake() {
    if (awake.compareAndSet(false, true)) {
      clock.after(Duration.ZERO, this::drain);
    }
  }

  private void drain() {
    awake.set(false);
    if (!open.get()) {
      return;
    }
    hear();
    while (!queue.isEmpty()) {
      Work next = queue.removeFirst();
      run(next);
      hear();
    }
    whenIdle.forEach(Runnable::run);
  }

  private void run(Work work) {
    try {
      work.by().reconcile(work.key());
      failures.remove(work);
    } catch (ApiProblem changedOrRefused) {
      int before = Math.min(failures.merge(work, 1, Integer::sum) - 1, MOST_DOUBLINGS);
      later(AGAIN.multipliedBy(1L << before), work.by(), work.key());
    }
  }

  private void hear() {
    StoreEvent event;
    while ((event = inbox.poll()) != null) {
      for (Reconciler each : reconcilers) {
        each.seen(event, key -> queue.add(new Work(each, key)));
      }
    }
  }

  /** Stops listening and working. */
  @Override
  public void close() {
    open.set(false);
    watch.close();
  }
}
