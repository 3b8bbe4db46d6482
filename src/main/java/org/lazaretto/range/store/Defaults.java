package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Fills in what a client left out, with the values of a real API server. */
public final class Defaults {
  private Defaults() {}

  /** Completes an object in place; what is there stays. */
  public static void apply(ResourceType type, ObjectNode object) {
    switch (type.kind()) {
      case "Pod" -> pod(object);
      case "Deployment" -> deployment(Json.child(object, "spec"));
      case "ReplicaSet" -> template(scaled(Json.child(object, "spec")));
      case "StatefulSet" -> statefulSet(Json.child(object, "spec"));
      case "DaemonSet" -> daemonSet(Json.child(object, "spec"));
      case "Job" -> job(Json.child(object, "spec"));
      case "CronJob" -> cronJob(Json.child(object, "spec"));
      case "Service" -> service(Json.child(object, "spec"));
      case "HorizontalPodAutoscaler" -> autoscaler(Json.child(object, "spec"));
      case "Namespace" -> namespace(object);
      case "Secret" -> secret(object);
      case "LimitRange" -> Json.child(object, "spec").path("limits").forEach(Defaults::limits);
      default -> {}
    }
  }

  private static void text(ObjectNode at, String field, String value) {
    if (!at.hasNonNull(field)) {
      at.put(field, value);
    }
  }

  private static void number(ObjectNode at, String field, int value) {
    if (!at.hasNonNull(field)) {
      at.put(field, value);
    }
  }

  private static void autoscaler(ObjectNode spec) {
    number(spec, "minReplicas", 1);
    if (spec.path("metrics").isEmpty()) {
      ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
      ObjectNode target = metric.putObject("resource").put("name", "cpu").putObject("target");
      target.put("type", "Utilization").put("averageUtilization", 80);
    }
  }

  /** The bounds of containers are what they get, too, where nothing else is said. */
  private static void limits(JsonNode item) {
    if (item instanceof ObjectNode limit && limit.path("type").asText("").equals("Container")) {
      fill(limit, "default", limit.path("max"));
      fill(limit, "defaultRequest", limit.path("default"));
      fill(limit, "defaultRequest", limit.path("min"));
    }
  }

