package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Keeps as many pods as a ReplicaSet wants: makes, ends, adopts and releases them. */
public final class ReplicaSets implements Reconciler {
  private final RangeClock clock;
  private final WorkLoop loop;
  private final ObjectStore store;
  private final Pods pods;
  private final PodControl control;
  private final Adoption adoption;

  /** A controller of this store's ReplicaSets. */
  public ReplicaSets(
      RangeClock clock, ObjectStore store, Pods pods, PodControl control, WorkLoop loop) {
    this.clock = clock;
    this.loop = loop;
    this.store = store;
    this.pods = pods;
    this.control = control;
    this.adoption = new Adoption(store, pods);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.REPLICA_SETS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      PodFacts pod = pods.facts(object);
      Adoption.owner(pod, "ReplicaSet").ifPresent(dirty);
      event
          .previous()
          .map(pods::facts)
          .flatMap(p -> Adoption.owner(p, "ReplicaSet"))
          .ifPresent(dirty);
      if (pod.owner().isEmpty() && pod.active()) {
        Adoption.wanting(store, ResourceTypes.REPLICA_SETS, object).forEach(dirty);
      }
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.REPLICA_SETS, key.namespace(), key.name());
    if (found.isEmpty()) {
      return;
    }
    ObjectNode tree = found.get().tree();
    LabelSelector selector = LabelSelector.of(Tree.at(tree, "spec", "selector"));
    try {
      if (!found.get().deleting()) {
        scale(tree, adoption.claim(found.get(), tree, selector));
      }
    } finally {
      report(key);
    }
  }

  private void scale(ObjectNode tree, List<PodFacts> mine) {
    List<PodFacts> active = mine.stream().filter(PodFacts::active).toList();
    int wanted = Tree.number(tree, 1, "spec", "replicas");
    for (int i = active.size(); i < wanted; i++) {
      control.create(tree);
    }
    if (active.size() > wanted) {
      Victims.inOrder(active, related(tree, active), clock.now()).stream()
          .limit(active.size() - wanted)
          .forEach(pod -> control.delete(tree, pod));
    }
  }

  /** With the pods of the other ReplicaSets of its Deployment. */
  private List<PodFacts> related(ObjectNode tree, List<PodFacts> mine) {
    Optional<String> deployment = Owners.controllerOf(tree).map(o -> Tree.text(o, "uid"));
    return deployment.isEmpty()
        ? mine
        : store.byOwner(deployment.get()).stream()
            .filter(o -> o.type().equals(ResourceTypes.REPLICA_SETS))
            .flatMap(o -> pods.of(o).stream())
            .filter(PodFacts::active)
            .toList();
  }

  private void report(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.REPLICA_SETS, key.namespace(), key.name());
    if (found.isEmpty()) {
      return;
    }
    List<PodFacts> active = pods.of(found.get()).stream().filter(PodFacts::active).toList();
    long ready = active.stream().filter(PodFacts::serves).count();
    Duration least =
        Duration.ofSeconds(Tree.number(found.get().tree(), 0, "spec", "minReadySeconds"));
    long available = active.stream().filter(p -> p.hasServed(least, clock.now())).count();
    if (available < ready) {
      loop.later(least.plusSeconds(1), this, key);
    }
    store.update(
        ResourceTypes.REPLICA_SETS,
        key.namespace(),
        key.name(),
        rs -> {
          ObjectNode status = Tree.made(rs, "status");
          status.put("replicas", active.size());
          count(status, "fullyLabeledReplicas", active.size());
          count(status, "readyReplicas", ready);
          count(status, "availableReplicas", available);
          status.put("observedGeneration", rs.path("metadata").path("generation").asLong());
          return rs;
        });
  }

  /** Zero is left out, as the API's encoding does. */
  static void count(ObjectNode status, String field, long count) {
    if (count == 0) {
      status.remove(field);
    } else {
      status.put(field, count);
    }
  }
}
