package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Rolls a Deployment from one template to the next by way of ReplicaSets. */
public final class Deployments implements Reconciler {
  private final RangeClock clock;
  private final WorkLoop loop;
  private final Map<ObjectKey, Instant> deadlines = new HashMap<>();
  private final ObjectStore store;
  private final Pods pods;
  private final Generations generations;
  private final Rollout rollout;
  private final DeploymentStatus status;

  /** A controller of this store's Deployments. */
  public Deployments(
      RangeClock clock, ObjectStore store, Pods pods, Recorder events, WorkLoop loop) {
    this.clock = clock;
    this.loop = loop;
    this.store = store;
    this.pods = pods;
    this.generations = new Generations(store);
    this.rollout = new Rollout(store, events);
    this.status = new DeploymentStatus(clock, store);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.DEPLOYMENTS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.REPLICA_SETS)) {
      owner(object).ifPresent(dirty);
      if (object.ownerUids().isEmpty() && event.change() != StoreEvent.Change.DELETED) {
        Adoption.wanting(store, ResourceTypes.DEPLOYMENTS, object).forEach(dirty);
      }
    }
    if (object.type().equals(ResourceTypes.PODS) && event.change() == StoreEvent.Change.DELETED) {
      pods.facts(object)
          .owner()
          .filter(o -> o.kind().equals("ReplicaSet"))
          .flatMap(o -> store.get(ResourceTypes.REPLICA_SETS, object.namespace(), o.name()))
          .flatMap(Deployments::owner)
          .ifPresent(dirty);
    }
  }

  private static Optional<ObjectKey> owner(Stored replicaSet) {
    return Owners.controllerOf(replicaSet.tree())
        .filter(o -> Tree.text(o, "kind").equals("Deployment"))
        .map(o -> new ObjectKey(replicaSet.namespace(), Tree.text(o, "name")));
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.DEPLOYMENTS, key.namespace(), key.name());
    if (found.isEmpty() || found.get().deleting()) {
      deadlines.remove(key);
      return;
    }
    ObjectNode deployment = found.get().tree();
    generations.claim(found.get(), deployment);
    List<Generation> all = generations.of(found.get());
    Optional<Generation> current = all.stream().filter(g -> g.bears(deployment)).findFirst();
    boolean paused = deployment.path("spec").path("paused").asBoolean();
    if (paused) {
      rollout.scaleAll(deployment, all);
    } else if (current.isEmpty() || !generations.isLatest(deployment, current.get(), all)) {
      generations.bringUp(deployment, current, all);
    } else if (recreates(deployment)) {
      recreate(deployment, current.get(), all);
    } else {
      rollout.step(deployment, current.get(), all);
    }
    status.report(key, generations.of(found.get())).ifPresent(time -> lookAgain(key, time));
    if (!paused) {
      generations.forgetOld(deployment, all, current);
    }
  }

  /** A rollout that stands still is told by its deadline, when nothing else would have us look. */
  private void lookAgain(ObjectKey key, Duration deadline) {
    Instant now = clock.now();
    if (!deadlines.getOrDefault(key, now).isAfter(now)) {
      Duration wait = deadline.plusSeconds(2);
      deadlines.put(key, now.plus(wait));
      loop.later(wait, this, key);
    }
  }

  private static boolean recreates(ObjectNode deployment) {
    return Tree.text(deployment, "spec", "strategy", "type").equals("Recreate");
  }

  private void recreate(ObjectNode deployment, Generation current, List<Generation> all) {
    List<Generation> old = all.stream().filter(g -> !g.equals(current)).toList();
    old.stream().filter(g -> g.wanted() > 0).forEach(g -> rollout.scale(deployment, g, 0));
    boolean gone =
        old.stream().flatMap(g -> pods.of(g.stored()).stream()).allMatch(p -> p.life().over());
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    if (gone && current.wanted() != wanted) {
      rollout.scale(deployment, current, wanted);
    }
  }
}
