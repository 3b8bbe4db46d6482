package org.lazaretto.plan.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** A plan as a tree of JSON; members in a fixed order. */
final class PlanWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanWriter() {}

  static ObjectNode tree(Plan plan) {
    ObjectNode root = NODES.objectNode();
    root.put("version", PlanJson.VERSION);
    root.put("wizard", plan.wizard().word());
    root.put("cluster", plan.cluster().uid());
    root.set("connection", connection(plan.cluster()));
    root.put("fingerprint", plan.fingerprint());
    ArrayNode suspects = root.putArray("suspects");
    plan.suspects().forEach(pod -> suspects.add(pod(pod)));
    root.set("request", request(plan.request()));
    ArrayNode steps = root.putArray("steps");
    for (Step step : plan.steps()) {
      steps.add(StepWriter.tree(plan.cluster(), step));
    }
    ArrayNode findings = root.putArray("findings");
    plan.findings().forEach(finding -> findings.add(finding(finding)));
    plan.rating().ifPresent(rating -> root.set("rating", rating(rating)));
    return root;
  }

  static ObjectNode ref(ObjectRef ref) {
    ObjectNode node = NODES.objectNode();
    node.put("apiVersion", ref.apiVersion());
    node.put("kind", ref.kind());
    node.put("namespace", ref.namespace());
    node.put("name", ref.name());
    node.put("uid", ref.uid());
    return node;
  }

  static ObjectNode pod(PodRef pod) {
    ObjectNode node = NODES.objectNode();
    node.put("namespace", pod.namespace());
    node.put("name", pod.name());
    node.put("uid", pod.uid());
    return node;
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static ObjectNode connection(ClusterIdentity cluster) {
    ObjectNode node = NODES.objectNode();
    node.put("name", cluster.name());
    node.put("server", cluster.server());
    node.put("version", cluster.version());
    node.set("kubectlFlags", texts(cluster.kubectlFlags()));
    return node;
  }

  private static ObjectNode request(Request request) {
    ObjectNode node = NODES.objectNode();
    switch (request) {
      case Request.Freeze _ -> {}
      case Request.Cordon(_, var nodes, var protection) -> {
        node.set("nodes", texts(nodes));
        node.put("label", protection.label());
        node.put("holds", protection.holds());
        node.put("taint", protection.taint().word());
      }
      case Request.Evacuate(_, var nodes, var method, var perWorkload, var decisions) -> {
        node.set("nodes", texts(nodes));
        node.put("method", method.word());
        node.set("perWorkload", methods(perWorkload));
        ObjectNode moved = node.putObject("move");
        moved.put("emptyDir", decisions.emptyDir());
        moved.put("bare", decisions.bare());
        moved.put("kubeSystem", decisions.kubeSystem());
        moved.put("siblings", decisions.siblings());
      }
      case Request.Isolate(_, var quarantine, var how) -> {
        node.put("quarantine", quarantine);
        node.put("services", how.services().word());
        node.put("exceptPolicies", how.exceptPolicies());
        node.put("stripLabels", how.stripLabels());
        node.put("probeImage", how.probeImage());
        node.put("lookInside", how.lookInside());
      }
      case Request.Credentials(_, var bindings, var tokens) -> {
        node.put("bindings", bindings);
        node.put("tokens", tokens);
      }
      case Request.Dispose(_, var way, var containers) -> {
        node.put("way", way.word());
        node.set("containers", texts(containers));
      }
      case Request.Recover(_, var hardened, var leave) -> {
        node.put("hardened", hardened);
        node.set("leave", texts(leave));
      }
    }
    return node;
  }

  private static ObjectNode methods(Map<String, Request.Method> perWorkload) {
    ObjectNode node = NODES.objectNode();
    new TreeMap<>(perWorkload).forEach((key, method) -> node.put(key, method.word()));
    return node;
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = NODES.objectNode();
    node.put("id", finding.id());
    node.put("severity", finding.severity().word());
    ArrayNode objects = node.putArray("objects");
    finding.objects().forEach(object -> objects.add(ref(object)));
    List<String> steps = finding.steps().stream().map(Object::toString).toList();
    node.set("steps", texts(steps));
    node.put("text", finding.text());
    node.put("instead", finding.instead());
    return node;
  }

  private static ObjectNode rating(LocalRating rating) {
    ObjectNode node = NODES.objectNode();
    node.put("measure", rating.measure().id());
    node.put("published", rating.measure().published().overall().doubleValue());
    node.put("here", rating.here().overall().doubleValue());
    node.put("businessImpact", rating.businessImpact());
    node.set("lost", texts(rating.lost()));
    return node;
  }
}
