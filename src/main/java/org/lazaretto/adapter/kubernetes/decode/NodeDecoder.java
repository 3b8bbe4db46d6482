package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.NodeState;
import org.lazaretto.model.NodeSystem;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Taint;

/** Makes a node of its tree. */
final class NodeDecoder implements TreeDecoder.FromTree {
  private final Shared shared;

  NodeDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    JsonNode spec = root.path("spec");
    JsonNode status = root.path("status");
    return new Node(
        new NodeRef(shared.one(ref.name()), ref.uid()),
        spec.path("unschedulable").asBoolean(false),
        state(root.path("metadata").path("annotations"), status.path("conditions")),
        taints(spec.path("taints")),
        Json.texts(root.path("metadata").path("labels"), shared),
        ResourcesReader.ofNode(status.path("allocatable")),
        system(spec, status));
  }

  private static NodeState state(JsonNode annotations, JsonNode conditions) {
    boolean ready = false;
    Optional<Instant> since = Optional.empty();
    List<String> pressures = new ArrayList<>();
    for (JsonNode condition : conditions) {
      String type = Json.text(condition.path("type"));
      boolean holds = Json.text(condition.path("status")).equals("True");
      if (type.equals("Ready")) {
        ready = holds;
        since = Json.time(Json.text(condition.path("lastTransitionTime")));
      } else if (holds) {
        pressures.add(type);
      }
    }
    return new NodeState(ready, since, pressures, notes(annotations));
  }

  /** Other annotations of a node, some of them long, are not kept. */
  private static Map<String, String> notes(JsonNode annotations) {
    Map<String, String> notes = new HashMap<>();
    annotations
        .properties()
        .forEach(e -> {
          if (NodeState.READ_BY_AUTOSCALERS.stream().anyMatch(e.getKey()::startsWith)) {
            notes.put(e.getKey(), Json.text(e.getValue()));
          }
        });
    return notes;
  }

  private static List<Taint> taints(JsonNode nodes) {
    List<Taint> taints = new ArrayList<>();
    for (JsonNode taint : nodes) {
      taints.add(
          new Taint(
              Json.text(taint.path("key")),
              Json.text(taint.path("value")),
              Json.text(taint.path("effect"))));
    }
    return taints;
  }

  private NodeSystem system(JsonNode spec, JsonNode status) {
    JsonNode info = status.path("nodeInfo");
    String internalIp = "";
    for (JsonNode address : status.path("addresses")) {
      if (internalIp.isEmpty() && Json.text(address.path("type")).equals("InternalIP")) {
        internalIp = Json.text(address.path("address"));
      }
    }
    return new NodeSystem(
        Json.text(spec.path("providerID")),
        shared.one(Json.text(info.path("kubeletVersion"))),
        shared.one(Json.text(info.path("containerRuntimeVersion"))),
        shared.one(Json.text(info.path("operatingSystem"))),
        shared.one(Json.text(info.path("architecture"))),
        internalIp);
  }
}
