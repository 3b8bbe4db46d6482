package org.lazaretto.range.cluster.inside;

import java.time.Duration;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.net.Flows;
import org.lazaretto.range.net.Network;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Has the connections looked at whenever something changes that decides over them. */
public final class FlowKeeper implements Reconciler {
  private static final ObjectKey ALL = new ObjectKey("", "flows");
  private final RangeClock clock;
  private final Network network;
  private final Flows flows;

  /** Keeps a network's connections. */
  public FlowKeeper(RangeClock clock, Network network, Flows flows) {
    this.clock = clock;
    this.network = network;
    this.flows = flows;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    boolean rules =
        object.type().equals(ResourceTypes.NETWORK_POLICIES)
            || object.type().equals(ResourceTypes.NAMESPACES);
    boolean pod =
        object.type().equals(ResourceTypes.PODS)
            && event.previous().filter(before -> !same(before, object)).isPresent();
    if (rules || pod) {
      dirty.accept(ALL);
    }
  }

  private static boolean same(Stored before, Stored after) {
    return before.labels().equals(after.labels()) && before.ownerUids().equals(after.ownerUids());
  }

  @Override
  public void reconcile(ObjectKey key) {
    flows.look();
    Duration delay = network.policyDelay();
    if (!delay.isZero()) {
      clock.after(delay.plusMillis(1), flows::look);
    }
  }
}
