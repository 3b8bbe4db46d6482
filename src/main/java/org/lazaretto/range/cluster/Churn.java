package org.lazaretto.range.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * Has as many pod changes happen in a second as were asked for, of the sorts that a busy cluster
 * has: pods that are replaced, containers that are killed and start again, probes that fail for a
 * while. Every change comes about by the cluster's own means.
 */
final class Churn {
  private static final Duration TICK = Duration.ofMillis(250);
  private static final int TICKS_A_SECOND = 4;
  private static final int TICKS_A_LOOK = 40;
  private static final int OUT_OF_MEMORY = 137;
  private static final Duration FLAP = Duration.ofSeconds(12);

  private final RangeClock clock;
  private final Present present;
  private final ObjectStore store;
  private final LiveCluster cluster;
  private final double aTick;
  private volatile boolean going = true;
  private final Random random;
  private List<Stored> pods = List.of();
  private long ticks;
  private double owed;

  /** What happens to a pod, and how many changes of pods that makes. */
  private enum Fate {
    /** Marked and gone; made, bound, accepted, running and ready elsewhere. */
    REPLACED(7),
    /** Ended, counted, running, ready. */
    RESTARTED(4),
    /** Not ready, ready. */
    FLAPPING(2);

    private final int changes;

    Fate(int changes) {
      this.changes = changes;
    }
  }

  Churn(RangeClock clock, ObjectStore store, LiveCluster cluster, int aSecond, long seed) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.cluster = cluster;
    this.aTick = (double) aSecond / TICKS_A_SECOND;
    this.random = new Random(seed);
  }

  void begin() {
    clock.after(TICK, this::tick);
  }

  /** Nothing more happens. */
  void end() {
    going = false;
  }

  private void tick() {
    if (!going) {
      return;
    }
    if (ticks++ % TICKS_A_LOOK == 0) {
      pods = store.list(ResourceTypes.PODS, Optional.empty());
    }
    owed += aTick;
    while (owed > 0 && !pods.isEmpty()) {
      owed -= next();
    }
    clock.after(TICK, this::tick);
  }

  private double next() {
    Stored seen = pods.get(random.nextInt(pods.size()));
    Optional<Stored> pod =
        store
            .get(ResourceTypes.PODS, seen.namespace(), seen.name())
            .filter(p -> !p.deleting() && !p.ownerUids().isEmpty());
    if (pod.isEmpty()) {
      return 0.1;
    }
    Fate fate = fate();
    happen(pod.get(), fate);
    return fate.changes;
  }

  private Fate fate() {
    double roll = random.nextDouble();
    if (roll < 0.4) {
      return Fate.REPLACED;
    }
    return roll < 0.6 ? Fate.RESTARTED : Fate.FLAPPING;
  }

  private void happen(Stored pod, Fate fate) {
    switch (fate) {
      case REPLACED ->
          present.delete(ResourceTypes.PODS, pod.key(), Deletion.gracefully().onlyUid(pod.uid()));
      case RESTARTED -> cluster.crash(pod.key(), container(pod.tree()), OUT_OF_MEMORY);
      case FLAPPING -> cluster.failReadiness(pod.key(), container(pod.tree()), FLAP);
    }
  }

  private static String container(ObjectNode pod) {
    return Tree.text(Tree.at(pod, "spec", "containers").path(0), "name");
  }
}
