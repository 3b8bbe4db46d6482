package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.Recorder.Source;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Taints cordoned nodes as the real controller does, and has nodes report every five minutes that
 * they live.
 */
public final class NodeLife implements Reconciler {
  private static final Duration HEARTBEAT = Duration.ofMinutes(5);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;

  /** A controller of this store's nodes. */
  public NodeLife(RangeClock clock, ObjectStore store, Recorder events) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    if (event.object().type().equals(ResourceTypes.NODES)
        && event.change() == StoreEvent.Change.MODIFIED) {
      dirty.accept(event.object().key());
    }
  }

  /** Begins the heartbeats of all nodes, spread over their period. */
  public void begin() {
    var nodes = store.list(ResourceTypes.NODES, Optional.empty());
    for (int i = 0; i < nodes.size(); i++) {
      String name = nodes.get(i).name();
      clock.after(HEARTBEAT.multipliedBy(i + 1L).dividedBy(nodes.size()), () -> beat(name));
    }
  }

  private void beat(String node) {
    if (store.get(ResourceTypes.NODES, "", node).isEmpty()) {
      return;
    }
    present.change(
        ResourceTypes.NODES,
        new ObjectKey("", node),
        n ->
            Tree.at(n, "status", "conditions")
                .forEach(c -> ((ObjectNode) c).put("lastHeartbeatTime", Tree.time(clock.now()))));
    clock.after(HEARTBEAT, () -> beat(node));
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.NODES, "", key.name());
    if (found.isEmpty()) {
      return;
    }
    boolean cordoned = NodeFacts.of(found.get()).unschedulable();
    boolean tainted =
        NodeFacts.of(found.get()).taints().stream()
            .anyMatch(t -> t.key().equals(NodeFacts.UNSCHEDULABLE));
    if (cordoned == tainted) {
      return;
    }
    store.update(
        ResourceTypes.NODES,
        "",
        key.name(),
        n -> {
          taint(Tree.made(n, "spec"), cordoned);
          return n;
        });
    String what = cordoned ? "NodeNotSchedulable" : "NodeSchedulable";
    Note note = Note.normal(what, "Node " + key.name() + " status is now: " + what);
    events.record(found.get().tree(), "", note, new Source("kubelet", key.name()));
  }

  private void taint(ObjectNode spec, boolean cordoned) {
    ArrayNode taints = Tree.list(spec, "taints");
    if (cordoned) {
      taints
          .addObject()
          .put("effect", "NoSchedule")
          .put("key", NodeFacts.UNSCHEDULABLE)
          .put("timeAdded", Tree.time(clock.now()));
    } else {
      Tree.drop(taints, t -> Tree.text(t, "key").equals(NodeFacts.UNSCHEDULABLE));
    }
    if (taints.isEmpty()) {
      spec.remove("taints");
    }
  }
}
