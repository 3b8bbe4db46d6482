package org.lazaretto.graph.lens;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.graph.NaturalOrder;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/**
 * The pods of a scope that have the same owner at the top of their chain, suspects first.
 *
 * @param owner empty for bare and static pods, which are told one by one
 */
record Family(Optional<ObjectRef> owner, List<Pod> suspects, List<Pod> clean) {
  private static final List<String> KINDS =
      List.of("Deployment", "StatefulSet", "ReplicaSet", "Job", "DaemonSet");
  private static final Comparator<Pod> BY_NAME =
      Comparator.comparing((Pod pod) -> pod.ref().namespace())
          .thenComparing(pod -> pod.ref().name(), NaturalOrder.INSTANCE)
          .thenComparing(pod -> pod.ref().uid());

  /**
   * The families of these pods: those with suspects, then those of a suspect's namespace; among
   * them by kind and name.
   */
  static List<Family> of(ClusterSnapshot snapshot, List<Pod> pods, Set<String> suspects) {
    Map<Optional<ObjectRef>, Optional<ObjectRef>> tops = new HashMap<>();
    Map<Optional<ObjectRef>, Family> families = new HashMap<>();
    for (Pod pod : pods) {
      Optional<ObjectRef> top = tops.computeIfAbsent(controller(pod), own -> top(snapshot, pod));
      Family family = families.computeIfAbsent(top, Family::empty);
      (suspects.contains(pod.ref().uid()) ? family.suspects : family.clean).add(pod);
    }
    families.values().forEach(family -> family.suspects.sort(BY_NAME));
    families.values().forEach(family -> family.clean.sort(BY_NAME));
    return families.values().stream().sorted(order(families.values())).toList();
  }

  private static Comparator<Family> order(Collection<Family> families) {
    Set<String> near =
        families.stream()
            .flatMap(family -> family.suspects.stream())
            .map(pod -> pod.ref().namespace())
            .collect(Collectors.toSet());
    return Comparator.comparing((Family family) -> family.suspects.isEmpty())
        .thenComparing(family -> family.owner.isEmpty())
        .thenComparing(family -> family.owner.filter(o -> near.contains(o.namespace())).isEmpty())
        .thenComparing(family -> family.owner.map(Family::rank).orElse(0))
        .thenComparing(
            family -> family.owner.map(ObjectRef::path).orElse(""), NaturalOrder.INSTANCE)
        .thenComparing(Family::key);
  }

  private static Family empty(Optional<ObjectRef> owner) {
    return new Family(owner, new ArrayList<>(), new ArrayList<>());
  }

  /** The UID of the owner; empty without one. */
  String key() {
    return owner.map(ObjectRef::uid).orElse("");
  }

  /** How many pods it has. */
  int size() {
    return suspects.size() + clean.size();
  }

  /** A static pod's controller is its node, which stands in the column of nodes already. */
  private static Optional<ObjectRef> controller(Pod pod) {
    return pod.controller().filter(owner -> !pod.mirror());
  }

  private static Optional<ObjectRef> top(ClusterSnapshot snapshot, Pod pod) {
    return controller(pod)
        .map(own -> snapshot.workloadOf(pod).map(above -> above.object()).orElse(own));
  }

  private static int rank(ObjectRef owner) {
    int rank = KINDS.indexOf(owner.kind());
    return rank < 0 ? KINDS.size() : rank;
  }
}
