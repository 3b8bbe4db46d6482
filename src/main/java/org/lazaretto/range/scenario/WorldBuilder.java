package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.object.FieldOwners;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** Puts a scenario's world into a store. */
public final class WorldBuilder {
  private final RangeClock clock;
  private final ObjectStore nodes;
  private final ObjectStore store;

  /** Builds in this store. */
  public WorldBuilder(RangeClock clock, ObjectStore store) {
    this.clock = clock;
    FieldOwners owners = new FieldOwners(clock::now);
    this.nodes = owners.writtenBy("kubelet", store);
    this.store = owners.writtenBy("kubectl-create", store);
  }

  /** Creates nodes, namespaces and everything else. */
  public void build(Scenario scenario) {
    Instant now = clock.now();
    for (Scenario.Machine each : scenario.world().nodes()) {
      nodes.create(
          ResourceTypes.NODES,
          NodeObjects.node(each.place(), each.machine(), scenario.cluster().version(), now));
    }
    for (ObjectNode each : scenario.world().objects()) {
      create(each.deepCopy());
    }
  }

  private void create(ObjectNode object) {
    String kind = Tree.text(object, "kind");
    ResourceType type =
        ResourceTypes.ofKind(Tree.text(object, "apiVersion"), kind)
            .orElseThrow(() -> new IllegalArgumentException("no such kind: " + kind));
    Defaults.apply(type, object);
    if (type.equals(ResourceTypes.PODS)) {
      PodTemplates.admit(object);
    }
    store.create(type, object);
  }
}
