package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.LabelSelector;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Keeps as many pods as a ReplicaSet wants: makes, ends, adopts and releases them. */
public final class ReplicaSets implements Reconciler {
  private final ObjectStore store;
  private final Pods pods;
  private final PodControl control;
  private final Adoption adoption;

  /** A controller of this store's ReplicaSets. */
  public ReplicaSets(ObjectStore store, Pods pods, PodControl control) {
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
      owner(pod).ifPresent(dirty);
      event.previous().map(pods::facts).flatMap(this::owner).ifPresent(dirty);
      if (pod.owner().isEmpty() && pod.active()) {
        wanting(object).forEach(dirty);
      }
    }
  }

  private Optional<ObjectKey> owner(PodFacts pod) {
    return pod.owner()
        .filter(o -> o.kind().equals("ReplicaSet"))
        .map(o -> new ObjectKey(pod.key().namespace(), o.name()));
  }

  private List<ObjectKey> wanting(Stored orphan) {
    if (orphan.labels().isEmpty()) {
      return List.of();
    }
    return store.list(ResourceTypes.REPLICA_SETS, Optional.of(orphan.namespace())).stream()
        .filter(
            rs -> LabelSelector.of(Tree.at(rs.tree(), "spec", "selector")).selects(orphan.labels()))
        .map(Stored::key)
        .toList();
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.REPLICA_SETS, key.namespace(), key.name());
    if (found.isEmpty()) {
      return;
    }
    ObjectNode tree = found.get().tree();
    LabelSelector selector = LabelSelector.of(Tree.at(tree, "spec", "selector"));
    if (!found.get().deleting()) {
      scale(tree, adoption.claim(found.get(), tree, selector));
    }
    report(key);
  }

  private void scale(ObjectNode tree, List<PodFacts> mine) {
    List<PodFacts> active = mine.stream().filter(PodFacts::active).toList();
    int wanted = Tree.number(tree, 1, "spec", "replicas");
    for (int i = active.size(); i < wanted; i++) {
      control.create(tree);
    }
    if (active.size() > wanted) {
      leastWanted(active).stream()
          .limit(active.size() - wanted)
          .forEach(pod -> control.delete(tree, pod));
    }
  }

  /** Those to go first, first: the order of the real controller. */
  static List<PodFacts> leastWanted(List<PodFacts> pods) {
    Map<String, Long> together =
        pods.stream()
            .collect(Collectors.groupingBy(PodFacts::node, HashMap::new, Collectors.counting()));
    Comparator<PodFacts> order =
        Comparator.comparing((PodFacts p) -> p.bound())
            .thenComparing(p -> Set.of("Pending", "Unknown", "Running").contains(p.life().phase()))
            .thenComparingInt(p -> rank(p.life().phase()))
            .thenComparing(p -> p.life().ready())
            .thenComparingLong(p -> -together.getOrDefault(p.node(), 1L))
            .thenComparingInt(p -> -p.life().restarts())
            .thenComparing(p -> p.life().created(), Comparator.reverseOrder())
            .thenComparing((Function<PodFacts, String>) p -> p.key().name());
    return pods.stream().sorted(order).toList();
  }

  private static int rank(String phase) {
    return switch (phase) {
      case "Pending" -> 0;
      case "Running" -> 2;
      default -> 1;
    };
  }

  private void report(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.REPLICA_SETS, key.namespace(), key.name());
    if (found.isEmpty()) {
      return;
    }
    List<PodFacts> active = pods.of(found.get()).stream().filter(PodFacts::active).toList();
    long ready = active.stream().filter(PodFacts::serves).count();
    store.update(
        ResourceTypes.REPLICA_SETS,
        key.namespace(),
        key.name(),
        rs -> {
          ObjectNode status = Tree.made(rs, "status");
          status.put("replicas", active.size());
          count(status, "fullyLabeledReplicas", active.size());
          count(status, "readyReplicas", ready);
          count(status, "availableReplicas", ready);
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
