package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.Recorder.Source;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * What a kubelet does when its node has no disk left: it says so, and evicts pods one after the
 * other, the least important first, until there is room. Budgets are not asked, and what the pods
 * had written goes with them.
 */
final class FullDisk {
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final Duration CLEAR_AFTER = Duration.ofMinutes(5);
  private static final int CRITICAL = 2_000_000_000;
  private static final Map<String, Integer> BY_QUALITY =
      Map.of("BestEffort", 0, "Burstable", 1, "Guaranteed", 2);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Recorder events;
  private final Machines machines;
  private final Heartbeats heartbeats;
  private final Consumer<ObjectKey> evict;

  /**
   * The disks of all nodes.
   *
   * @param evict ends a pod for good on its node
   */
  FullDisk(
      RangeClock clock,
      ObjectStore store,
      Recorder events,
      Machines machines,
      Heartbeats heartbeats,
      Consumer<ObjectKey> evict) {
    this.clock = clock;
    this.store = store;
    this.events = events;
    this.machines = machines;
    this.heartbeats = heartbeats;
    this.evict = evict;
  }

  /** A node's disk is full; so many pods have to go before there is room. */
  void fill(String node, int pods) {
    machines.disk(node, true);
    tell(node, Note.normal("NodeHasDiskPressure", status(node, "NodeHasDiskPressure")));
    tell(node, Note.warning("EvictionThresholdMet", "Attempting to reclaim ephemeral-storage"));
    heartbeats.report(node);
    next(node, pods);
  }

  private static String status(String node, String what) {
    return "Node " + node + " status is now: " + what;
  }

  private void tell(String node, Note note) {
    store
        .get(ResourceTypes.NODES, "", node)
        .ifPresent(n -> events.record(n.tree(), "", note, new Source("kubelet", node)));
  }

  private void next(String node, int left) {
    Optional<Stored> victim = left > 0 ? victim(node) : Optional.empty();
    if (victim.isEmpty()) {
      clock.after(CLEAR_AFTER, () -> clear(node));
      return;
    }
    evict.accept(victim.get().key());
    clock.after(BETWEEN, () -> next(node, left - 1));
  }

  private void clear(String node) {
    machines.disk(node, false);
    tell(node, Note.normal("NodeHasNoDiskPressure", status(node, "NodeHasNoDiskPressure")));
    heartbeats.report(node);
  }

  private Optional<Stored> victim(String node) {
    return store.podsOnNode(node).stream()
        .filter(p -> !p.deleting() && p.field("status.phase").orElse("").equals("Running"))
        .filter(p -> priority(p.tree()) < CRITICAL)
        .min(
            Comparator.comparingInt((Stored p) -> priority(p.tree()))
                .thenComparingInt(p -> quality(p.tree()))
                .thenComparing(Stored::key));
  }

  private static int priority(ObjectNode pod) {
    return Tree.number(pod, 0, "spec", "priority");
  }

  private static int quality(JsonNode pod) {
    return BY_QUALITY.getOrDefault(Tree.text(pod, "status", "qosClass"), 1);
  }
}
