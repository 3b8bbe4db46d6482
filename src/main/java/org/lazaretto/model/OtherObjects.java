package org.lazaretto.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The objects of a cluster that are neither pods nor nodes, by their kind. Immutable. */
record OtherObjects(PMap<ObservedKind, ObjectIndex> kinds) {
  private static final List<ObservedKind> WORKLOADS =
      List.of(
          ObservedKind.REPLICA_SET,
          ObservedKind.DEPLOYMENT,
          ObservedKind.STATEFUL_SET,
          ObservedKind.DAEMON_SET,
          ObservedKind.JOB);

  static final OtherObjects NONE = new OtherObjects(HashTreePMap.empty());

  /** With this object, added or replaced. */
  OtherObjects plus(ClusterObject object) {
    ObservedKind kind = object.observedKind();
    return new OtherObjects(kinds.plus(kind, of(kind).plus(object)));
  }

  /** Without the objects of that kind and those UIDs. */
  OtherObjects minus(ObservedKind kind, Collection<String> uids) {
    return new OtherObjects(kinds.plus(kind, of(kind).minusAll(uids)));
  }

  /** Those of a kind. */
  ObjectIndex of(ObservedKind kind) {
    return kinds.getOrDefault(kind, ObjectIndex.EMPTY);
  }

  /** The UIDs of a kind. */
  Set<String> uids(ObservedKind kind) {
    return of(kind).uids();
  }

  <T extends ClusterObject> Stream<T> all(ObservedKind kind, Class<T> type) {
    return of(kind).all().stream().map(type::cast);
  }

  <T extends ClusterObject> Stream<T> in(String namespace, ObservedKind kind, Class<T> type) {
    return of(kind).inNamespace(namespace).stream().map(type::cast);
  }

  /** Those that may choose the pod by its labels; whether they do they say themselves. */
  <T extends ClusterObject> Stream<T> choosing(Pod pod, ObservedKind kind, Class<T> type) {
    return of(kind).choosing(pod.ref().namespace(), pod.labels()).stream().map(type::cast);
  }

  /** Those of that key, which is a name for most kinds. */
  Stream<ClusterObject> named(ObservedKind kind, String namespace, String key) {
    return of(kind).keyed(namespace, key).stream();
  }

  /** The workload of that UID, of any kind. */
  Optional<Workload> workload(String uid) {
    for (ObservedKind kind : WORKLOADS) {
      Optional<ClusterObject> found = of(kind).byUid(uid);
      if (found.isPresent()) {
        return found.map(Workload.class::cast);
      }
    }
    return Optional.empty();
  }

  /** A Deployment of the Cluster Autoscaler with its own image; looks at every Deployment. */
  Optional<Workload> nodeScaler() {
    for (ClusterObject object : of(ObservedKind.DEPLOYMENT).all()) {
      if (object instanceof Workload workload && scalesNodes(workload)) {
        return Optional.of(workload);
      }
    }
    return Optional.empty();
  }

  private static boolean scalesNodes(Workload workload) {
    return workload.replicas().desired() > 0
        && workload.template().images().stream().anyMatch(i -> i.contains("cluster-autoscaler"));
  }
}
