package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Deletes what its owners leave behind. An owner that is gone takes its dependents with it; one
 * that waits in the foreground goes after them; one that orphans them first takes its name off
 * them. The API server marks the latter two with finalizers.
 */
public final class GarbageCollector implements Reconciler {
  private static final String FOREGROUND = "foregroundDeletion";
  private static final String ORPHAN = "orphan";

  private final ObjectStore store;

  /** The collector of this store. */
  public GarbageCollector(ObjectStore store) {
    this.store = store;
  }

  /**
   * Keys name an owner by its uid; in place of a namespace they say where it is to be found, if it
   * still is.
   */
  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    boolean gone = event.change() == StoreEvent.Change.DELETED;
    if (gone && object.type().equals(ResourceTypes.EVENTS)) {
      return;
    }
    if (gone || object.deleting()) {
      dirty.accept(new ObjectKey(gone ? "" : address(object), object.uid()));
    }
    if (gone) {
      for (String owner : object.ownerUids()) {
        owner(object, owner)
            .filter(Stored::deleting)
            .ifPresent(o -> dirty.accept(new ObjectKey(address(o), o.uid())));
      }
    }
  }

  private static String address(Stored object) {
    ResourceType type = object.type();
    return String.join(
        " ", type.apiVersion(), type.kind(), object.namespace() + "/" + object.name());
  }

  private Optional<Stored> at(String address) {
    if (address.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = address.split(" ", 3);
    int slash = parts[2].indexOf('/');
    String namespace = parts[2].substring(0, slash);
    String name = parts[2].substring(slash + 1);
    return ResourceTypes.ofKind(parts[0], parts[1]).flatMap(t -> store.get(t, namespace, name));
  }

  private Optional<Stored> owner(Stored dependent, String uid) {
    JsonNode references = Tree.at(dependent.tree(), "metadata", "ownerReferences");
    return Tree.first(references, r -> Tree.text(r, "uid").equals(uid))
        .flatMap(r ->
            ResourceTypes.ofKind(Tree.text(r, "apiVersion"), Tree.text(r, "kind"))
                .flatMap(t ->
                    store.get(
                        t, t.namespaced() ? dependent.namespace() : "", Tree.text(r, "name"))))
        .filter(o -> o.uid().equals(uid));
  }

  @Override
  public void reconcile(ObjectKey key) {
    String uid = key.name();
    Optional<Stored> owner = at(key.namespace()).filter(o -> o.uid().equals(uid));
    List<Stored> dependents = store.byOwner(uid);
    if (owner.isEmpty()) {
      dependents.forEach(d -> letGo(d, uid));
      return;
    }
    JsonNode finalizers = Tree.at(owner.get().tree(), "metadata", "finalizers");
    if (has(finalizers, ORPHAN)) {
      dependents.forEach(d -> free(d, uid));
      finish(owner.get(), ORPHAN);
    } else if (has(finalizers, FOREGROUND)) {
      dependents.stream().filter(d -> !d.deleting()).forEach(d -> letGo(d, uid));
      if (store.byOwner(uid).stream().noneMatch(d -> blocks(d, uid))) {
        finish(owner.get(), FOREGROUND);
      }
    }
  }

  private static boolean has(JsonNode finalizers, String wanted) {
    for (JsonNode each : finalizers) {
      if (each.asText().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean blocks(Stored dependent, String uid) {
    return Tree.first(
            Tree.at(dependent.tree(), "metadata", "ownerReferences"),
            r -> Tree.text(r, "uid").equals(uid) && r.path("blockOwnerDeletion").asBoolean())
        .isPresent();
  }

  /** Deletes a dependent, unless another owner of it is left. */
  private void letGo(Stored dependent, String uid) {
    boolean other =
        dependent.ownerUids().stream()
            .anyMatch(o -> !o.equals(uid) && owner(dependent, o).isPresent());
    if (other) {
      free(dependent, uid);
    } else if (!dependent.deleting()) {
      boolean waits = !dependent.type().equals(ResourceTypes.PODS) && foreground(dependent, uid);
      Deletion how = Deletion.gracefully().onlyUid(dependent.uid());
      store.delete(
          dependent.type(),
          dependent.namespace(),
          dependent.name(),
          waits ? how.afterDependents() : how);
    }
  }

  /** What waits for its dependents has them wait for theirs. */
  private boolean foreground(Stored dependent, String uid) {
    return owner(dependent, uid).isPresent() && !store.byOwner(dependent.uid()).isEmpty();
  }

  private void free(Stored dependent, String uid) {
    store.update(
        dependent.type(),
        dependent.namespace(),
        dependent.name(),
        d -> {
          ObjectNode metadata = Tree.made(d, "metadata");
          Tree.drop(metadata.path("ownerReferences"), r -> Tree.text(r, "uid").equals(uid));
          if (metadata.path("ownerReferences").isEmpty()) {
            metadata.remove("ownerReferences");
          }
          return d;
        });
  }

  private void finish(Stored owner, String finalizer) {
    store.update(
        owner.type(),
        owner.namespace(),
        owner.name(),
        o -> {
          Tree.drop(Tree.at(o, "metadata", "finalizers"), f -> f.asText().equals(finalizer));
          return o;
        });
  }
}
