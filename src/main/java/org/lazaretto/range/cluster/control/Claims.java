package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Guards claims and what becomes of their volumes: a claim stays as long as a pod uses it, and its
 * volume goes with it or is kept, as its reclaim policy says. Binding is the scheduler's.
 */
public final class Claims implements Reconciler {
  private static final String PROTECTION = "kubernetes.io/pvc-protection";

  private final ObjectStore store;
  private final Present present;
  private final Pods pods;
  private final Recorder events;

  /** A controller of this store's claims. */
  public Claims(ObjectStore store, Pods pods, Recorder events) {
    this.store = store;
    this.present = new Present(store);
    this.pods = pods;
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.PERSISTENT_VOLUME_CLAIMS)) {
      dirty.accept(object.key());
    }
    boolean over =
        event.change() == StoreEvent.Change.DELETED
            || (object.type().equals(ResourceTypes.PODS) && pods.facts(object).life().over());
    if (object.type().equals(ResourceTypes.PODS) && over) {
      for (String claim : Volumes.claims(object.tree())) {
        dirty.accept(new ObjectKey(object.namespace(), claim));
      }
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found =
        store.get(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, key.namespace(), key.name());
    if (found.isEmpty()) {
      release(key);
    } else if (found.get().deleting()) {
      letGoIfUnused(found.get());
    } else {
      guard(found.get());
    }
  }

  private void guard(Stored claim) {
    ObjectNode tree = claim.tree();
    if (Tree.at(tree, "metadata", "finalizers").isEmpty()) {
      present.change(
          claim.type(),
          claim.key(),
          c -> {
            Tree.list(Tree.made(c, "metadata"), "finalizers").add(PROTECTION);
            ObjectNode status = Tree.made(c, "status");
            if (!status.has("phase")) {
              status.put("phase", "Pending");
            }
          });
      if (Tree.text(tree, "spec", "volumeName").isEmpty()) {
        String message = "waiting for first consumer to be created before binding";
        events.record(
            tree, Note.normal("WaitForFirstConsumer", message), "persistentvolume-controller");
      }
    }
  }

  private void letGoIfUnused(Stored claim) {
    boolean used =
        pods.in(claim.namespace()).stream()
            .filter(p -> !pods.facts(p).life().over())
            .anyMatch(p -> Volumes.claims(p.tree()).contains(claim.name()));
    if (!used) {
      present.change(
          claim.type(),
          claim.key(),
          c -> Tree.drop(Tree.at(c, "metadata", "finalizers"), f -> f.asText().equals(PROTECTION)));
    }
  }

  private void release(ObjectKey claim) {
    List<Stored> volumes =
        store.list(ResourceTypes.PERSISTENT_VOLUMES, Optional.empty()).stream()
            .filter(v -> isOf(Tree.at(v.tree(), "spec", "claimRef"), claim))
            .toList();
    for (Stored volume : volumes) {
      if (Tree.text(volume.tree(), "spec", "persistentVolumeReclaimPolicy").equals("Delete")) {
        present.delete(volume.type(), volume.key(), Deletion.now().onlyUid(volume.uid()));
      } else {
        present.change(
            volume.type(), volume.key(), v -> Tree.made(v, "status").put("phase", "Released"));
      }
    }
  }

  private static boolean isOf(JsonNode reference, ObjectKey claim) {
    return Tree.text(reference, "namespace").equals(claim.namespace())
        && Tree.text(reference, "name").equals(claim.name());
  }
}
