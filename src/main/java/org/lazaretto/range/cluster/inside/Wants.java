package org.lazaretto.range.cluster.inside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.node.Statuses;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.net.Flows;
import org.lazaretto.range.shell.Interior;
import org.lazaretto.range.shell.Interior.Connection;
import org.lazaretto.range.shell.Layer;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/** The connections that the processes of containers want to have, as long as they run. */
final class Wants {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private final RangeClock clock;
  private final ObjectStore store;
  private final Flows flows;

  Wants(RangeClock clock, ObjectStore store, Flows flows) {
    this.clock = clock;
    this.store = store;
    this.flows = flows;
  }

  /** Has the connections kept that the container's processes want. */
  void keep(Place place, Layer layer) {
    List<Flows.Wish> wishes = new ArrayList<>();
    Duration last = Duration.ZERO;
    Interior interior = place.interior();
    for (Connection each : interior.sockets()) {
      if (each instanceof Connection.Connects(int pid, String host, int port)) {
        wishes.add(new Flows.Wish(pid, host, port));
      }
    }
    if (wishes.isEmpty()) {
      return;
    }
    Map<Integer, Instant> starts = new LinkedHashMap<>();
    for (Interior.Running each : interior.processes()) {
      starts.put(each.pid(), clock.now().plus(each.after()));
      last = each.after().compareTo(last) > 0 ? each.after() : last;
    }
    ObjectKey key = place.key();
    flows.begin(
        place.id(),
        key,
        wishes,
        pid ->
            runs(key, place)
                && !layer.hasEnded(pid)
                && !starts.getOrDefault(pid, Instant.MAX).isAfter(clock.now()));
    clock.after(last.plus(A_MOMENT), flows::look);
  }

  private boolean runs(ObjectKey key, Place place) {
    return store
        .get(ResourceTypes.PODS, key.namespace(), key.name())
        .map(p -> Statuses.of(p.tree(), place.name()))
        .filter(s -> Tree.text(s, "containerID").equals(place.id()))
        .filter(s -> s.path("state").has("running"))
        .isPresent();
  }
}
