package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * The history of a StatefulSet or DaemonSet: a ControllerRevision for each template it ever had.
 */
final class Revisions {
  static final String HASH = "controller-revision-hash";
  private static final int KEPT = 10;

  private final ObjectStore store;

  Revisions(ObjectStore store) {
    this.store = store;
  }

  /**
   * The hash of the workload's present template; its revision is recorded if it is new, and the
   * latest again if it is an old one come back.
   */
  String current(ObjectNode workload) {
    String hash = Names.hash(Generation.template(workload).toString(), 9);
    String namespace = Tree.text(workload, "metadata", "namespace");
    String name = Tree.text(workload, "metadata", "name") + "-" + hash;
    Optional<Stored> there = store.get(ResourceTypes.CONTROLLER_REVISIONS, namespace, name);
    List<Stored> all = of(workload);
    long highest = all.stream().mapToLong(Revisions::number).max().orElse(0);
    if (there.isEmpty()) {
      ObjectNode made = revision(workload, namespace, name, hash);
      store.create(ResourceTypes.CONTROLLER_REVISIONS, made.put("revision", highest + 1));
      forgetOld(workload, all);
    } else if (number(there.get()) < highest) {
      store.update(
          ResourceTypes.CONTROLLER_REVISIONS, namespace, name, r -> r.put("revision", highest + 1));
    }
    return hash;
  }

  private List<Stored> of(ObjectNode workload) {
    return store.byOwner(Tree.text(workload, "metadata", "uid")).stream()
        .filter(o -> o.type().equals(ResourceTypes.CONTROLLER_REVISIONS))
        .toList();
  }

  private static long number(Stored revision) {
    return revision.tree().path("revision").asLong();
  }

  private void forgetOld(ObjectNode workload, List<Stored> all) {
    int kept = Tree.number(workload, KEPT, "spec", "revisionHistoryLimit");
    all.stream()
        .sorted(Comparator.comparingLong(Revisions::number))
        .limit(Math.max(0, all.size() - kept))
        .forEach(r ->
            store.delete(
                ResourceTypes.CONTROLLER_REVISIONS,
                r.namespace(),
                r.name(),
                Deletion.now().onlyUid(r.uid())));
  }

  /** The template of a revision, if it is still known. */
  Optional<JsonNode> template(String namespace, String name) {
    return store
        .get(ResourceTypes.CONTROLLER_REVISIONS, namespace, name)
        .map(r -> {
          ObjectNode template = Tree.made(r.tree(), "data", "spec", "template");
          template.remove("$patch");
          return template;
        });
  }

  private static ObjectNode revision(
      ObjectNode workload, String namespace, String name, String hash) {
    ObjectNode revision = Tree.head("apps/v1", "ControllerRevision", namespace, name);
    ObjectNode metadata = Tree.made(revision, "metadata");
    metadata.set("labels", Tree.at(workload, "spec", "template", "metadata", "labels").deepCopy());
    Tree.made(metadata, "labels").put(HASH, hash);
    metadata.putArray("ownerReferences").add(Owners.controller(workload));
    ObjectNode template = Generation.template(workload).deepCopy();
    template.put("$patch", "replace");
    Tree.made(revision, "data", "spec").set("template", template);
    return revision;
  }
}
