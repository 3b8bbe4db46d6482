package org.lazaretto.plan.evacuate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Suspects;

/** The nodes that a request wants emptied, and what speaks against it. */
record Targets(List<Node> nodes, List<String> reasons) {
  static Targets of(ClusterSnapshot snapshot, Request.Evacuate request) {
    List<String> reasons = new ArrayList<>(Suspects.missing(snapshot, request.suspects()));
    Set<String> names = names(snapshot, request);
    if (names.isEmpty() && reasons.isEmpty()) {
      reasons.add("No suspect is bound to a node yet; choose the nodes.");
    }
    List<Node> nodes = new ArrayList<>();
    for (String name : names) {
      Optional<Node> node = snapshot.node(name);
      node.filter(Node::unschedulable).ifPresent(nodes::add);
      if (node.isEmpty()) {
        reasons.add("The cluster has no node " + name + ".");
      } else if (!node.get().unschedulable()) {
        reasons.add(
            "Node "
                + name
                + " still takes new pods, so evicted ones could come back to it;"
                + " cordon it first.");
      }
    }
    return new Targets(nodes, reasons);
  }

  /** The nodes that are meant, whether they take new pods or not. */
  static List<Node> named(ClusterSnapshot snapshot, Request.Evacuate request) {
    return names(snapshot, request).stream().map(snapshot::node).flatMap(Optional::stream).toList();
  }

  /** Those of them that take new pods: they have to be cordoned first. */
  static List<Node> open(ClusterSnapshot snapshot, Request.Evacuate request) {
    return named(snapshot, request).stream().filter(node -> !node.unschedulable()).toList();
  }

  private static Set<String> names(ClusterSnapshot snapshot, Request.Evacuate request) {
    Set<String> names = new TreeSet<>(request.nodes());
    if (names.isEmpty()) {
      Suspects.present(snapshot, request.suspects()).stream()
          .map(Pod::node)
          .flatMap(Optional::stream)
          .forEach(names::add);
    }
    return names;
  }
}
