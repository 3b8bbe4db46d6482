package org.lazaretto.range.cluster.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * The pods as controllers see them. Always reads the store's present state; remembers what it has
 * read of each version, so that a pod's tree is parsed once a change.
 */
public final class Pods implements Reconciler {
  private final ObjectStore store;
  private final Map<String, PodFacts> read = new HashMap<>();

  /** Pods of this store. */
  public Pods(ObjectStore store) {
    this.store = store;
  }

  /** What is known of a pod. */
  public PodFacts facts(Stored pod) {
    PodFacts known = read.get(pod.uid());
    if (known != null && known.stored().resourceVersion() == pod.resourceVersion()) {
      return known;
    }
    PodFacts facts = PodFacts.of(pod);
    if (known == null || known.stored().resourceVersion() < pod.resourceVersion()) {
      read.put(pod.uid(), facts);
    }
    return facts;
  }

  /** A pod as it is now. */
  public Optional<PodFacts> get(ObjectKey key) {
    return store.get(ResourceTypes.PODS, key.namespace(), key.name()).map(this::facts);
  }

  /** The pods that an object controls. */
  public List<PodFacts> of(Stored controller) {
    return store.byOwner(controller.uid()).stream()
        .filter(o -> o.type().equals(ResourceTypes.PODS))
        .map(this::facts)
        .filter(p -> p.isOf(controller))
        .toList();
  }

  /** The pods bound to a node. */
  public List<PodFacts> on(String node) {
    return store.podsOnNode(node).stream().map(this::facts).toList();
  }

  /** The pods of a namespace. */
  public List<Stored> in(String namespace) {
    return store.list(ResourceTypes.PODS, Optional.of(namespace));
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    if (event.change() == StoreEvent.Change.DELETED
        && event.object().type().equals(ResourceTypes.PODS)) {
      dirty.accept(new ObjectKey("", event.object().uid()));
    }
  }

  /** Forgets a pod that is gone; the other controllers have heard of it by then. */
  @Override
  public void reconcile(ObjectKey uid) {
    read.remove(uid.name());
  }
}
