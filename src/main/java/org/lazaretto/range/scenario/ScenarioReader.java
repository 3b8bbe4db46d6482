package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.cluster.node.StaticPod;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.net.Outside;
import org.lazaretto.range.net.Wiring;
import org.lazaretto.range.store.ResourceTypes;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scenario files. What is wrong in one is said with file, line and what was expected. */
public final class ScenarioReader {
  private static final List<String> ACTIONS =
      List.of(
          "mark",
          "freeze",
          "order",
          "cordon",
          "isolate",
          "credentials",
          "evacuate",
          "dispose",
          "recover",
          "report");

  private ScenarioReader() {}

  /**
   * Reads a scenario.
   *
   * @param file what errors call it
   * @param text its content
   * @throws ScenarioException if it is not YAML, or lacks something, or has something that nobody
   *     knows
   */
  public static Scenario read(String file, String text) throws ScenarioException {
    return scenario(root(file, text));
  }

  private static Section root(String file, String text) throws ScenarioException {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        throw new ScenarioException(file, 1, "the file is empty; expected a scenario");
      }
      return Section.of(file, "the scenario", node);
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new ScenarioException(file, line, "not YAML: " + broken.getProblem());
    }
  }

  private static Scenario scenario(Section root) throws ScenarioException {
    Scenario.Briefing briefing = briefing(root);
    Scenario.Cluster cluster =
        cluster(root.section("cluster", "the cluster"), OutsideReader.read(root));
    ImageReader images = ImageReader.of(root);
    List<Scenario.Machine> nodes = nodes(root, cluster);
    Scenario.World world = new Scenario.World(nodes, objects(root), staticPods(root, nodes));
    Optional<Script> script =
        root.has("script")
            ? Optional.of(ScriptReader.read(root.section("script", "the script"), images))
            : Optional.empty();
    List<Scenario.Step> steps = root.sections("walkthrough", "a step", ScenarioReader::step);
    root.done();
    return new Scenario(briefing, cluster, world, images.all(), script, steps);
  }

  private static Scenario.Briefing briefing(Section root) throws ScenarioException {
    return new Scenario.Briefing(
        root.text("id"),
        root.text("title"),
        root.text("story"),
        root.duration("length"),
        root.texts("goals"));
  }

  private static Scenario.Cluster cluster(Section section, Outside outside)
      throws ScenarioException {
    String platform = section.oneOf("platform", List.of("EKS", "GKE"));
    Wiring wiring = OutsideReader.wiring(section, platform, outside);
    Scenario.Cluster cluster =
        new Scenario.Cluster(
            section.text("name"),
            section.text("version"),
            platform,
            section.text("region"),
            section.number("seed"),
            section.duration("age", Duration.ZERO),
            wiring);
    section.done();
    return cluster;
  }

  private static List<Scenario.Machine> nodes(Section root, Scenario.Cluster cluster)
      throws ScenarioException {
    List<Scenario.Machine> nodes = new ArrayList<>();
    for (Nodes each : root.sections("nodes", "a group of nodes", Nodes::read)) {
      for (int i = 0; i < each.count(); i++) {
        NodeObjects.Place place =
            new NodeObjects.Place(nodes.size(), cluster.region(), each.zone(), each.group());
        nodes.add(new Scenario.Machine(place, each.machine()));
      }
    }
    if (nodes.isEmpty()) {
      throw root.wrongAt("nodes", "expected at least one group of nodes");
    }
    return nodes;
  }

  private record Nodes(String group, String zone, int count, NodeObjects.Machine machine) {
    static Nodes read(Section section) throws ScenarioException {
      return new Nodes(
          section.text("group"),
          section.text("zone"),
          section.number("count"),
          new NodeObjects.Machine(
              section.text("type"),
              section.number("cpu"),
              section.number("memory"),
              section.number("pods")));
    }
  }

  private static List<ObjectNode> objects(Section root) throws ScenarioException {
    List<ObjectNode> objects = new ArrayList<>();
    Set<String> namespaces = new LinkedHashSet<>();
    namespaces.addAll(List.of("default", "kube-system", "kube-public", "kube-node-lease"));
    namespaces.addAll(root.texts("namespaces"));
    for (String name : namespaces) {
      objects.add(Tree.head("v1", "Namespace", "", name));
    }
    objects.addAll(root.sections("manifests", "a manifest", ScenarioReader::manifest));
    root.sections("workloads", "a workload", s -> workload(s, namespaces)).forEach(objects::addAll);
    return objects;
  }

  private static List<ObjectNode> workload(Section section, Set<String> namespaces)
      throws ScenarioException {
    List<ObjectNode> objects = WorkloadReader.read(section);
    String namespace = section.text("namespace");
    if (!namespaces.contains(namespace)) {
      String expected = "expected one of " + String.join(", ", namespaces);
      throw section.wrongAt("namespace", "no namespace '" + namespace + "'; " + expected);
    }
    return objects;
  }

  private static ObjectNode manifest(Section section) throws ScenarioException {
    String apiVersion = section.text("apiVersion");
    String kind = section.text("kind");
    if (ResourceTypes.ofKind(apiVersion, kind).isEmpty()) {
      throw section.wrongAt("kind", "the range knows no kind " + kind + " of " + apiVersion);
    }
    section.section("metadata", "the metadata").text("name");
    return (ObjectNode) section.wholeTree();
  }

  private static List<StaticPod> staticPods(Section root, List<Scenario.Machine> nodes)
      throws ScenarioException {
    return root.sections("staticPods", "a static pod", s -> staticPod(s, nodes));
  }

  private static StaticPod staticPod(Section section, List<Scenario.Machine> nodes)
      throws ScenarioException {
    int node = section.number("node");
    if (node >= nodes.size()) {
      String expected = "expected a number from 0 to " + (nodes.size() - 1);
      throw section.wrongAt("node", "there is no node " + node + "; " + expected);
    }
    ObjectNode pod = ScriptReader.file(section);
    return new StaticPod(nodes.get(node).place().nodeName(), pod);
  }

  private static Scenario.Step step(Section section) throws ScenarioException {
    return new Scenario.Step(section.oneOf("do", ACTIONS), section.map("with"));
  }
}
