package org.lazaretto.range.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Knows when every workload has what it wants. */
final class Settlement implements Reconciler {
  private static final Map<ResourceType, Predicate<JsonNode>> SETTLED =
      Map.of(
          ResourceTypes.DEPLOYMENTS, Settlement::deployment,
          ResourceTypes.STATEFUL_SETS, Settlement::statefulSet,
          ResourceTypes.DAEMON_SETS, Settlement::daemonSet,
          ResourceTypes.JOBS, Settlement::job,
          ResourceTypes.PODS, Settlement::pod);

  private final ObjectStore store;
  private final Set<Open> open = new LinkedHashSet<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean settled;

  private record Open(ResourceType type, ObjectKey key) {}

  Settlement(ObjectStore store) {
    this.store = store;
  }

  /** Remembers what to look at once all work is done; nothing is to be reconciled. */
  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (SETTLED.containsKey(object.type())) {
      open.add(new Open(object.type(), object.key()));
    }
  }

  @Override
  public void reconcile(ObjectKey key) {}

  /** To be called when no controller has work left. */
  void look() {
    open.removeIf(this::done);
    lock.lock();
    try {
      settled = open.isEmpty();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean done(Open each) {
    Optional<Stored> object = store.get(each.type(), each.key().namespace(), each.key().name());
    Predicate<JsonNode> judge = SETTLED.getOrDefault(each.type(), o -> true);
    return object.filter(o -> !judge.test(o.tree())).isEmpty();
  }

  /** Whether all is settled now. */
  boolean isSettled() {
    lock.lock();
    try {
      return settled;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all is settled, for so long in real time. */
  boolean await(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!settled) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static boolean observed(JsonNode object) {
    return Tree.number(object, 0, "status", "observedGeneration")
        >= Tree.number(object, 1, "metadata", "generation");
  }

  private static boolean deployment(JsonNode object) {
    int wanted = Tree.number(object, 1, "spec", "replicas");
    return observed(object)
        && Tree.number(object, 0, "status", "replicas") == wanted
        && Tree.number(object, 0, "status", "updatedReplicas") == wanted
        && Tree.number(object, 0, "status", "availableReplicas") == wanted;
  }

  private static boolean statefulSet(JsonNode object) {
    int wanted = Tree.number(object, 1, "spec", "replicas");
    return observed(object)
        && Tree.number(object, 0, "status", "replicas") == wanted
        && Tree.number(object, 0, "status", "readyReplicas") == wanted;
  }

  private static boolean daemonSet(JsonNode object) {
    int wanted = Tree.number(object, 0, "status", "desiredNumberScheduled");
    return observed(object) && Tree.number(object, 0, "status", "numberReady") == wanted;
  }

  private static boolean job(JsonNode object) {
    int running = Tree.number(object, 0, "status", "ready");
    return Conditions.holds(object, "Complete")
        || Conditions.holds(object, "Failed")
        || (running > 0 && running == Tree.number(object, 0, "status", "active"));
  }

  /** Pods of a workload are its own matter. */
  private static boolean pod(JsonNode object) {
    boolean owned =
        Owners.controllerOf(object).filter(o -> !Tree.text(o, "kind").equals("Node")).isPresent();
    String phase = Tree.text(object, "status", "phase");
    return owned
        || phase.equals("Succeeded")
        || phase.equals("Failed")
        || Conditions.holds(object, "Ready");
  }
}
