package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/**
 * The history of a StatefulSet or DaemonSet: a ControllerRevision for each template it ever had.
 */
final class Revisions {
  static final String HASH = "controller-revision-hash";

  private final ObjectStore store;

  Revisions(ObjectStore store) {
    this.store = store;
  }

  /** The hash of the workload's present template; its revision is recorded if it is new. */
  String current(ObjectNode workload) {
    String hash = Names.hash(Generation.template(workload).toString(), 9);
    String namespace = Tree.text(workload, "metadata", "namespace");
    String name = Tree.text(workload, "metadata", "name") + "-" + hash;
    if (store.get(ResourceTypes.CONTROLLER_REVISIONS, namespace, name).isEmpty()) {
      store.create(ResourceTypes.CONTROLLER_REVISIONS, revision(workload, namespace, name, hash));
    }
    return hash;
  }

  private ObjectNode revision(ObjectNode workload, String namespace, String name, String hash) {
    String uid = Tree.text(workload, "metadata", "uid");
    long before =
        store.byOwner(uid).stream()
            .filter(o -> o.type().equals(ResourceTypes.CONTROLLER_REVISIONS))
            .count();
    ObjectNode revision = Tree.head("apps/v1", "ControllerRevision", namespace, name);
    ObjectNode metadata = Tree.made(revision, "metadata");
    metadata.set("labels", Tree.at(workload, "spec", "template", "metadata", "labels").deepCopy());
    Tree.made(metadata, "labels").put(HASH, hash);
    metadata.putArray("ownerReferences").add(Owners.controller(workload));
    ObjectNode template = Generation.template(workload).deepCopy();
    template.put("$patch", "replace");
    Tree.made(revision, "data", "spec").set("template", template);
    return revision.put("revision", before + 1);
  }
}
