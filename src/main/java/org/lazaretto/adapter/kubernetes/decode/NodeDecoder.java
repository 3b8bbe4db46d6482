package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
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
        ready(status.path("conditions")),
        taints(spec.path("taints")),
        Json.texts(root.path("metadata").path("labels"), shared),
        ResourcesReader.ofNode(status.path("allocatable")),
        system(spec, status));
  }

  private static boolean ready(JsonNode conditions) {
    for (JsonNode condition : conditions) {
      if (Json.text(condition.path("type")).equals("Ready")) {
        return Json.text(condition.path("status")).equals("True");
      }
    }
    return false;
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
