package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.cluster.object.Tree;

/** The taints that follow from what a node's spec and conditions say. */
final class NodeTaints {
  static final String NOT_READY = "node.kubernetes.io/not-ready";
  static final String UNREACHABLE = "node.kubernetes.io/unreachable";
  private static final Map<String, String> PRESSURES =
      Map.of(
          "MemoryPressure", "node.kubernetes.io/memory-pressure",
          "DiskPressure", "node.kubernetes.io/disk-pressure",
          "PIDPressure", "node.kubernetes.io/pid-pressure",
          "NetworkUnavailable", "node.kubernetes.io/network-unavailable");
  private static final Set<String> OURS =
      Set.of(
          NOT_READY,
          UNREACHABLE,
          NodeFacts.UNSCHEDULABLE,
          "node.kubernetes.io/memory-pressure",
          "node.kubernetes.io/disk-pressure",
          "node.kubernetes.io/pid-pressure",
          "node.kubernetes.io/network-unavailable");

  private NodeTaints() {}

  private record Wanted(String key, String effect) {
    boolean is(JsonNode taint) {
      return key.equals(Tree.text(taint, "key")) && effect.equals(Tree.text(taint, "effect"));
    }
  }

  /** Puts a node's taints right and says whether anything was to be done. */
  static boolean putRight(ObjectNode node, Instant now) {
    List<Wanted> wanted = wanted(node);
    ObjectNode spec = Tree.made(node, "spec");
    ArrayNode taints = Tree.list(spec, "taints");
    boolean changed =
        Tree.drop(
            taints,
            t -> OURS.contains(Tree.text(t, "key")) && wanted.stream().noneMatch(w -> w.is(t)));
    for (Wanted each : wanted) {
      if (Tree.first(taints, each::is).isEmpty()) {
        ObjectNode taint = taints.addObject().put("effect", each.effect());
        taint.put("key", each.key()).put("timeAdded", Tree.time(now));
        changed = true;
      }
    }
    if (taints.isEmpty()) {
      spec.remove("taints");
    }
    return changed;
  }

  private static List<Wanted> wanted(ObjectNode node) {
    List<Wanted> wanted = new ArrayList<>();
    if (node.path("spec").path("unschedulable").asBoolean()) {
      wanted.add(new Wanted(NodeFacts.UNSCHEDULABLE, "NoSchedule"));
    }
    PRESSURES.forEach((condition, key) -> {
      if (status(node, condition).equals("True")) {
        wanted.add(new Wanted(key, "NoSchedule"));
      }
    });
    unready(node)
        .ifPresent(key -> {
          wanted.add(new Wanted(key, "NoSchedule"));
          wanted.add(new Wanted(key, "NoExecute"));
        });
    return wanted;
  }

  private static Optional<String> unready(ObjectNode node) {
    return switch (status(node, "Ready")) {
      case "False" -> Optional.of(NOT_READY);
      case "Unknown" -> Optional.of(UNREACHABLE);
      default -> Optional.empty();
    };
  }

  /** What one of a node's conditions says, or nothing. */
  static String status(JsonNode node, String condition) {
    return Tree.first(
            Tree.at(node, "status", "conditions"), c -> Tree.text(c, "type").equals(condition))
        .map(c -> Tree.text(c, "status"))
        .orElse("");
  }
}
