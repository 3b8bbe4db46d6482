package org.lazaretto.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterWatch;

/**
 * Follows every pod under a budget, event by event, and keeps how near each budget came to being
 * violated. It counts by itself: ready and not being deleted, against what the budget requires.
 */
final class BudgetWatch implements ClusterWatch.Sink, AutoCloseable {
  private final ClusterWatch watch;
  private final Map<String, Budget> budgets = new HashMap<>();
  private final Map<String, Pod> pods = new HashMap<>();
  private final Map<String, Set<String>> healthy = new HashMap<>();
  private final Map<String, Integer> spare = new HashMap<>();
  private final Set<ObservedKind> open =
      EnumSet.of(ObservedKind.POD, ObservedKind.POD_DISRUPTION_BUDGET);
  private final CountDownLatch listed = new CountDownLatch(open.size());
  private int events;

  private BudgetWatch(ClusterWatch watch) {
    this.watch = watch;
  }

  /** Follows from now on. */
  static BudgetWatch begin(ClusterConnection connection, Duration patience)
      throws InterruptedException, BenchException {
    BudgetWatch budgets = new BudgetWatch(connection.watch());
    budgets.watch.start(budgets);
    if (!budgets.listed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      budgets.close();
      throw new BenchException("The budgets were not listed in " + patience + ".");
    }
    return budgets;
  }

  /**
   * How near they came, in words.
   *
   * @throws BenchException if one was violated
   */
  synchronized String text() throws BenchException {
    int least = spare.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    if (least < 0) {
      throw new BenchException("A budget had " + -least + " healthy pods too few.");
    }
    return "budgets: %d, of %d events none with fewer healthy pods than required, at least %d more"
        .formatted(spare.size(), events, least);
  }

  private void pod(Pod pod) {
    pods.put(pod.ref().uid(), pod);
    boolean serves = pod.status().ready() && pod.active() && pod.status().deleting().isEmpty();
    for (Budget budget : budgets.values()) {
      if (budget.covers(pod)) {
        count(budget, pod.ref().uid(), serves);
      }
    }
  }

  private void count(Budget budget, String pod, boolean serves) {
    Set<String> all = healthy.computeIfAbsent(budget.object().uid(), _ -> new HashSet<>());
    if (serves ? all.add(pod) : all.remove(pod)) {
      compare(budget);
    }
  }

  private void compare(Budget budget) {
    if (open.isEmpty()) {
      String uid = budget.object().uid();
      int now = healthy.getOrDefault(uid, Set.of()).size() - budget.desiredHealthy();
      spare.merge(uid, now, Math::min);
    }
  }

  @Override
  public synchronized void page(ObservedKind kind, List<ClusterObject> page) {
    page.forEach(this::changed);
  }

  @Override
  public synchronized void changed(ClusterObject object) {
    switch (object) {
      case Pod pod -> {
        events++;
        pod(pod);
      }
      case Budget budget -> {
        budgets.put(budget.object().uid(), budget);
        List.copyOf(pods.values()).forEach(this::pod);
        compare(budget);
      }
      default -> {}
    }
  }

  @Override
  public synchronized void removed(ObservedKind kind, String uid) {
    if (kind == ObservedKind.POD) {
      pods.remove(uid);
      budgets.values().forEach(budget -> count(budget, uid, false));
    }
  }

  @Override
  public synchronized void listed(ObservedKind kind, Instant at) {
    if (open.remove(kind)) {
      if (open.isEmpty()) {
        budgets.values().forEach(this::compare);
      }
      listed.countDown();
    }
  }

  @Override
  public void listing(ObservedKind kind) {}

  @Override
  public void alive(ObservedKind kind, Instant at) {}

  @Override
  public void denied(ObservedKind kind, String reason) {}

  @Override
  public void lost(ObservedKind kind, String reason) {}

  @Override
  public void close() {
    watch.close();
  }
}
