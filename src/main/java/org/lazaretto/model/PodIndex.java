package org.lazaretto.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All pods, found by UID, by node and by controller. Immutable; a change copies the buckets it
 * touches and shares everything else.
 */
final class PodIndex {
  static final PodIndex EMPTY =
      new PodIndex(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

  private final PMap<String, Pod> byUid;
  private final PMap<String, List<Pod>> byNode;
  private final PMap<String, List<Pod>> byOwner;

  private PodIndex(
      PMap<String, Pod> byUid, PMap<String, List<Pod>> byNode, PMap<String, List<Pod>> byOwner) {
    this.byUid = byUid;
    this.byNode = byNode;
    this.byOwner = byOwner;
  }

  Optional<Pod> byUid(String uid) {
    return Optional.ofNullable(byUid.get(uid));
  }

  List<Pod> onNode(String name) {
    return byNode.getOrDefault(name, List.of());
  }

  List<Pod> ofOwner(String uid) {
    return byOwner.getOrDefault(uid, List.of());
  }

  Collection<Pod> all() {
    return byUid.values();
  }

  Set<String> uids() {
    return byUid.keySet();
  }

  int size() {
    return byUid.size();
  }

  /** Applies changes by UID; an empty value removes the pod. */
  PodIndex with(Map<String, Optional<Pod>> changes) {
    PMap<String, Pod> uids = byUid;
    Map<String, List<Pod>> nodes = new HashMap<>();
    Map<String, List<Pod>> owners = new HashMap<>();
    for (Map.Entry<String, Optional<Pod>> change : changes.entrySet()) {
      Optional<Pod> before = Optional.ofNullable(uids.get(change.getKey()));
      before.ifPresent(pod -> bucket(nodes, owners, pod, false));
      change.getValue().ifPresent(pod -> bucket(nodes, owners, pod, true));
      uids =
          change.getValue().isPresent()
              ? uids.plus(change.getKey(), change.getValue().get())
              : uids.minus(change.getKey());
    }
    return new PodIndex(uids, merge(byNode, nodes), merge(byOwner, owners));
  }

  private void bucket(
      Map<String, List<Pod>> nodes, Map<String, List<Pod>> owners, Pod pod, boolean add) {
    pod.node().ifPresent(node -> edit(nodes, byNode, node, pod, add));
    pod.controller().map(ObjectRef::uid).ifPresent(uid -> edit(owners, byOwner, uid, pod, add));
  }

  private static void edit(
      Map<String, List<Pod>> touched,
      PMap<String, List<Pod>> old,
      String key,
      Pod pod,
      boolean add) {
    Function<String, List<Pod>> copy = k -> new ArrayList<>(old.getOrDefault(k, List.of()));
    List<Pod> bucket = touched.computeIfAbsent(key, copy);
    if (add) {
      bucket.add(pod);
    } else {
      bucket.removeIf(other -> other.ref().uid().equals(pod.ref().uid()));
    }
  }

  private static PMap<String, List<Pod>> merge(
      PMap<String, List<Pod>> old, Map<String, List<Pod>> touched) {
    PMap<String, List<Pod>> merged = old;
    for (Map.Entry<String, List<Pod>> entry : touched.entrySet()) {
      merged =
          entry.getValue().isEmpty()
              ? merged.minus(entry.getKey())
              : merged.plus(entry.getKey(), List.copyOf(entry.getValue()));
    }
    return merged;
  }
}
