package org.lazaretto.range.cluster.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** The nodes and how full they are; what was counted is kept until a pod of the node changes. */
final class NodeBook {
  private final ObjectStore store;
  private final Pods pods;
  private final Map<String, NodeFacts> read = new HashMap<>();
  private final Map<String, Use> uses = new HashMap<>();

  NodeBook(ObjectStore store, Pods pods) {
    this.store = store;
    this.pods = pods;
  }

  /** What the pods of a node take, and how many of each controller there are. */
  record Use(NodeFacts.Room taken, Map<String, Integer> byOwner) {}

  List<NodeFacts> nodes() {
    return store.list(ResourceTypes.NODES, Optional.empty()).stream().map(this::facts).toList();
  }

  NodeFacts facts(Stored node) {
    NodeFacts known = read.get(node.name());
    if (known == null || known.stored().resourceVersion() != node.resourceVersion()) {
      known = NodeFacts.of(node);
      read.put(node.name(), known);
    }
    return known;
  }

  Use use(String node) {
    return uses.computeIfAbsent(node, this::count);
  }

  void changed(String node) {
    uses.remove(node);
  }

  private Use count(String node) {
    long cpu = 0;
    long memory = 0;
    long number = 0;
    Map<String, Integer> byOwner = new HashMap<>();
    for (PodFacts pod : pods.on(node)) {
      if (pod.life().over()) {
        continue;
      }
      cpu += pod.needs().cpu();
      memory += pod.needs().memory();
      number++;
      pod.owner().ifPresent(o -> byOwner.merge(o.uid(), 1, Integer::sum));
    }
    return new Use(new NodeFacts.Room(cpu, memory, number), byOwner);
  }
}
