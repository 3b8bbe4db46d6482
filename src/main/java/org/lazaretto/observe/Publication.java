package org.lazaretto.observe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

/** A snapshot with what it changed. */
record Publication(ClusterSnapshot snapshot, ClusterChange change) {
  /** Removals come first: a node that was replaced has the name of its successor. */
  static Publication of(ClusterSnapshot before, Map<ObservedKind, KindTrack.Batch> batches) {
    ClusterSnapshot next = before;
    Set<String> podsGone = new HashSet<>();
    Set<String> nodesGone = new HashSet<>();
    List<ClusterObject> added = new ArrayList<>();
    for (Map.Entry<ObservedKind, KindTrack.Batch> entry : batches.entrySet()) {
      KindTrack.Batch batch = entry.getValue();
      if (!batch.removed().isEmpty()) {
        next = next.without(entry.getKey(), batch.removed());
        note(entry.getKey(), batch.removed(), podsGone, nodesGone);
      }
      added.addAll(batch.added());
    }
    next = added.isEmpty() ? next : next.with(added);
    for (Map.Entry<ObservedKind, KindTrack.Batch> entry : batches.entrySet()) {
      if (entry.getValue().only().isPresent()) {
        Set<String> gone = new HashSet<>(next.uids(entry.getKey()));
        gone.removeAll(entry.getValue().only().get());
        next = gone.isEmpty() ? next : next.without(entry.getKey(), gone);
        note(entry.getKey(), gone, podsGone, nodesGone);
      }
    }
    return new Publication(next, change(added, podsGone, nodesGone));
  }

  private static void note(
      ObservedKind kind, Iterable<String> uids, Set<String> podsGone, Set<String> nodesGone) {
    if (kind == ObservedKind.POD) {
      uids.forEach(podsGone::add);
    } else if (kind == ObservedKind.NODE) {
      uids.forEach(nodesGone::add);
    }
  }

  private static ClusterChange change(
      List<ClusterObject> added, Set<String> podsGone, Set<String> nodesGone) {
    List<Pod> pods = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    for (ClusterObject object : added) {
      if (object instanceof Pod pod && !podsGone.contains(pod.ref().uid())) {
        pods.add(pod);
      } else if (object instanceof Node node && !nodesGone.contains(node.ref().uid())) {
        nodes.add(node);
      }
    }
    return new ClusterChange(pods, podsGone, nodes, nodesGone);
  }
}
