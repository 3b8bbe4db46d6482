package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.Stored;

/**
 * Which pods belong to a workload: it releases those that lost its labels and adopts orphans that
 * bear them.
 */
final class Adoption {
  private final ObjectStore store;
  private final Pods pods;

  Adoption(ObjectStore store, Pods pods) {
    this.store = store;
    this.pods = pods;
  }

  /** Releases and adopts, and gives the pods that belong to the workload now. */
  List<PodFacts> claim(Stored workload, ObjectNode tree, LabelSelector selector) {
    return claim(workload, tree, selector, pod -> true);
  }

  /** The same, but adopts only what fits. */
  List<PodFacts> claim(
      Stored workload, ObjectNode tree, LabelSelector selector, Predicate<PodFacts> fits) {
    List<PodFacts> mine = new ArrayList<>();
    for (PodFacts pod : pods.of(workload)) {
      if (selector.matches(pod.labels())) {
        mine.add(pod);
      } else if (!pod.stored().deleting()) {
        Owning.release(store, pod.stored(), workload.uid());
      }
    }
    for (Stored each : pods.in(workload.namespace())) {
      if (each.ownerUids().isEmpty() && !each.deleting() && selector.matches(each.labels())) {
        PodFacts orphan = pods.facts(each);
        if (orphan.active() && fits.test(orphan)) {
          mine.add(pods.facts(Owning.adopt(store, each, tree)));
        }
      }
    }
    return mine;
  }

  /** The workloads of a kind that would adopt an orphan. */
  static List<ObjectKey> wanting(ObjectStore store, ResourceType type, Stored orphan) {
    if (orphan.labels().isEmpty()) {
      return List.of();
    }
    return store.list(type, Optional.of(orphan.namespace())).stream()
        .filter(
            w -> LabelSelector.of(Tree.at(w.tree(), "spec", "selector")).matches(orphan.labels()))
        .map(Stored::key)
        .toList();
  }

  /** The workload of a kind that controls a pod. */
  static Optional<ObjectKey> owner(PodFacts pod, String kind) {
    return pod.owner()
        .filter(o -> o.kind().equals(kind))
        .map(o -> new ObjectKey(pod.key().namespace(), o.name()));
  }
}
