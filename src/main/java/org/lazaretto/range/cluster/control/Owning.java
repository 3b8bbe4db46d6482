package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Stored;

/** Puts a controller's name on what it owns, and takes it off. */
final class Owning {
  private Owning() {}

  static Stored release(ObjectStore store, Stored object, String uid) {
    return store.update(
        object.type(),
        object.namespace(),
        object.name(),
        o -> {
          ObjectNode metadata = Tree.made(o, "metadata");
          Tree.drop(metadata.path("ownerReferences"), r -> Tree.text(r, "uid").equals(uid));
          if (metadata.path("ownerReferences").isEmpty()) {
            metadata.remove("ownerReferences");
          }
          return o;
        });
  }

  /** Gives an object a controller, unless it has one by now. */
  static Stored adopt(ObjectStore store, Stored object, ObjectNode owner) {
    return store.update(
        object.type(),
        object.namespace(),
        object.name(),
        o -> {
          if (Owners.controllerOf(o).isEmpty()) {
            Tree.list(Tree.made(o, "metadata"), "ownerReferences").add(Owners.controller(owner));
          }
          return o;
        });
  }
}
