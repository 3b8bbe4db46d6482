package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;

/**
 * A node that can be chosen by name.
 *
 * @param name its name
 * @param zone its zone
 * @param pods how many pods are bound to it
 * @param suspects how many of them are suspects
 * @param cordoned whether it takes no new pods already
 */
public record NodeChoice(String name, String zone, int pods, int suspects, boolean cordoned) {
  private static final Comparator<NodeChoice> SUSPECTED_FIRST =
      Comparator.comparing((NodeChoice node) -> node.suspects() == 0)
          .thenComparing(NodeChoice::name);

  /** All nodes whose name or zone contains the words, those of suspects first. */
  public static List<NodeChoice> of(ClusterSnapshot seen, List<PodRef> suspects, String words) {
    Map<String, Integer> suspected = new HashMap<>();
    for (PodRef suspect : suspects) {
      seen.pod(suspect.uid())
          .flatMap(Pod::node)
          .ifPresent(node -> suspected.merge(node, 1, Integer::sum));
    }
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    List<NodeChoice> choices = new ArrayList<>();
    for (Node node : seen.nodes()) {
      String name = node.ref().name();
      if ((name + " " + node.zone()).toLowerCase(Locale.ROOT).contains(wanted)) {
        choices.add(
            new NodeChoice(
                name,
                node.zone(),
                seen.podsOn(name).size(),
                suspected.getOrDefault(name, 0),
                node.unschedulable()));
      }
    }
    choices.sort(SUSPECTED_FIRST);
    return choices;
  }

  /** The suspects' nodes that still take new pods, so that they cannot be emptied yet. */
  public static List<String> open(ClusterSnapshot seen, List<PodRef> suspects) {
    return of(seen, suspects, "").stream()
        .filter(node -> node.suspects() > 0 && !node.cordoned())
        .map(NodeChoice::name)
        .toList();
  }
}
