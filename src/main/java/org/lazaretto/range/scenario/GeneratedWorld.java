package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.node.ImageFacts.Timing;
import org.lazaretto.range.cluster.node.LogProfile;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * A cluster of any size whose pods run already: Deployments of up to twenty pods each, spread over
 * all nodes, eight Deployments a namespace, and a budget for every fourth Deployment that lets half
 * of its pods go.
 */
public final class GeneratedWorld {
  /** What made-up names follow from. */
  public static final long SEED = 1;

  /** The version that the nodes report. */
  public static final String VERSION = "v1.35.0-eks-ac2d5a0";

  static final int PODS_A_DEPLOYMENT = 20;
  private static final int DEPLOYMENTS_A_NAMESPACE = 8;
  private static final String REGION = "eu-central-1";

  private final int nodes;
  private final int pods;
  private final ImageFacts image;
  private final GeneratedPods template;

  /**
   * A cluster to be made.
   *
   * @param terminationSeconds how long a pod takes to end after SIGTERM
   */
  public GeneratedWorld(int nodes, int pods, int terminationSeconds) {
    this.nodes = nodes;
    this.pods = pods;
    Timing timing =
        new Timing(
            Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(terminationSeconds));
    LogProfile logs =
        new LogProfile(
            Duration.ofSeconds(3),
            List.of("ready"),
            List.of("{time} request {hex:8} {int:1-90}ms"));
    String reference = "registry.example/team/service:1.0.0";
    this.image =
        new ImageFacts(reference, ImageFacts.digestOf(reference), timing, new Fate.Runs(), logs);
    this.template = new GeneratedPods(image);
  }

  /** What its pods run. */
  public ImageFacts image() {
    return image;
  }

  /**
   * Puts nodes, namespaces and running pods into an empty store; before the cluster begins to live.
   */
  public void fill(RangeClock clock, ObjectStore store) {
    Instant now = clock.now();
    List<NodeObjects.Place> places = new ArrayList<>();
    int room = Math.max(110, pods / nodes * 2 + 20);
    NodeObjects.Machine machine =
        new NodeObjects.Machine("m5.4xlarge", Math.max(16, room / 15), 64 * 1024, room);
    for (int i = 0; i < nodes; i++) {
      String zone = REGION + (char) ('a' + i % 3);
      NodeObjects.Place place = new NodeObjects.Place(i, REGION, zone, "general");
      places.add(place);
      store.create(ResourceTypes.NODES, NodeObjects.node(place, machine, VERSION, now));
    }
    for (int i = 0; i < deployments(); i++) {
      deployment(store, i, places, now);
    }
  }

  private int deployments() {
    return (pods + PODS_A_DEPLOYMENT - 1) / PODS_A_DEPLOYMENT;
  }

  private static String namespace(int deployment) {
    return "team-%03d".formatted(deployment / DEPLOYMENTS_A_NAMESPACE);
  }

  private static String name(int deployment) {
    return "service-%04d".formatted(deployment);
  }

  private void deployment(
      ObjectStore store, int number, List<NodeObjects.Place> places, Instant now) {
    int replicas = Math.min(PODS_A_DEPLOYMENT, pods - number * PODS_A_DEPLOYMENT);
    ObjectNode tree = template.deployment(namespace(number), name(number), replicas, now);
    Stored deployment = store.create(ResourceTypes.DEPLOYMENTS, tree);
    Stored replicaSet =
        store.create(ResourceTypes.REPLICA_SETS, template.replicaSet(deployment.tree(), replicas));
    ObjectNode owner = replicaSet.tree();
    ObjectNode pod = template.pod(owner);
    for (int i = 0; i < replicas; i++) {
      int index = number * PODS_A_DEPLOYMENT + i;
      int node = index % places.size();
      int slot = 2 + index / places.size();
      store.create(
          ResourceTypes.PODS,
          template.running(pod.deepCopy(), owner, i, places.get(node), slot, now));
    }
  }

  /** Adds what the controllers then complete; after the cluster has begun to live. */
  public void complete(ObjectStore store) {
    List<String> names = new ArrayList<>(List.of("default", "kube-system", "kube-node-lease"));
    for (int i = 0; i < deployments(); i += DEPLOYMENTS_A_NAMESPACE) {
      names.add(namespace(i));
    }
    names.forEach(n -> store.create(ResourceTypes.NAMESPACES, Tree.head("v1", "Namespace", "", n)));
    for (int i = 0; i < deployments(); i += 4) {
      ObjectNode budget = Tree.head("policy/v1", "PodDisruptionBudget", namespace(i), name(i));
      ObjectNode spec = budget.putObject("spec").put("maxUnavailable", "50%");
      Tree.made(spec, "selector", "matchLabels").put("app", name(i));
      store.create(ResourceTypes.POD_DISRUPTION_BUDGETS, budget);
    }
  }
}
