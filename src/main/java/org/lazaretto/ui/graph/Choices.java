package org.lazaretto.ui.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lazaretto.graph.NaturalOrder;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;

/**
 * Among what a scope can be chosen.
 *
 * @param namespaces those with pods, in their order
 * @param nodes in their order
 * @param largest the namespace with most pods that is not the system's: where to begin without a
 *     suspect
 */
record Choices(List<String> namespaces, List<String> nodes, Optional<String> largest) {
  /** Before anything was seen. */
  static final Choices NONE = new Choices(List.of(), List.of(), Optional.empty());

  /** Copies what it is given. */
  Choices {
    namespaces = List.copyOf(namespaces);
    nodes = List.copyOf(nodes);
  }

  /** What a cluster offers. Looks at every pod, and orders all nodes: for a worker. */
  static Choices of(ClusterSnapshot snapshot) {
    Map<String, Integer> counts = new HashMap<>();
    for (Pod pod : snapshot.pods()) {
      counts.merge(pod.ref().namespace(), 1, Integer::sum);
    }
    return new Choices(
        counts.keySet().stream().sorted(NaturalOrder.INSTANCE).toList(),
        snapshot.nodes().stream().map(n -> n.ref().name()).sorted(NaturalOrder.INSTANCE).toList(),
        largest(counts));
  }

  private static Optional<String> largest(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("kube-"))
        .max(
            Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /**
   * The scopes: suspects, namespaces, then nodes.
   *
   * @param first nodes that are told first, such as those of suspects
   */
  List<LensScope> scopes(List<String> first) {
    Stream<LensScope> spaces = namespaces.stream().map(LensScope.Namespace::new);
    Stream<LensScope> machines =
        Stream.concat(first.stream(), nodes.stream()).distinct().map(LensScope.OnNode::new);
    return Stream.of(Stream.<LensScope>of(new LensScope.Suspects()), spaces, machines)
        .flatMap(all -> all)
        .toList();
  }
}
