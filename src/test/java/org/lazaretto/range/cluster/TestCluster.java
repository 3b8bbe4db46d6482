package org.lazaretto.range.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.node.ImageFacts.Timing;
import org.lazaretto.range.cluster.node.LogProfile;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.node.StaticPod;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** A small living cluster on a stepped clock: everything stands in the namespace {@code shop}. */
final class TestCluster {
  static final String NS = "shop";
  static final Duration A_WHILE = Duration.ofSeconds(30);

  final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-01T10:00:00Z"));
  final ObjectStore store = new ObjectStore(clock, new SplittableRandom(1));
  final Registry registry = new Registry(List.of());
  final LiveCluster cluster;

  private TestCluster(List<StaticPod> staticPods) {
    this.cluster = new LiveCluster(clock, store, new LiveCluster.Make(registry, staticPods, 5));
    cluster.start();
    store.create(ResourceTypes.NAMESPACES, Tree.head("v1", "Namespace", "", NS));
  }

  /** A cluster with this many nodes of two cores and eight pods each, in turn in zones a and b. */
  static TestCluster of(int nodes) {
    return of(nodes, List.of());
  }

  static TestCluster of(int nodes, List<StaticPod> staticPods) {
    TestCluster made = new TestCluster(staticPods);
    for (int i = 0; i < nodes; i++) {
      made.addNode(i);
    }
    made.pass();
    return made;
  }

  void addNode(int number) {
    NodeObjects.Machine machine = new NodeObjects.Machine("m5.large", 2, 8192, 8);
    store.create(
        ResourceTypes.NODES, NodeObjects.node(place(number), machine, "v1.35.0", clock.now()));
  }

  private static NodeObjects.Place place(int number) {
    return new NodeObjects.Place(
        number, "eu-central-1", "eu-central-1" + (char) ('a' + number % 2), "general");
  }

  static String node(int number) {
    return place(number).nodeName();
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  /** Enough time for anything ordinary. */
  void pass() {
    pass(A_WHILE);
  }

  /** Creates an object of the namespace from JSON with single quotes. */
  Stored create(String apiVersion, String kind, String name, String rest) {
    ObjectNode tree = Tree.head(apiVersion, kind, NS, name);
    Tree.overlay(tree, json(rest));
    return store.create(ResourceTypes.ofKind(apiVersion, kind).orElseThrow(), tree);
  }

  static ObjectNode json(String text) {
    return Json.object(text.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** A Deployment and the like; its pods bear {@code app: NAME}. */
  Stored workload(String kind, String name, String image, String spec) {
    String common =
        "{'spec':{'selector':{'matchLabels':{'app':'%1$s'}},'template':{'metadata':{'labels':{'app':'%1$s'}},'spec':{'containers':[{'name':'main','image':'%2$s'}]}}}}"
            .formatted(name, image);
    ObjectNode tree = json(common);
    Tree.overlay(Tree.made(tree, "spec"), json(spec));
    return create("apps/v1", kind, name, tree.toString());
  }

  Stored deployment(String name, int replicas) {
    return workload("Deployment", name, name + ":1", "{'replicas':" + replicas + "}");
  }

  Stored pod(String name, String spec) {
    String common = "{'spec':{'containers':[{'name':'main','image':'bare:1'}]}}";
    ObjectNode tree = json(common);
    Tree.overlay(Tree.made(tree, "spec"), json(spec));
    PodTemplates.admit(tree);
    return create("v1", "Pod", name, tree.toString());
  }

  /** Says what an image does. */
  void image(String reference, Fate fate, Duration ready, Duration terminates) {
    Timing timing = new Timing(Duration.ofSeconds(1), ready, terminates);
    registry.push(
        new ImageFacts(
            reference, ImageFacts.digestOf(reference), timing, fate, LogProfile.quiet()));
  }

  void slow(String reference, Duration ready) {
    image(reference, new Fate.Runs(), ready, Duration.ofSeconds(1));
  }

  Stored change(ResourceType type, String name, Consumer<ObjectNode> change) {
    return store.update(
        type,
        type.namespaced() ? NS : "",
        name,
        tree -> {
          change.accept(tree);
          return tree;
        });
  }

  void setImage(ResourceType type, String name, String image) {
    change(
        type,
        name,
        d ->
            ((ObjectNode) Tree.at(d, "spec", "template", "spec", "containers").get(0))
                .put("image", image));
  }

  void scale(String deployment, int replicas) {
    change(
        ResourceTypes.DEPLOYMENTS, deployment, d -> Tree.made(d, "spec").put("replicas", replicas));
  }

  void cordon(int number, boolean on) {
    change(ResourceTypes.NODES, node(number), n -> Tree.made(n, "spec").put("unschedulable", on));
  }

  void delete(ResourceType type, String name) {
    store.delete(type, type.namespaced() ? NS : "", name, Deletion.gracefully());
  }

  Optional<Stored> find(ResourceType type, String name) {
    return store.get(type, type.namespaced() ? NS : "", name);
  }

  ObjectNode get(ResourceType type, String name) {
    return find(type, name).orElseThrow().tree();
  }

  /** Pods with {@code app: NAME}, by name. */
  List<Stored> pods(String app) {
    return store.list(ResourceTypes.PODS, Optional.of(NS)).stream()
        .filter(p -> app.equals(p.labels().get("app")))
        .toList();
  }

  List<String> names(String app) {
    return pods(app).stream().map(Stored::name).toList();
  }

  long ready(String app) {
    return pods(app).stream()
        .filter(p -> !p.deleting() && Conditions.holds(p.tree(), "Ready"))
        .count();
  }

  List<ObjectNode> replicaSets(String app) {
    return store.list(ResourceTypes.REPLICA_SETS, Optional.of(NS)).stream()
        .filter(r -> app.equals(r.labels().get("app")))
        .map(Stored::tree)
        .toList();
  }

  /** Events about an object, as {@code REASON: MESSAGE}. */
  List<String> events(String name) {
    return store.list(ResourceTypes.EVENTS, Optional.empty()).stream()
        .map(Stored::tree)
        .filter(e -> Tree.text(e, "involvedObject", "name").equals(name))
        .map(e -> Tree.text(e, "reason") + ": " + Tree.text(e, "message"))
        .toList();
  }
}
