package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.StaticPod;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.net.Cni;
import org.lazaretto.range.net.Wiring;

/**
 * A scenario as its file describes it.
 *
 * @param briefing what the player is told
 * @param cluster what cluster it plays in
 * @param world what stands in the cluster at the beginning
 * @param images what the images do
 * @param script what happens without the player, if anything does
 * @param walkthrough the reference solution
 */
public record Scenario(
    Briefing briefing,
    Cluster cluster,
    World world,
    List<ImageFacts> images,
    Optional<Script> script,
    List<Step> walkthrough) {
  /** Copies its lists. */
  public Scenario {
    images = List.copyOf(images);
    walkthrough = List.copyOf(walkthrough);
  }

  /**
   * The same in a cluster with another CNI.
   *
   * @throws ScenarioException if there is none of this name
   */
  public Scenario under(String word) throws ScenarioException {
    Cni cni =
        Cni.of(word)
            .orElseThrow(() ->
                new ScenarioException("'" + word + "' is no CNI; there are: vpc-cni, calico"));
    return with(cluster.wiring().under(cni));
  }

  /** The same in a cluster whose policies take that long to count. */
  public Scenario slowly(Duration policyDelay) {
    Wiring now = cluster.wiring();
    return with(new Wiring(now.cni(), now.outside(), policyDelay));
  }

  private Scenario with(Wiring wiring) {
    Cluster other =
        new Cluster(
            cluster.name(),
            cluster.version(),
            cluster.platform(),
            cluster.region(),
            cluster.seed(),
            cluster.age(),
            wiring);
    return new Scenario(briefing, other, world, images, script, walkthrough);
  }

  /**
   * What the player is told.
   *
   * @param id the word that starts it
   * @param title one line
   * @param story what has happened so far
   * @param length how long it takes a player
   * @param goals what is to be reached, one sentence each
   */
  public record Briefing(
      String id, String title, String story, Duration length, List<String> goals) {
    /** Copies the goals. */
    public Briefing {
      goals = List.copyOf(goals);
    }
  }

  /**
   * The cluster.
   *
   * @param name its name
   * @param version as its nodes report it
   * @param platform EKS or GKE
   * @param region cloud region
   * @param seed what all made-up names follow from
   * @param age how long it has lived when the player comes
   * @param wiring its network
   */
  public record Cluster(
      String name,
      String version,
      String platform,
      String region,
      long seed,
      Duration age,
      Wiring wiring) {}

  /**
   * What stands in the cluster.
   *
   * @param nodes its machines
   * @param objects namespaces, workloads and everything else, in the order to create them
   * @param staticPods pods that the nodes start by themselves
   */
  public record World(List<Machine> nodes, List<ObjectNode> objects, List<StaticPod> staticPods) {
    /** Copies its lists. */
    public World {
      nodes = List.copyOf(nodes);
      objects = List.copyOf(objects);
      staticPods = List.copyOf(staticPods);
    }
  }

  /** One node: where it stands and what it is. */
  public record Machine(NodeObjects.Place place, NodeObjects.Machine machine) {}

  /**
   * One step of the reference solution.
   *
   * @param action mark, freeze, order, a wizard such as cordon or recover, or report
   * @param arguments what with, such as {@code pod: suspect}
   */
  public record Step(String action, Map<String, String> arguments) {
    /** Copies the arguments. */
    public Step {
      arguments = Map.copyOf(arguments);
    }
  }
}
