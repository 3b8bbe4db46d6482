package org.lazaretto.plan.isolate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Isolation;

/**
 * Decides how each suspect leaves each of its services. The gentlest way is taken: a label by which
 * the service chooses and the owner does not. A service chooses by equality only, so it cannot be
 * told to leave one pod out.
 */
final class Exits {
  private final ClusterSnapshot snapshot;
  private final Isolation how;

  Exits(ClusterSnapshot snapshot, Isolation how) {
    this.snapshot = snapshot;
    this.how = how;
  }

  List<Exit> of(List<Pod> suspects) {
    List<Exit> exits = new ArrayList<>();
    for (Pod suspect : suspects) {
      snapshot.servicesOf(suspect).stream()
          .sorted(Comparator.comparing(service -> service.object().name()))
          .forEach(service -> exits.add(exit(suspect, service)));
    }
    return exits;
  }

  private Exit exit(Pod suspect, ServiceEntry service) {
    return switch (how.services()) {
      case KEEP -> stays(suspect, service, "Services are kept as they are, as was asked for.");
      case CLOSE ->
          new Exit(
              suspect,
              service,
              Exit.Way.CLOSED,
              Set.of(),
              "The service is closed to all of its pods, as was asked for.");
      case LEAVE -> leave(suspect, service);
    };
  }

  private Exit leave(Pod suspect, ServiceEntry service) {
    Set<String> free = new TreeSet<>(service.selector().keySet());
    Optional<Set<String>> owners = ownersKeys(suspect);
    owners.ifPresent(free::removeAll);
    if (owners.isPresent() && !free.isEmpty()) {
      String key = free.iterator().next();
      return new Exit(
          suspect,
          service,
          Exit.Way.BY_LABELS,
          Set.of(key),
          "Without the label " + key + " the service lets it go, and its owner keeps it.");
    }
    if (!how.strips()) {
      return stays(
          suspect,
          service,
          "Every label by which the service chooses is one of its owner's: stripped, it would be"
              + " orphaned and replaced (T-10).");
    }
    if (vpcCni(snapshot)) {
      return stays(
          suspect,
          service,
          "The strip is withheld: the VPC CNI applies no policy to an orphaned pod (T-07).");
    }
    return new Exit(
        suspect,
        service,
        Exit.Way.ORPHANED,
        Set.of(new TreeSet<>(service.selector().keySet()).first()),
        "Its owner chooses by the same label: it lets the pod go and starts another one (T-10).");
  }

  private static Exit stays(Pod suspect, ServiceEntry service, String reason) {
    return new Exit(suspect, service, Exit.Way.STAYS, Set.of(), reason);
  }

  /** The keys by which its owner chooses; empty if its owner is of a kind that we do not know. */
  private Optional<Set<String>> ownersKeys(Pod pod) {
    if (pod.controller().isEmpty()) {
      return Optional.of(Set.of());
    }
    return pod.controller()
        .map(ObjectRef::uid)
        .flatMap(snapshot::workload)
        .map(Workload::selector)
        .map(Exits::keys);
  }

  private static Set<String> keys(LabelSelector selector) {
    Set<String> keys = new HashSet<>(selector.matchLabels().keySet());
    selector.expressions().forEach(expression -> keys.add(expression.key()));
    return keys;
  }

  /** Amazon's plugin runs as the DaemonSet {@code aws-node}. */
  static boolean vpcCni(ClusterSnapshot snapshot) {
    return snapshot.workload(ObservedKind.DAEMON_SET, "kube-system", "aws-node").isPresent();
  }
}
