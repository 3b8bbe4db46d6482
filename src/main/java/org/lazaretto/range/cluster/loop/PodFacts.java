package org.lazaretto.range.cluster.loop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Quantity;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.Stored;

/**
 * What controllers ask about a pod.
 *
 * @param stored the pod
 * @param owner its controller, if it has one
 * @param node where it runs, or has to run; empty if anywhere
 * @param bound whether it has been given to that node
 * @param needs what it takes on a node
 * @param life where it stands in its life
 */
public record PodFacts(
    Stored stored, Optional<Owner> owner, String node, boolean bound, Needs needs, Life life) {
  /** The controller of a pod. */
  public record Owner(String kind, String name, String uid) {}

  /**
   * What a pod takes.
   *
   * @param cpu thousandths of a core
   * @param memory bytes
   */
  public record Needs(long cpu, long memory) {}

  /**
   * Where a pod stands.
   *
   * @param phase as its status says
   * @param ready whether its Ready condition holds
   * @param restarts of all its containers
   * @param created when it was made
   * @param since when its Ready condition changed last; the beginning of time if it has none
   */
  public record Life(String phase, boolean ready, int restarts, Instant created, Instant since) {
    /** Whether it has ended for good. */
    public boolean over() {
      return phase.equals("Succeeded") || phase.equals("Failed");
    }
  }

  /** Reads them from a pod. */
  public static PodFacts of(Stored pod) {
    JsonNode tree = pod.tree();
    Optional<Owner> owner =
        Owners.controllerOf(tree)
            .map(r -> new Owner(Tree.text(r, "kind"), Tree.text(r, "name"), Tree.text(r, "uid")));
    String node = Tree.text(tree, "spec", "nodeName");
    Life life =
        new Life(
            Tree.text(tree, "status", "phase"),
            Conditions.holds(tree, "Ready"),
            restarts(tree),
            Tree.moment(tree, "metadata", "creationTimestamp").orElse(Instant.EPOCH),
            Conditions.since(tree, "Ready").orElse(Instant.EPOCH));
    return new PodFacts(
        pod, owner, node.isEmpty() ? wanted(tree) : node, !node.isEmpty(), needs(tree), life);
  }

  private static int restarts(JsonNode tree) {
    int restarts = 0;
    for (JsonNode container : Tree.at(tree, "status", "containerStatuses")) {
      restarts += Tree.number(container, 0, "restartCount");
    }
    return restarts;
  }

  private static Needs needs(JsonNode tree) {
    long cpu = 0;
    long memory = 0;
    for (JsonNode container : Tree.at(tree, "spec", "containers")) {
      JsonNode requests = Tree.at(container, "resources", "requests");
      cpu += Quantity.thousandths(Tree.text(requests, "cpu"));
      memory += Quantity.whole(Tree.text(requests, "memory"));
    }
    return new Needs(cpu, memory);
  }

  /** The node that a DaemonSet means its pod for. */
  private static String wanted(JsonNode tree) {
    JsonNode terms =
        Tree.at(
            tree,
            "spec",
            "affinity",
            "nodeAffinity",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "nodeSelectorTerms");
    return Tree.text(terms.path(0).path("matchFields").path(0).path("values").path(0));
  }

  /** Its namespace and name. */
  public ObjectKey key() {
    return stored.key();
  }

  /** Its labels. */
  public Map<String, String> labels() {
    return stored.labels();
  }

  /** Whether it counts as one of a workload's: neither ended nor ending. */
  public boolean active() {
    return !life.over() && !stored.deleting();
  }

  /** Whether it is one that serves. */
  public boolean serves() {
    return life.ready() && !stored.deleting();
  }

  /** Whether it has served for so long without a break. */
  public boolean hasServed(Duration time, Instant now) {
    return serves() && !life.since().plus(time).isAfter(now);
  }

  /** Whether this object controls it. */
  public boolean isOf(Stored controller) {
    return owner.filter(o -> o.uid().equals(controller.uid())).isPresent();
  }
}
