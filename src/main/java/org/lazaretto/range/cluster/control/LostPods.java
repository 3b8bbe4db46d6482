package org.lazaretto.range.cluster.control;

import java.time.Duration;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Deletes the pods of a node that has been deleted itself, forty seconds later. */
public final class LostPods implements Reconciler {
  private static final Duration QUARANTINE = Duration.ofSeconds(40);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;

  /** A controller of this store's pods. */
  public LostPods(RangeClock clock, ObjectStore store) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.NODES) && event.change() == StoreEvent.Change.DELETED) {
      dirty.accept(object.key());
    }
  }

  @Override
  public void reconcile(ObjectKey node) {
    clock.after(QUARANTINE, () -> collect(node.name()));
  }

  private void collect(String node) {
    if (store.get(ResourceTypes.NODES, "", node).isEmpty()) {
      for (Stored pod : store.podsOnNode(node)) {
        present.deleteNow(ResourceTypes.PODS, pod.key(), pod.uid());
      }
    }
  }
}
