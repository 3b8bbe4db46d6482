package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * How each kubelet says that it lives: it renews its lease every ten seconds, and reports its
 * node's status every five minutes.
 */
public final class Heartbeats implements Reconciler {
  /** Where leases of nodes are. */
  public static final String NAMESPACE = "kube-node-lease";

  private static final Duration RENEWAL = Duration.ofSeconds(10);
  private static final int RENEWALS_A_REPORT = 30;
  private static final int LEASE_SECONDS = 40;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
          .withZone(java.time.ZoneOffset.UTC);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Machines machines;
  private final Map<String, Integer> beating = new HashMap<>();

  /** The heartbeats of this store's nodes. */
  public Heartbeats(RangeClock clock, ObjectStore store, Machines machines) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.machines = machines;
  }

  /** Begins those of all nodes, spread over their period. */
  public void begin() {
    List<Stored> nodes = store.list(ResourceTypes.NODES, Optional.empty());
    for (int i = 0; i < nodes.size(); i++) {
      String node = nodes.get(i).name();
      beating.put(node, i % RENEWALS_A_REPORT);
      renew(nodes.get(i));
      clock.after(RENEWAL.multipliedBy(i + 1L).dividedBy(nodes.size()), () -> beat(node));
    }
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.NODES) && event.change() == StoreEvent.Change.ADDED) {
      dirty.accept(object.key());
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    if (beating.putIfAbsent(key.name(), 0) == null) {
      beat(key.name());
    }
  }

  private void beat(String name) {
    Optional<Stored> node = store.get(ResourceTypes.NODES, "", name);
    if (node.isEmpty()) {
      beating.remove(name);
      return;
    }
    if (machines.answers(name)) {
      renew(node.get());
      if (beating.merge(name, 1, Integer::sum) % RENEWALS_A_REPORT == 0) {
        report(name);
      }
    }
    clock.after(RENEWAL, () -> beat(name));
  }

  /** Tells that the node is well, now; also when it is back after a silence. */
  void report(String node) {
    present.change(
        ResourceTypes.NODES,
        new ObjectKey("", node),
        n -> NodeObjects.report(n, machines.diskIsFull(node), clock.now()));
  }

  /** Renews a node's lease now. */
  void renew(Stored node) {
    String time = MICROS.format(clock.now());
    if (store.get(ResourceTypes.LEASES, NAMESPACE, node.name()).isEmpty()) {
      store.create(ResourceTypes.LEASES, lease(node, time));
    } else {
      present.change(
          ResourceTypes.LEASES,
          new ObjectKey(NAMESPACE, node.name()),
          lease -> Tree.made(lease, "spec").put("renewTime", time));
    }
  }

  private static ObjectNode lease(Stored node, String time) {
    ObjectNode lease = Tree.head("coordination.k8s.io/v1", "Lease", NAMESPACE, node.name());
    Tree.made(lease, "metadata")
        .putArray("ownerReferences")
        .addObject()
        .put("apiVersion", "v1")
        .put("kind", "Node")
        .put("name", node.name())
        .put("uid", node.uid());
    lease
        .putObject("spec")
        .put("holderIdentity", node.name())
        .put("leaseDurationSeconds", LEASE_SECONDS)
        .put("renewTime", time);
    return lease;
  }
}