  private static void fill(ObjectNode at, String field, JsonNode from) {
    for (var entry : from.properties()) {
      ObjectNode there = Json.child(at, field);
      if (!there.has(entry.getKey())) {
        there.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static void pod(ObjectNode pod) {
    ObjectNode spec = Json.child(pod, "spec");
    podSpec(spec);
    for (String list : List.of("containers", "initContainers")) {
      for (JsonNode container : spec.path(list)) {
        if (container.path("resources") instanceof ObjectNode resources) {
          fill(resources, "requests", resources.path("limits"));
        }
      }
    }
    if (!spec.has("enableServiceLinks")) {
      spec.put("enableServiceLinks", true);
    }
    ObjectNode status = Json.child(pod, "status");
    text(status, "phase", "Pending");
    text(status, "qosClass", qosClass(spec));
  }

  private static String qosClass(ObjectNode spec) {
    boolean any = false;
    boolean all = true;
    for (JsonNode container : spec.path("containers")) {
      JsonNode resources = container.path("resources");
      JsonNode limits = resources.path("limits");
      JsonNode requests = resources.path("requests");
      any |= !limits.isEmpty() || !requests.isEmpty();
      all &= limits.has("cpu") && limits.has("memory");
      all &= requests.isEmpty() || requests.equals(limits);
    }
    if (!any) {
      return "BestEffort";
    }
    return all ? "Guaranteed" : "Burstable";
  }

  private static void podSpec(ObjectNode spec) {
    text(spec, "restartPolicy", "Always");
    text(spec, "dnsPolicy", "ClusterFirst");
    text(spec, "schedulerName", "default-scheduler");
    number(spec, "terminationGracePeriodSeconds", 30);
    Json.child(spec, "securityContext");
    for (String list : List.of("initContainers", "containers")) {
      for (JsonNode container : spec.path(list)) {
        if (container instanceof ObjectNode one) {
          container(one);
        }
      }
    }
  }

  private static void container(ObjectNode container) {
    String image = container.path("image").asText("");
    String tag = image.substring(image.lastIndexOf('/') + 1);
    boolean moving = !tag.contains("@") && (!tag.contains(":") || tag.endsWith(":latest"));
    text(container, "imagePullPolicy", moving ? "Always" : "IfNotPresent");
    text(container, "terminationMessagePath", "/dev/termination-log");
    text(container, "terminationMessagePolicy", "File");
    Json.child(container, "resources");
    protocols(container.path("ports"));
  }

  private static void protocols(JsonNode ports) {
    for (JsonNode port : ports) {
      if (port instanceof ObjectNode one) {
        text(one, "protocol", "TCP");
      }
    }
  }

  private static ObjectNode scaled(ObjectNode spec) {
    number(spec, "replicas", 1);
    return spec;
  }

  private static void template(ObjectNode spec) {
    if (spec.get("template") instanceof ObjectNode template) {
      podSpec(Json.child(template, "spec"));
    }
  }

  private static void deployment(ObjectNode spec) {
    template(scaled(spec));
    number(spec, "revisionHistoryLimit", 10);
    number(spec, "progressDeadlineSeconds", 600);
    ObjectNode strategy = Json.child(spec, "strategy");
    text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      ObjectNode rolling = Json.child(strategy, "rollingUpdate");
      text(rolling, "maxUnavailable", "25%");
      text(rolling, "maxSurge", "25%");
    }
  }

  private static void statefulSet(ObjectNode spec) {
    template(scaled(spec));
    text(spec, "podManagementPolicy", "OrderedReady");
    number(spec, "revisionHistoryLimit", 10);
    ObjectNode strategy = Json.child(spec, "updateStrategy");
    text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      number(Json.child(strategy, "rollingUpdate"), "partition", 0);
    }
  }

  private static void daemonSet(ObjectNode spec) {
    template(spec);
    number(spec, "revisionHistoryLimit", 10);
    ObjectNode strategy = Json.child(spec, "updateStrategy");
    text(strategy, "type", "RollingUpdate");
    if (strategy.path("type").asText().equals("RollingUpdate")) {
      ObjectNode rolling = Json.child(strategy, "rollingUpdate");
      number(rolling, "maxUnavailable", 1);
      number(rolling, "maxSurge", 0);
    }
  }

  private static void job(ObjectNode spec) {
    template(spec);
    if (!spec.has("completions") && !spec.has("parallelism")) {
      spec.put("completions", 1);
    }
    number(spec, "parallelism", 1);
    number(spec, "backoffLimit", 6);
    text(spec, "completionMode", "NonIndexed");
    if (!spec.has("suspend")) {
      spec.put("suspend", false);
    }
  }

  private static void cronJob(ObjectNode spec) {
    text(spec, "concurrencyPolicy", "Allow");
    number(spec, "successfulJobsHistoryLimit", 3);
    number(spec, "failedJobsHistoryLimit", 1);
    if (!spec.has("suspend")) {
      spec.put("suspend", false);
    }
  }

  private static void service(ObjectNode spec) {
    text(spec, "type", "ClusterIP");
    text(spec, "sessionAffinity", "None");
    protocols(spec.path("ports"));
    for (JsonNode port : spec.path("ports")) {
      if (port instanceof ObjectNode one && !one.has("targetPort")) {
        one.set("targetPort", one.path("port"));
      }
    }
  }

  private static void namespace(ObjectNode namespace) {
    ObjectNode metadata = Json.child(namespace, "metadata");
    text(
        Json.child(metadata, "labels"),
        "kubernetes.io/metadata.name",
        metadata.path("name").asText(""));
    text(Json.child(namespace, "status"), "phase", "Active");
  }

  /** What a client wrote in plain words is stored encoded, as data. */
  private static void secret(ObjectNode secret) {
    text(secret, "type", "Opaque");
    if (secret.remove("stringData") instanceof ObjectNode plain) {
      ObjectNode data = Json.child(secret, "data");
      plain
          .properties()
          .forEach(entry -> {
            byte[] bytes = entry.getValue().asText().getBytes(StandardCharsets.UTF_8);
            data.put(entry.getKey(), Base64.getEncoder().encodeToString(bytes));
          });
    }
  }
}
