package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Quantity;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Stored;

/** What controllers ask about a node. */
record NodeFacts(Stored stored, boolean unschedulable, List<Taint> taints, Room room) {
  static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
  static final String ZONE = "topology.kubernetes.io/zone";

  NodeFacts {
    taints = List.copyOf(taints);
  }

  record Taint(String key, String value, String effect) {
    /** Whether one of a pod's tolerations covers it. */
    boolean toleratedBy(JsonNode tolerations) {
      return toleration(tolerations).isPresent();
    }

    /** The first toleration of a pod that covers it. */
    Optional<ObjectNode> toleration(JsonNode tolerations) {
      return Tree.first(tolerations, this::isCovered);
    }

    private boolean isCovered(JsonNode toleration) {
      String its = Tree.text(toleration, "key");
      String itsEffect = Tree.text(toleration, "effect");
      boolean anyValue = Tree.text(toleration, "operator").equals("Exists");
      return (its.equals(key) || (its.isEmpty() && anyValue))
          && (itsEffect.isEmpty() || itsEffect.equals(effect))
          && (anyValue || Tree.text(toleration, "value").equals(value));
    }

    boolean evicts() {
      return effect.equals("NoExecute");
    }

    boolean keepsAway() {
      return effect.equals("NoSchedule") || effect.equals("NoExecute");
    }
  }

  /** Thousandths of a core, bytes, pods. */
  record Room(long cpu, long memory, long pods) {}

  static NodeFacts of(Stored node) {
    JsonNode tree = node.tree();
    List<Taint> taints = new ArrayList<>();
    for (JsonNode each : Tree.at(tree, "spec", "taints")) {
      taints.add(
          new Taint(Tree.text(each, "key"), Tree.text(each, "value"), Tree.text(each, "effect")));
    }
    JsonNode allocatable = Tree.at(tree, "status", "allocatable");
    Room room =
        new Room(
            Quantity.thousandths(Tree.text(allocatable, "cpu")),
            Quantity.whole(Tree.text(allocatable, "memory")),
            Quantity.whole(Tree.text(allocatable, "pods")));
    return new NodeFacts(node, tree.path("spec").path("unschedulable").asBoolean(), taints, room);
  }

  String name() {
    return stored.name();
  }

  Map<String, String> labels() {
    return stored.labels();
  }

  String zone() {
    return labels().getOrDefault(ZONE, "");
  }
}
