package org.lazaretto.plan.order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Node;
import org.lazaretto.model.Taint;

/**
 * What ends a node's life, and when: T-22 and T-24 for auto-repair, the taints by which providers
 * and autoscalers announce an end. Times are bounds that their documentation gives.
 *
 * @param left how long the node may last; empty if it is not known
 * @param why what says so
 */
record Clock(Optional<Duration> left, String why) {
  private static final Duration GKE_REPAIR = Duration.ofMinutes(10);
  private static final Duration EKS_REPAIR = Duration.ofMinutes(30);
  private static final Duration SPOT_NOTICE = Duration.ofMinutes(2);
  private static final List<String> ENDING =
      List.of(
          "aws-node-termination-handler/",
          "karpenter.sh/disrupted",
          "karpenter.sh/disruption",
          "ToBeDeletedByClusterAutoscaler",
          "cloud.google.com/impending-node-termination",
          "node.cloudprovider.kubernetes.io/shutdown");
  private static final List<String> SPOT =
      List.of(
          "eks.amazonaws.com/capacityType=SPOT",
          "karpenter.sh/capacity-type=spot",
          "cloud.google.com/gke-spot=true",
          "cloud.google.com/gke-preemptible=true");

  /** What runs against the node; empty if nothing is seen. */
  static Optional<Clock> of(Node node, Instant now) {
    Optional<Taint> taint =
        node.taints().stream().filter(t -> ENDING.stream().anyMatch(t.key()::startsWith)).findAny();
    if (taint.isPresent()) {
      return Optional.of(new Clock(Optional.of(SPOT_NOTICE), "taint " + taint.get().key()));
    }
    if (node.ready()) {
      return Optional.empty();
    }
    return Optional.of(
        repair(node)
            .map(limit -> new Clock(left(node, limit, now), "NotReady, auto-repair"))
            .orElseGet(() -> new Clock(Optional.empty(), "NotReady")));
  }

  /** Whether the node may be taken away at any time with a notice of two minutes or less. */
  static boolean spot(Node node) {
    return SPOT.stream()
        .map(pair -> pair.split("=", 2))
        .anyMatch(pair -> pair[1].equalsIgnoreCase(node.labels().getOrDefault(pair[0], "")));
  }

  /** Auto Mode ends a node after 21 days at most, and repairs it like a managed group. */
  private static Optional<Duration> repair(Node node) {
    if (node.labels().containsKey("cloud.google.com/gke-nodepool")) {
      return Optional.of(GKE_REPAIR);
    }
    boolean managed =
        node.labels().containsKey("eks.amazonaws.com/nodegroup")
            || node.labels().containsKey("eks.amazonaws.com/compute-type");
    return managed ? Optional.of(EKS_REPAIR) : Optional.empty();
  }

  private static Optional<Duration> left(Node node, Duration limit, Instant now) {
    return node.state()
        .since()
        .map(since -> Duration.between(now, since.plus(limit)))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }
}
