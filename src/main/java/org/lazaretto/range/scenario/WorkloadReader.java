package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.cluster.object.Quantity;
import org.lazaretto.range.cluster.object.Tree;

/** The short form of a workload in a scenario file, read into the objects that it stands for. */
final class WorkloadReader {
  private static final List<String> KINDS =
      List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "Pod");

  private WorkloadReader() {}

  /** The workload and, if it has one, its service. */
  static List<ObjectNode> read(Section section) throws ScenarioException {
    String kind = section.oneOf("kind", KINDS);
    String name = section.text("name");
    String namespace = section.text("namespace");
    Map<String, String> labels = section.map("labels");
    labels.putIfAbsent("app", name);
    ObjectNode template = template(section, labels, kind);
    List<ObjectNode> objects = new ArrayList<>();
    if (section.has("port")) {
      objects.add(service(namespace, name, labels.get("app"), section.number("port"), kind));
    }
    ObjectNode workload = head(kind, namespace, name);
    Tree.made(workload, "metadata").set("labels", Tree.object(labels));
    fill(workload, kind, section, template);
    objects.add(workload);
    return objects;
  }

  private static ObjectNode head(String kind, String namespace, String name) {
    String version =
        switch (kind) {
          case "Pod" -> "v1";
          case "Job" -> "batch/v1";
          default -> "apps/v1";
        };
    return Tree.head(version, kind, namespace, name);
  }

  private static void fill(ObjectNode workload, String kind, Section section, ObjectNode template)
      throws ScenarioException {
    ObjectNode spec = Tree.made(workload, "spec");
    String name = Tree.text(workload, "metadata", "name");
    String app = Tree.text(template, "metadata", "labels", "app");
    switch (kind) {
      case "Pod" -> {
        Tree.overlay(workload, template);
        return;
      }
      case "Job" -> spec.put("completions", section.number("completions", 1)).put("parallelism", 1);
      case "DaemonSet" -> {}
      default -> spec.put("replicas", section.number("replicas", 1));
    }
    if (!kind.equals("Job")) {
      Tree.made(spec, "selector", "matchLabels").put("app", app);
    }
    spec.set("template", template);
    if (kind.equals("StatefulSet")) {
      spec.put("serviceName", name);
      claim(spec, section);
    }
    Tree.overlay(spec, section.tree("spec"));
  }

  private static void claim(ObjectNode spec, Section section) throws ScenarioException {
    if (!section.has("storage")) {
      return;
    }
    ObjectNode claim = Tree.list(spec, "volumeClaimTemplates").addObject();
    claim.put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
    claim.putObject("metadata").put("name", "data");
    ObjectNode claimed = claim.putObject("spec");
    claimed.putArray("accessModes").add("ReadWriteOnce");
    claimed.putObject("resources").putObject("requests").put("storage", amount(section, "storage"));
    claimed.put("storageClassName", "gp3").put("volumeMode", "Filesystem");
    ObjectNode container = (ObjectNode) Tree.at(spec, "template", "spec", "containers").get(0);
    Tree.list(container, "volumeMounts").addObject().put("name", "data").put("mountPath", "/data");
  }

  private static ObjectNode template(Section section, Map<String, String> labels, String kind)
      throws ScenarioException {
    ObjectNode template = Tree.object();
    ObjectNode metadata = template.putObject("metadata");
    metadata.set("labels", Tree.object(labels));
    Map<String, String> annotations = section.map("annotations");
    if (!annotations.isEmpty()) {
      metadata.set("annotations", Tree.object(annotations));
    }
    ObjectNode spec = template.putObject("spec");
    spec.putArray("containers").add(container(section));
    if (kind.equals("Job")) {
      spec.put("restartPolicy", "Never");
    }
    if (section.has("emptyDir")) {
      ObjectNode volume = Tree.list(spec, "volumes").addObject().put("name", "scratch");
      volume.putObject("emptyDir");
    }
    Tree.overlay(spec, section.tree("pod"));
    return template;
  }

  private static ObjectNode container(Section section) throws ScenarioException {
    ObjectNode container = Tree.object();
    container.put("name", section.text("container", section.text("name")));
    container.put("image", section.text("image"));
    if (section.has("port")) {
      ArrayNode ports = container.putArray("ports");
      ports.addObject().put("name", "main").put("containerPort", section.number("port"));
    }
    ObjectNode requests = Tree.made(container, "resources", "requests");
    requests.put("cpu", amount(section, "cpu")).put("memory", amount(section, "memory"));
    if (section.has("emptyDir")) {
      String path = section.text("emptyDir");
      Tree.list(container, "volumeMounts")
          .addObject()
          .put("name", "scratch")
          .put("mountPath", path);
    }
    Tree.overlay(container, section.tree("with"));
    return container;
  }

  private static String amount(Section section, String key) throws ScenarioException {
    String text = section.text(key);
    if (!Quantity.isOne(text)) {
      String expected = "expected an amount such as 100m, 2 or 256Mi";
      throw section.wrongAt(key, "'" + key + "' is '" + text + "'; " + expected);
    }
    return text;
  }

  private static ObjectNode service(
      String namespace, String name, String app, int port, String kind) {
    ObjectNode service = Tree.head("v1", "Service", namespace, name);
    Tree.made(service, "metadata", "labels").put("app", app);
    ObjectNode spec = service.putObject("spec").put("type", "ClusterIP");
    if (kind.equals("StatefulSet")) {
      spec.put("clusterIP", "None");
    }
    spec.putObject("selector").put("app", app);
    spec.putArray("ports")
        .addObject()
        .put("name", "main")
        .put("port", port)
        .put("protocol", "TCP")
        .put("targetPort", port);
    return service;
  }
}
