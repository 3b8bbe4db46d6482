package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.LabelSelector;

/** Whether a pod may run on a node, in the words of the real scheduler's filters. */
final class Placement {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private final PodFacts pod;
  private final ObjectNode tree;
  private final Optional<String> zone;

  /**
   * A pod to place.
   *
   * @param zone the zone that its volumes are in, if they are in one already
   */
  Placement(PodFacts pod, ObjectNode tree, Optional<String> zone) {
    this.pod = pod;
    this.tree = tree;
    this.zone = zone;
  }

  /** Why the pod may not run there, or nothing. */
  Optional<String> refusal(NodeFacts node, NodeBook.Use use) {
    JsonNode tolerations = Tree.at(tree, "spec", "tolerations");
    NodeFacts.Taint cordon = new NodeFacts.Taint(NodeFacts.UNSCHEDULABLE, "", "NoSchedule");
    if (node.unschedulable() && !cordon.toleratedBy(tolerations)) {
      return Optional.of("node(s) were unschedulable");
    }
    for (NodeFacts.Taint taint : node.taints()) {
      if (taint.keepsAway() && !taint.toleratedBy(tolerations)) {
        return Optional.of(
            "node(s) had untolerated taint {" + taint.key() + ": " + taint.value() + "}");
      }
    }
    if (!wanted(node)) {
      return Optional.of("node(s) didn't match Pod's node affinity/selector");
    }
    if (zone.filter(z -> !z.equals(node.zone())).isPresent()) {
      return Optional.of("node(s) had volume node affinity conflict");
    }
    return tooFull(node.room(), use.taken());
  }

  private Optional<String> tooFull(NodeFacts.Room room, NodeFacts.Room taken) {
    if (taken.pods() + 1 > room.pods()) {
      return Optional.of("Too many pods");
    }
    if (taken.cpu() + pod.needs().cpu() > room.cpu()) {
      return Optional.of("Insufficient cpu");
    }
    return taken.memory() + pod.needs().memory() > room.memory()
        ? Optional.of("Insufficient memory")
        : Optional.empty();
  }

  private boolean wanted(NodeFacts node) {
    Map<String, String> selector = Tree.texts(Tree.at(tree, "spec", "nodeSelector"));
    if (!node.labels().entrySet().containsAll(selector.entrySet())) {
      return false;
    }
    JsonNode terms =
        Tree.at(tree, "spec", "affinity", "nodeAffinity", REQUIRED, "nodeSelectorTerms");
    boolean any = terms.isEmpty();
    for (JsonNode term : terms) {
      any |= fits(term, node);
    }
    return any;
  }

  private static boolean fits(JsonNode term, NodeFacts node) {
    return matches(term.path("matchExpressions"), node.labels())
        && matches(term.path("matchFields"), Map.of("metadata.name", node.name()));
  }

  private static boolean matches(JsonNode expressions, Map<String, String> labels) {
    ObjectNode selector = Tree.object();
    selector.set("matchExpressions", expressions.isArray() ? expressions : selector.arrayNode());
    return LabelSelector.of(selector).matches(labels);
  }

  /**
   * How well the node suits, higher is better: room left, and few of the same owner there and in
   * its zone.
   */
  double score(NodeFacts node, NodeBook.Use use, Map<String, Integer> ofOwnerInZone) {
    double cpu = 1.0 - (double) (use.taken().cpu() + pod.needs().cpu()) / node.room().cpu();
    double memory =
        1.0 - (double) (use.taken().memory() + pod.needs().memory()) / node.room().memory();
    int here = pod.owner().map(o -> use.byOwner().getOrDefault(o.uid(), 0)).orElse(0);
    int inZone = ofOwnerInZone.getOrDefault(node.zone(), 0);
    return (cpu + memory) / 2 - here * 2.0 - inZone * 0.5;
  }
}
