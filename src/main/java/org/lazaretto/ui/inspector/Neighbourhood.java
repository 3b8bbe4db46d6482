package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.find.Pivot;
import org.lazaretto.find.Pivots;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;

/**
 * What stands near an object.
 *
 * @param groups the pods that have something in common with it, the most telling first
 * @param services the services of its namespace
 */
record Neighbourhood(List<Group> groups, List<ServiceEntry> services) {
  private static final Comparator<Pod> BY_PATH =
      Comparator.comparing((Pod pod) -> pod.ref().namespace())
          .thenComparing(pod -> pod.ref().name());

  /** Copies what it is given. */
  Neighbourhood {
    groups = List.copyOf(groups);
    services = List.copyOf(services);
  }

  /**
   * Pods that have something in common.
   *
   * @param what in which respect: a key of the texts
   */
  record Group(String what, List<Pod> pods) {
    /** Copies what it is given. */
    Group {
      pods = List.copyOf(pods);
    }
  }

  /** How many pods there are, each counted once. */
  int size() {
    Set<String> uids = new HashSet<>();
    groups.forEach(group -> group.pods().forEach(pod -> uids.add(pod.ref().uid())));
    return uids.size();
  }

  /** What stands near a subject. One pass over all pods for a pod: not for a thread that draws. */
  static Neighbourhood of(ClusterSnapshot seen, Subject subject) {
    return switch (subject) {
      case Subject.Nothing _, Subject.Unseen _ -> new Neighbourhood(List.of(), List.of());
      case Subject.OfPod shown -> ofPod(seen, shown.pod());
      case Subject.OfNode shown ->
          new Neighbourhood(
              List.of(new Group("here", sorted(seen.podsOn(shown.node().ref().name())))),
              List.of());
      case Subject.OfWorkload shown ->
          new Neighbourhood(
              List.of(new Group("own", sorted(seen.podsOf(shown.workload())))),
              services(seen, shown.object().namespace()));
    };
  }

  private static Neighbourhood ofPod(ClusterSnapshot seen, Pod pod) {
    List<Group> groups = new ArrayList<>();
    for (Pivot pivot : Pivots.of(seen, List.of(pod.ref().uid()))) {
      switch (pivot.kind()) {
        case IMAGE_DIGEST -> groups.add(group("image", seen, pivot, pod));
        case SERVICE_ACCOUNT -> groups.add(group("account", seen, pivot, pod));
        case NODE -> groups.add(group("node", seen, pivot, pod));
        case OWNER -> groups.add(group("owner", seen, pivot, pod));
        case NAMESPACE -> {
          // Ten thousand pods of a namespace are no neighbours; its services are.
        }
      }
    }
    return new Neighbourhood(groups, services(seen, pod.ref().namespace()));
  }

  private static Group group(String what, ClusterSnapshot seen, Pivot pivot, Pod own) {
    List<Pod> pods =
        pivot.pods().stream()
            .filter(uid -> !uid.equals(own.ref().uid()))
            .flatMap(uid -> seen.pod(uid).stream())
            .toList();
    return new Group(what, sorted(pods));
  }

  private static List<Pod> sorted(List<Pod> pods) {
    return pods.stream().sorted(BY_PATH).toList();
  }

  private static List<ServiceEntry> services(ClusterSnapshot seen, String namespace) {
    return seen.services(namespace).stream()
        .sorted(Comparator.comparing(service -> service.object().name()))
        .toList();
  }
}
