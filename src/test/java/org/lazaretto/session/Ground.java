package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.Wish;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** A small practice cluster that is observed, in which one trial after another is held. */
final class Ground implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final PracticeRange range;
  final ClusterSession session;
  private final Map<String, ObjectNode> nodes = new HashMap<>();

  Ground(Path home, Workplace place) throws Exception {
    Wish.Place three = new Wish.Place.Sized(3, 0, 1);
    range = PracticeRange.start(new Wish(three, new Wish.Pace.Running(30), home));
    session = again(place);
    nodes().forEach(node -> nodes.put(node.name(), node.tree()));
  }

  /** Observes it from the beginning, besides what is observed already. */
  ClusterSession again(Workplace place) throws Exception {
    return ClusterSession.open(
        KubernetesConnection.open(
            ConnectionRequest.of(Optional.of(range.kubeconfig()), Optional.empty())),
        place,
        PATIENCE);
  }

  private List<Stored> nodes() {
    return range.store().list(ResourceTypes.NODES, Optional.empty());
  }

  /** Where the pods of a plot stand before anything happens. */
  String node() {
    return nodes().getFirst().name();
  }

  /** A plot of its own, whose pods are all ready on one node, and which is seen. */
  Plot plot(String name) {
    Plot plot = new Plot(range.store(), name);
    List<String> others =
        nodes().stream().map(Stored::name).filter(n -> !n.equals(node())).toList();
    others.forEach(other -> unschedulable(other, true));
    plot.lay();
    until("the plot's pods are ready", () -> plot.ready(node()));
    others.forEach(other -> unschedulable(other, false));
    untilSeen();
    return plot;
  }

  private void unschedulable(String node, boolean value) {
    range
        .store()
        .update(
            ResourceTypes.NODES,
            "",
            node,
            tree -> {
              ObjectNode spec = (ObjectNode) tree.path("spec");
              if (value) {
                spec.put("unschedulable", true);
              } else {
                spec.remove("unschedulable");
                spec.remove("taints");
              }
              return tree;
            });
  }

  /** Waits until the cluster has come to rest and what is observed is what stands. */
  void untilSeen() {
    Sight sight = new Sight(range.store());
    until("what stands is seen", () -> range.isSettled() && sight.is(session.snapshot()));
  }

  static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
    }
  }

  /** As it was before the first plot. */
  void clear(Plot plot) {
    range.faults().clear();
    range.denials().clear();
    until("the plot is gone", () -> swept(plot));
    nodes.forEach(this::putBack);
  }

  private void putBack(String name, ObjectNode before) {
    if (range.store().get(ResourceTypes.NODES, "", name).isPresent()) {
      range.store().update(ResourceTypes.NODES, "", name, now -> asBefore(now, before));
    } else {
      range.store().create(ResourceTypes.NODES, before.deepCopy());
    }
  }

  private boolean swept(Plot plot) {
    range.store().get(ResourceTypes.NAMESPACES, "", plot.name()).ifPresent(plot::remove);
    boolean swept = true;
    for (ResourceType type : ResourceTypes.all()) {
      if (type.namespaced()) {
        for (Stored each : range.store().list(type, Optional.of(plot.name()))) {
          swept = false;
          plot.remove(each);
        }
      }
    }
    return swept;
  }

  private static ObjectNode asBefore(ObjectNode now, ObjectNode before) {
    for (String part : List.of("labels", "annotations")) {
      ObjectNode metadata = (ObjectNode) now.path("metadata");
      metadata.remove(part);
      if (before.path("metadata").has(part)) {
        metadata.set(part, before.path("metadata").path(part).deepCopy());
      }
    }
    now.set("spec", before.path("spec").deepCopy());
    return now;
  }

  @Override
  public void close() throws IOException {
    session.close();
    range.close();
  }

  static final Deletion AT_ONCE = Deletion.now();
}
