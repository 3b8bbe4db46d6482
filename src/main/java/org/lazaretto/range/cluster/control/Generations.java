package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** The ReplicaSets of a Deployment, with their revisions. */
final class Generations {
  private static final int KEPT = 10;

  private final ObjectStore store;

  Generations(ObjectStore store) {
    this.store = store;
  }

  /** Oldest revision first. */
  List<Generation> of(Stored deployment) {
    return store.byOwner(deployment.uid()).stream()
        .filter(o -> o.type().equals(ResourceTypes.REPLICA_SETS) && !o.deleting())
        .map(o -> new Generation(o, o.tree()))
        .sorted(Comparator.comparingLong(Generation::revision).thenComparing(Generation::name))
        .toList();
  }

  /** Takes ReplicaSets that bear the labels and belong to nobody, and lets go those that do not. */
  void claim(Stored deployment, ObjectNode tree) {
    LabelSelector selector = LabelSelector.of(Tree.at(tree, "spec", "selector"));
    for (Stored each :
        store.list(ResourceTypes.REPLICA_SETS, Optional.of(deployment.namespace()))) {
      boolean ours = each.ownerUids().contains(deployment.uid());
      boolean fits = selector.matches(each.labels());
      if (each.deleting() || ours == fits) {
        continue;
      }
      if (ours) {
        Owning.release(store, each, deployment.uid());
      } else if (each.ownerUids().isEmpty()) {
        Owning.adopt(store, each, tree);
      }
    }
  }

  /** Whether a generation has the highest revision and the Deployment says so. */
  boolean isLatest(ObjectNode deployment, Generation current, List<Generation> all) {
    return current.revision() > 0
        && all.stream().noneMatch(g -> !g.equals(current) && g.revision() >= current.revision())
        && Tree.text(deployment, "metadata", "annotations", Generation.REVISION)
            .equals(String.valueOf(current.revision()));
  }

  /** Makes the Deployment's template the latest generation: a new one, or an old one once more. */
  void bringUp(ObjectNode deployment, Optional<Generation> current, List<Generation> all) {
    long highest =
        all.stream()
            .filter(g -> current.filter(g::equals).isEmpty())
            .mapToLong(Generation::revision)
            .max()
            .orElse(0);
    long revision = current.map(c -> Math.max(c.revision(), highest + 1)).orElse(highest + 1);
    if (current.isPresent()) {
      Stored there = current.get().stored();
      store.update(
          ResourceTypes.REPLICA_SETS,
          there.namespace(),
          there.name(),
          rs -> mark(rs, deployment, revision));
    } else {
      store.create(ResourceTypes.REPLICA_SETS, mark(replicaSet(deployment), deployment, revision));
    }
    store.update(
        ResourceTypes.DEPLOYMENTS,
        Tree.text(deployment, "metadata", "namespace"),
        Tree.text(deployment, "metadata", "name"),
        d -> {
          Tree.made(d, "metadata", "annotations")
              .put(Generation.REVISION, String.valueOf(revision));
          return d;
        });
  }

  private static ObjectNode mark(ObjectNode replicaSet, ObjectNode deployment, long revision) {
    ObjectNode annotations = Tree.made(replicaSet, "metadata", "annotations");
    annotations.put(Generation.REVISION, String.valueOf(revision));
    String cause = Tree.text(deployment, "metadata", "annotations", "kubernetes.io/change-cause");
    if (!cause.isEmpty()) {
      annotations.put("kubernetes.io/change-cause", cause);
    }
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    annotations.put("deployment.kubernetes.io/desired-replicas", String.valueOf(wanted));
    annotations.put(
        "deployment.kubernetes.io/max-replicas",
        String.valueOf(wanted + Rollout.surge(deployment)));
    return replicaSet;
  }

  private static ObjectNode replicaSet(ObjectNode deployment) {
    ObjectNode template = Generation.template(deployment).deepCopy();
    String hash = Names.hash(Generation.template(deployment).toString(), 10);
    Tree.made(template, "metadata", "labels").put(Generation.HASH, hash);
    ObjectNode replicaSet =
        Tree.head(
            "apps/v1",
            "ReplicaSet",
            Tree.text(deployment, "metadata", "namespace"),
            Tree.text(deployment, "metadata", "name") + "-" + hash);
    ObjectNode metadata = Tree.made(replicaSet, "metadata");
    metadata.set("labels", Tree.at(template, "metadata", "labels").deepCopy());
    metadata.putArray("ownerReferences").add(Owners.controller(deployment));
    ObjectNode spec = replicaSet.putObject("spec").put("replicas", 0);
    spec.set("selector", Tree.at(deployment, "spec", "selector").deepCopy());
    Tree.made(spec, "selector", "matchLabels").put(Generation.HASH, hash);
    spec.set("template", template);
    replicaSet.putObject("status").put("replicas", 0);
    return replicaSet;
  }

  /** Deletes the oldest of those that have no pods any more, beyond the history that is wanted. */
  void forgetOld(ObjectNode deployment, List<Generation> all, Optional<Generation> current) {
    int kept = Tree.number(deployment, KEPT, "spec", "revisionHistoryLimit");
    List<Generation> idle =
        all.stream()
            .filter(g -> current.filter(g::equals).isEmpty())
            .filter(g -> g.wanted() == 0 && g.there() == 0)
            .toList();
    idle.stream()
        .limit(Math.max(0, idle.size() - kept))
        .forEach(g ->
            store.delete(
                ResourceTypes.REPLICA_SETS,
                g.stored().namespace(),
                g.name(),
                Deletion.now().onlyUid(g.stored().uid())));
  }
}
