package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Marks pods for deletion whose node bears a NoExecute taint that they do not tolerate, or no
 * longer tolerate; budgets are not asked. Unlike the real one it has no rate limit and does not
 * hold back when a whole zone is gone.
 */
public final class TaintEvictions implements Reconciler {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;
  private final Map<String, List<NodeFacts.Taint>> tainted = new HashMap<>();
  private final Map<ObjectKey, Planned> planned = new HashMap<>();

  private record Planned(String uid, Instant since, Instant due, Cancellable timer) {}

  /** A controller of this store's pods. */
  public TaintEvictions(RangeClock clock, ObjectStore store, Recorder events) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.NODES)) {
      List<NodeFacts.Taint> taints =
          event.change() == StoreEvent.Change.DELETED
              ? List.of()
              : NodeFacts.of(object).taints().stream().filter(NodeFacts.Taint::evicts).toList();
      if (!taints.equals(tainted.getOrDefault(object.name(), List.of()))) {
        tainted.put(object.name(), taints);
        store.podsOnNode(object.name()).forEach(p -> dirty.accept(p.key()));
      }
      tainted.remove(object.name(), List.of());
    }
    if (object.type().equals(ResourceTypes.PODS)
        && (planned.containsKey(object.key())
            || tainted.containsKey(object.field("spec.nodeName").orElse("")))) {
      dirty.accept(object.key());
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> pod =
        store.get(ResourceTypes.PODS, key.namespace(), key.name()).filter(p -> !p.deleting());
    List<NodeFacts.Taint> taints =
        pod.flatMap(p -> p.field("spec.nodeName")).map(this::taints).orElse(List.of());
    if (taints.isEmpty()) {
      callOff(key, pod);
      return;
    }
    JsonNode tolerations = Tree.at(pod.get().tree(), "spec", "tolerations");
    Optional<Duration> patience = patience(taints, tolerations);
    if (patience.isEmpty()) {
      callOff(key, pod);
    } else {
      plan(pod.get(), patience.get());
    }
  }

  private List<NodeFacts.Taint> taints(String node) {
    return tainted.getOrDefault(node, List.of());
  }

  /** How long the pod tolerates all these taints; nothing if for ever. */
  private static Optional<Duration> patience(List<NodeFacts.Taint> taints, JsonNode tolerations) {
    Optional<Duration> least = Optional.empty();
    for (NodeFacts.Taint taint : taints) {
      Optional<ObjectNode> toleration = taint.toleration(tolerations);
      if (toleration.isEmpty()) {
        return Optional.of(Duration.ZERO);
      }
      JsonNode seconds = toleration.get().path("tolerationSeconds");
      if (seconds.isNumber()) {
        Duration its = Duration.ofSeconds(Math.max(0, seconds.asLong()));
        least = least.filter(l -> l.compareTo(its) < 0).or(() -> Optional.of(its));
      }
    }
    return least;
  }

  private void plan(Stored pod, Duration patience) {
    Optional<Planned> before =
        Optional.ofNullable(planned.get(pod.key())).filter(p -> p.uid().equals(pod.uid()));
    Instant due = before.map(Planned::since).orElseGet(clock::now).plus(patience);
    if (before.filter(p -> p.due().equals(due)).isPresent()) {
      return;
    }
    Instant since = due.minus(patience);
    Optional.ofNullable(planned.remove(pod.key())).ifPresent(p -> p.timer().cancel());
    if (!due.isAfter(clock.now())) {
      evict(pod.key(), pod.uid());
      return;
    }
    Cancellable timer =
        clock.after(
            Duration.between(clock.now(), due),
            () -> {
              planned.remove(pod.key());
              evict(pod.key(), pod.uid());
            });
    planned.put(pod.key(), new Planned(pod.uid(), since, due, timer));
  }

  private void callOff(ObjectKey key, Optional<Stored> pod) {
    Planned before = planned.remove(key);
    if (before == null) {
      return;
    }
    before.timer().cancel();
    String message = "Cancelling deletion of Pod " + key.namespace() + "/" + key.name();
    pod.ifPresent(p -> tell(p, message));
  }

  private void tell(Stored pod, String message) {
    events.record(
        pod.tree(), Note.normal("TaintManagerEviction", message), "taint-eviction-controller");
  }

  private void evict(ObjectKey key, String uid) {
    Optional<Stored> pod =
        store
            .get(ResourceTypes.PODS, key.namespace(), key.name())
            .filter(p -> p.uid().equals(uid) && !p.deleting());
    if (pod.isEmpty()) {
      return;
    }
    tell(pod.get(), "Marking for deletion Pod " + key.namespace() + "/" + key.name());
    String why = "Taint manager: deleting due to NoExecute taint";
    present.change(
        ResourceTypes.PODS,
        key,
        p ->
            Conditions.set(
                p,
                Condition.of("DisruptionTarget", true, "DeletionByTaintManager", why),
                clock.now()));
    present.delete(ResourceTypes.PODS, key, Deletion.gracefully().onlyUid(uid));
  }
}
