package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.Recorder.Source;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Watches the leases of nodes, as the real node lifecycle controller does: a node that has renewed
 * nothing for forty seconds counts as unreachable, its pods as not ready. Keeps the taints that
 * follow from cordons and conditions.
 */
public final class NodeLife implements Reconciler {
  private static final Duration LOOK = Duration.ofSeconds(5);

  /**
   * Forty seconds, counted in looks: a host that stalls for a moment makes a fast clock leap, and a
   * leap is no silence.
   */
  private static final int PATIENCE = 8;

  private static final List<String> REPORTED =
      List.of("Ready", "MemoryPressure", "DiskPressure", "PIDPressure");

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;
  private final Pods pods;
  private final Map<String, Integer> missed = new HashMap<>();
  private final Map<String, Boolean> cordoned = new HashMap<>();

  /** A controller of this store's nodes. */
  public NodeLife(RangeClock clock, ObjectStore store, Pods pods, Recorder events) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.pods = pods;
    this.events = events;
  }

  /** Begins to watch; every node counts as heard of now. */
  public void begin() {
    for (Stored node : store.list(ResourceTypes.NODES, Optional.empty())) {
      missed.put(node.name(), 0);
    }
    clock.after(LOOK, this::look);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    ResourceType type = event.object().type();
    String name = event.object().name();
    if (type.equals(ResourceTypes.LEASES) && event.change() != StoreEvent.Change.DELETED) {
      missed.replace(name, 0);
    }
    if (type.equals(ResourceTypes.NODES)) {
      dirty.accept(event.object().key());
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.NODES, "", key.name());
    if (found.isEmpty()) {
      missed.remove(key.name());
      cordoned.remove(key.name());
      return;
    }
    ObjectNode node = found.get().tree();
    missed.putIfAbsent(key.name(), 0);
    tellCordon(key, node);
    if (NodeTaints.putRight(node.deepCopy(), clock.now())) {
      present.change(ResourceTypes.NODES, key, n -> NodeTaints.putRight(n, clock.now()));
    }
  }

  private void tellCordon(ObjectKey key, ObjectNode node) {
    boolean now = node.path("spec").path("unschedulable").asBoolean();
    Boolean before = cordoned.put(key.name(), now);
    if (before != null && !before.equals(now)) {
      String what = now ? "NodeNotSchedulable" : "NodeSchedulable";
      tell(node, new Source("kubelet", key.name()), what);
    }
  }

  private void tell(ObjectNode node, Source by, String what) {
    String name = Tree.text(node, "metadata", "name");
    events.record(node, "", Note.normal(what, "Node " + name + " status is now: " + what), by);
  }

  private void look() {
    missed.replaceAll((node, looks) -> looks + 1);
    List<String> silent =
        missed.entrySet().stream()
            .filter(e -> e.getValue() > PATIENCE)
            .map(Map.Entry::getKey)
            .toList();
    silent.forEach(this::giveUp);
    clock.after(LOOK, this::look);
  }

  /** Nobody knows any more how the node is. */
  private void giveUp(String name) {
    Optional<ObjectNode> node = store.get(ResourceTypes.NODES, "", name).map(Stored::tree);
    if (node.isEmpty() || NodeTaints.status(node.get(), "Ready").equals("Unknown")) {
      return;
    }
    present.change(
        ResourceTypes.NODES,
        new ObjectKey("", name),
        n -> {
          for (String type : REPORTED) {
            String why = "Kubelet stopped posting node status.";
            Conditions.set(
                n, new Condition(type, "Unknown", "NodeStatusUnknown", why), clock.now());
          }
        });
    tell(node.get(), new Source("node-controller", ""), "NodeNotReady");
    pods.on(name).forEach(this::doubt);
  }

  private void doubt(PodFacts pod) {
    if (!pod.life().ready()) {
      return;
    }
    present.change(
        ResourceTypes.PODS,
        pod.key(),
        p -> Conditions.set(p, Condition.of("Ready", false), clock.now()));
    events.record(
        pod.stored().tree(), Note.warning("NodeNotReady", "Node is not ready"), "node-controller");
  }
}
