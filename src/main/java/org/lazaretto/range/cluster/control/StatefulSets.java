package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Keeps the numbered pods of a StatefulSet: one after the other, each with its own claims, and none
 * of a name before the one that bears it is gone.
 */
public final class StatefulSets implements Reconciler {
  private final ObjectStore store;
  private final Pods pods;
  private final PodControl control;
  private final Revisions revisions;
  private final NumberedPods numbered;
  private final Adoption adoption;

  /** A controller of this store's StatefulSets. */
  public StatefulSets(ObjectStore store, Pods pods, PodControl control) {
    this.store = store;
    this.pods = pods;
    this.control = control;
    this.revisions = new Revisions(store);
    this.numbered = new NumberedPods(store, control, revisions);
    this.adoption = new Adoption(store, pods);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.STATEFUL_SETS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      PodFacts pod = pods.facts(object);
      Adoption.owner(pod, "StatefulSet").ifPresent(dirty);
      event
          .previous()
          .map(pods::facts)
          .flatMap(p -> Adoption.owner(p, "StatefulSet"))
          .ifPresent(dirty);
      if (pod.owner().isEmpty() && number(pod).isPresent()) {
        dirty.accept(new ObjectKey(object.namespace(), setOf(pod)));
      }
    }
  }

  /** The set that a pod's name speaks of. */
  private static String setOf(PodFacts pod) {
    String name = pod.key().name();
    return name.substring(0, name.lastIndexOf('-'));
  }

  /** The number at the end of a pod's name. */
  private static OptionalInt number(PodFacts pod) {
    String name = pod.key().name();
    int dash = name.lastIndexOf('-');
    String end = name.substring(dash + 1);
    return dash > 0 && end.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(end))
        : OptionalInt.empty();
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.STATEFUL_SETS, key.namespace(), key.name());
    if (found.isEmpty() || found.get().deleting()) {
      return;
    }
    ObjectNode set = found.get().tree();
    String revision = Tree.text(set, "metadata", "name") + "-" + revisions.current(set);
    step(set, byNumber(found.get(), set), revision);
    report(key, revision);
  }

  private NavigableMap<Integer, PodFacts> byNumber(Stored set, ObjectNode tree) {
    LabelSelector selector = LabelSelector.of(Tree.at(tree, "spec", "selector"));
    NavigableMap<Integer, PodFacts> byNumber = new TreeMap<>();
    for (PodFacts pod :
        adoption.claim(
            set, tree, selector, p -> number(p).isPresent() && setOf(p).equals(set.name()))) {
      number(pod).ifPresent(n -> byNumber.put(n, pod));
    }
    return byNumber;
  }

  private void step(ObjectNode set, NavigableMap<Integer, PodFacts> there, String revision) {
    int wanted = Tree.number(set, 1, "spec", "replicas");
    boolean together = Tree.text(set, "spec", "podManagementPolicy").equals("Parallel");
    for (int i = 0; i < wanted; i++) {
      PodFacts pod = there.get(i);
      if (pod == null) {
        numbered.create(set, i, revisionOf(set, i, revision));
      } else if (pod.life().over() && !pod.stored().deleting()) {
        delete(set, pod);
      }
      if (!together && (pod == null || !pod.serves())) {
        return;
      }
    }
    List<PodFacts> beyond = List.copyOf(there.tailMap(wanted, true).descendingMap().values());
    if (!beyond.isEmpty()) {
      beyond.stream()
          .limit(together ? beyond.size() : 1)
          .filter(p -> !p.stored().deleting())
          .forEach(p -> delete(set, p));
      return;
    }
    roll(set, there, revision);
  }

  private void delete(ObjectNode set, PodFacts pod) {
    String of = " in StatefulSet " + Tree.text(set, "metadata", "name") + " successful";
    control.delete(set, pod, "delete Pod " + pod.key().name() + of);
  }

  /** Below the partition pods stay at the revision before. */
  private static String revisionOf(ObjectNode set, int number, String latest) {
    JsonNode strategy = Tree.at(set, "spec", "updateStrategy");
    boolean rolls = !Tree.text(strategy, "type").equals("OnDelete");
    String current = Tree.text(set, "status", "currentRevision");
    int partition = Tree.number(strategy, 0, "rollingUpdate", "partition");
    return rolls && number < partition && !current.isEmpty() ? current : latest;
  }

  /** Replaces the highest pod of an older template, if all others serve. */
  private void roll(ObjectNode set, NavigableMap<Integer, PodFacts> there, String revision) {
    JsonNode strategy = Tree.at(set, "spec", "updateStrategy");
    if (Tree.text(strategy, "type").equals("OnDelete")) {
      return;
    }
    int partition = Tree.number(strategy, 0, "rollingUpdate", "partition");
    for (PodFacts pod : there.tailMap(partition, true).descendingMap().values()) {
      boolean updated = revision.equals(pod.labels().get(Revisions.HASH));
      if (!updated && !pod.stored().deleting()) {
        delete(set, pod);
      }
      if (!updated || !pod.serves()) {
        return;
      }
    }
  }

  private void report(ObjectKey key, String revision) {
    Optional<Stored> found = store.get(ResourceTypes.STATEFUL_SETS, key.namespace(), key.name());
    if (found.isEmpty()) {
      return;
    }
    List<PodFacts> mine = pods.of(found.get());
    long ready = mine.stream().filter(PodFacts::serves).count();
    long updated =
        mine.stream().filter(p -> revision.equals(p.labels().get(Revisions.HASH))).count();
    store.update(
        ResourceTypes.STATEFUL_SETS,
        key.namespace(),
        key.name(),
        set -> {
          ObjectNode status = Tree.made(set, "status");
          status.put("observedGeneration", set.path("metadata").path("generation").asLong());
          status.put("replicas", mine.size()).put("availableReplicas", ready);
          ReplicaSets.count(status, "readyReplicas", ready);
          ReplicaSets.count(status, "updatedReplicas", updated);
          status.put("updateRevision", revision).put("collisionCount", 0);
          boolean done =
              updated == mine.size() && updated == Tree.number(set, 1, "spec", "replicas");
          if (done || !status.has("currentRevision")) {
            status.put("currentRevision", revision);
          }
          boolean current = Tree.text(status, "currentRevision").equals(revision);
          ReplicaSets.count(status, "currentReplicas", current ? updated : mine.size() - updated);
          return set;
        });
  }
}
