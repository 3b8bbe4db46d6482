package org.lazaretto.range.cluster.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.object.Tree;

/**
 * Which pods a ReplicaSet ends first when it has too many: the order of the real controller's
 * {@code ActivePodsWithRanks}.
 */
final class Victims {
  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

  private Victims() {}

  /**
   * Those to go first, first: without a node, not running, not ready, cheap, many on their node,
   * ready for a short time, often restarted, young. Times count in powers of two.
   *
   * @param pods of one ReplicaSet
   * @param related those whose number on a node counts: of all ReplicaSets of its Deployment
   */
  static List<PodFacts> inOrder(List<PodFacts> pods, List<PodFacts> related, Instant now) {
    Map<String, Long> together =
        related.stream()
            .collect(Collectors.groupingBy(PodFacts::node, HashMap::new, Collectors.counting()));
    Comparator<PodFacts> order =
        Comparator.comparing(PodFacts::bound)
            .thenComparingInt(p -> rank(p.life().phase()))
            .thenComparing(p -> p.life().ready())
            .thenComparingInt(Victims::cost)
            .thenComparingLong(p -> -together.getOrDefault(p.node(), 1L))
            .thenComparingInt(p -> p.life().ready() ? magnitude(p.life().since(), now) : 0)
            .thenComparingInt(p -> -p.life().restarts())
            .thenComparingInt(p -> magnitude(p.life().created(), now))
            .thenComparing((Function<PodFacts, String>) p -> p.key().name());
    return pods.stream().sorted(order).toList();
  }

  private static int rank(String phase) {
    return switch (phase) {
      case "Pending" -> 0;
      case "Running" -> 2;
      default -> 1;
    };
  }

  private static int cost(PodFacts pod) {
    String cost = Tree.text(pod.stored().tree(), "metadata", "annotations", COST);
    return cost.matches("-?[0-9]{1,9}") ? Integer.parseInt(cost) : 0;
  }

  /** The logarithm of an age: ages of the same size count as one. */
  private static int magnitude(Instant since, Instant now) {
    long seconds = Math.max(0, Duration.between(since, now).toSeconds());
    return 64 - Long.numberOfLeadingZeros(seconds);
  }
}
