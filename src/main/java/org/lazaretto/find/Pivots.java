package org.lazaretto.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/** Finds what the suspects have in common with other pods. One pass over all pods. */
public final class Pivots {
  private Pivots() {}

  /**
   * The pivots of those suspects, in the order of their kinds; a kind of which the suspects have
   * nothing (no digest yet, no owner) is left out. Suspects that are gone tell nothing.
   *
   * @param suspects UIDs of pods
   */
  public static List<Pivot> of(ClusterSnapshot snapshot, Collection<String> suspects) {
    List<Pod> known = suspects.stream().flatMap(uid -> snapshot.pod(uid).stream()).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    Gathering digest = new Gathering(known, Pivots::digests);
    Gathering account = new Gathering(known, pod -> List.of(account(pod)));
    Gathering node = new Gathering(known, pod -> pod.node().stream().toList());
    Gathering owner = new Gathering(known, pod -> owner(snapshot, pod).stream().toList());
    Gathering namespace = new Gathering(known, pod -> List.of(pod.ref().namespace()));
    List<Gathering> byPass = List.of(digest, account, namespace);
    snapshot.pods().forEach(pod -> byPass.forEach(gathering -> gathering.look(pod)));
    known.stream()
        .flatMap(pod -> pod.node().stream())
        .distinct()
        .forEach(name -> node.take(snapshot.podsOn(name)));
    known.forEach(pod -> owner.take(siblings(snapshot, pod)));
    return Stream.of(
            digest.pivot(Pivot.Kind.IMAGE_DIGEST),
            account.pivot(Pivot.Kind.SERVICE_ACCOUNT),
            node.pivot(Pivot.Kind.NODE),
            owner.pivot(Pivot.Kind.OWNER),
            namespace.pivot(Pivot.Kind.NAMESPACE))
        .flatMap(Optional::stream)
        .toList();
  }

  /** One kind while its pods are gathered. */
  private static final class Gathering {
    private final Function<Pod, List<String>> values;
    private final Set<String> wanted = new HashSet<>();
    private final Set<String> pods = new HashSet<>();

    Gathering(List<Pod> suspects, Function<Pod, List<String>> values) {
      this.values = values;
      for (Pod suspect : suspects) {
        wanted.addAll(values.apply(suspect));
        pods.add(suspect.ref().uid());
      }
    }

    void look(Pod pod) {
      if (!wanted.isEmpty() && values.apply(pod).stream().anyMatch(wanted::contains)) {
        take(List.of(pod));
      }
    }

    void take(List<Pod> found) {
      found.stream().filter(Pod::active).forEach(pod -> pods.add(pod.ref().uid()));
    }

    Optional<Pivot> pivot(Pivot.Kind kind) {
      return wanted.isEmpty() ? Optional.empty() : Optional.of(new Pivot(kind, wanted, pods));
    }
  }

  private static String account(Pod pod) {
    return pod.ref().namespace() + "/" + pod.shape().serviceAccount();
  }

  /** What runs, and what the spec pins. */
  private static List<String> digests(Pod pod) {
    List<String> digests = new ArrayList<>();
    for (ContainerState container : pod.status().containers()) {
      ImageName.digest(container.imageId()).ifPresent(digests::add);
    }
    pod.shape().images().forEach(image -> ImageName.digest(image).ifPresent(digests::add));
    return digests;
  }

  /** The top of the owner chain: a Deployment outlives its ReplicaSets. */
  private static Optional<String> owner(ClusterSnapshot snapshot, Pod pod) {
    return controller(pod)
        .map(own -> snapshot.workloadOf(pod).map(top -> top.object()).orElse(own))
        .map(ObjectRef::spoken);
  }

  private static List<Pod> siblings(ClusterSnapshot snapshot, Pod pod) {
    return controller(pod)
        .map(own ->
            snapshot.workloadOf(pod).map(snapshot::podsOf).orElse(snapshot.podsOf(own.uid())))
        .orElse(List.of());
  }

  /** A static pod's controller is its node, which owns nothing else in this sense. */
  private static Optional<ObjectRef> controller(Pod pod) {
    return pod.controller().filter(own -> !pod.mirror());
  }
}
