package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.LiveCluster;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.scenario.Script.Act;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Plays what happens in a scenario without the player, on the clock. */
public final class ScriptPlayer {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final LiveCluster cluster;
  private final Registry registry;
  private final Script script;
  private final AtomicReference<@Nullable ObjectKey> suspect = new AtomicReference<>();

  /** A player that has not begun. */
  public ScriptPlayer(
      RangeClock clock, ObjectStore store, LiveCluster cluster, Registry registry, Script script) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.cluster = cluster;
    this.registry = registry;
    this.script = script;
  }

  /** Sets all acts on the clock, counted from now. */
  public void begin() {
    script.acts().forEach(act -> clock.after(act.at(), () -> play(act)));
  }

  /** The pod that the intruder has taken, once he has. */
  public Optional<ObjectKey> suspect() {
    return Optional.ofNullable(suspect.get());
  }

  private void play(Act act) {
    switch (act) {
      case Act.Push(Duration at, var image) -> registry.push(image);
      case Act.Restart(Duration at, int code) -> foothold().ifPresent(pod -> restart(pod, code));
      case Act.Annotate(Duration at, var annotations) ->
          foothold().ifPresent(pod -> annotate(pod, annotations));
      case Act.Traces(Duration at, Script.Trace trace) -> trace(trace, trace.times());
      case Act.Scale(Duration at, String namespace, String deployment, int replicas) ->
          scale(namespace, deployment, replicas);
    }
  }

  private Optional<Stored> foothold() {
    ObjectKey known = suspect.get();
    if (known != null) {
      return store.get(ResourceTypes.PODS, known.namespace(), known.name());
    }
    Script.Foothold foothold = script.foothold();
    List<Stored> pods =
        store.list(ResourceTypes.PODS, Optional.of(foothold.namespace())).stream()
            .filter(p -> foothold.workload().equals(p.labels().get("app")) && !p.deleting())
            .toList();
    if (pods.isEmpty()) {
      return Optional.empty();
    }
    Stored taken = pods.get(Math.min(foothold.pick(), pods.size() - 1));
    suspect.set(taken.key());
    return Optional.of(taken);
  }

  private void restart(Stored pod, int code) {
    JsonNode container = Tree.at(pod.tree(), "spec", "containers").path(0);
    cluster.crash(pod.key(), Tree.text(container, "name"), code);
  }

  private void trace(Script.Trace trace, int times) {
    Optional<Stored> pod = foothold();
    if (times < 1 || pod.isEmpty()) {
      return;
    }
    ObjectNode tree = pod.get().tree();
    cluster.record(tree, Note.warning(trace.reason(), trace.message()), trace.source());
    clock.after(trace.every(), () -> trace(trace, times - 1));
  }

  private void scale(String namespace, String deployment, int replicas) {
    present.change(
        ResourceTypes.DEPLOYMENTS,
        new ObjectKey(namespace, deployment),
        d -> Tree.made(d, "spec").put("replicas", replicas));
  }

  private void annotate(Stored pod, Map<String, String> annotations) {
    present.change(
        ResourceTypes.PODS,
        pod.key(),
        p -> annotations.forEach(Tree.made(p, "metadata", "annotations")::put));
  }
}
