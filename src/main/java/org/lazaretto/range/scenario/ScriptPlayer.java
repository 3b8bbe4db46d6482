package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.LiveCluster;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.node.Registry;
import org.lazaretto.range.cluster.node.StaticPod;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.scenario.Script.Act;
import org.lazaretto.range.scenario.Script.Cue;
import org.lazaretto.range.scenario.Script.Trigger;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;
import org.lazaretto.range.store.Watch;

/** Plays what happens in a scenario without the player, on the clock. */
public final class ScriptPlayer implements AutoCloseable {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final LiveCluster cluster;
  private final Registry registry;
  private final Script script;
  private final AtomicReference<@Nullable ObjectKey> foothold = new AtomicReference<>();
  private final AtomicReference<@Nullable String> node = new AtomicReference<>();
  private final AtomicReference<@Nullable ObjectKey> mirror = new AtomicReference<>();
  private final List<Cue> waiting = new CopyOnWriteArrayList<>();
  private volatile Watch watch = () -> {};

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

  /** Sets all acts on the clock, counted from now, and looks out for what the player does. */
  public void begin() {
    for (Cue cue : script.cues()) {
      switch (cue.trigger()) {
        case Trigger.At(var time) -> clock.after(time, () -> play(cue.act()));
        case Trigger.When when -> waiting.add(cue);
      }
    }
    watch = store.onChange(this::notice);
  }

  /**
   * The pod that is to be found, once there is one: a static pod if there is one, or the foothold.
   */
  public Optional<ObjectKey> suspect() {
    return Optional.ofNullable(mirror.get()).or(this::foothold);
  }

  /** The pod that the intruder has taken, once he has. */
  public Optional<ObjectKey> foothold() {
    return Optional.ofNullable(foothold.get());
  }

  private void notice(StoreEvent event) {
    for (Cue cue : List.copyOf(waiting)) {
      if (cue.trigger() instanceof Trigger.When(var sight, var after)
          && isSeen(sight, event)
          && waiting.remove(cue)) {
        clock.after(after, () -> play(cue.act()));
      }
    }
  }

  private boolean isSeen(Script.Sight sight, StoreEvent event) {
    Stored object = event.object();
    return switch (sight) {
      case CORDONED ->
          object.type().equals(ResourceTypes.NODES)
              && object.name().equals(node.get())
              && object.field("spec.unschedulable").orElse("").equals("true");
      case FOOTHOLD_GONE -> isGone(event, foothold());
      case SUSPECT_GONE -> isGone(event, suspect());
    };
  }

  private static boolean isGone(StoreEvent event, Optional<ObjectKey> pod) {
    Stored object = event.object();
    return object.type().equals(ResourceTypes.PODS)
        && pod.filter(object.key()::equals).isPresent()
        && (object.deleting() || event.change() == StoreEvent.Change.DELETED);
  }

  private void play(Act act) {
    Optional<Stored> taken = take();
    switch (act) {
      case Act.Push(var image) -> registry.push(image);
      case Act.Restart restart -> taken.ifPresent(pod -> restart(pod, restart));
      case Act.Annotate(var annotations) -> taken.ifPresent(pod -> annotate(pod, annotations));
      case Act.Traces(Script.Trace trace) -> trace(trace, trace.times());
      case Act.Scale(String namespace, String deployment, int replicas) ->
          scale(namespace, deployment, replicas);
      case Act.PutFile(ObjectNode manifest) -> onNode(name -> put(name, manifest));
      case Act.FillDisk(int pods) -> onNode(name -> cluster.fillDisk(name, pods));
      case Act.Uncordon() -> onNode(this::uncordon);
      case Act.CutOff(var time) ->
          onNode(name -> {
            cluster.cutOff(name);
            clock.after(time, () -> cluster.restore(name));
          });
    }
  }

  private void onNode(java.util.function.Consumer<String> act) {
    Optional.ofNullable(node.get()).ifPresent(act);
  }

  private Optional<Stored> take() {
    ObjectKey known = foothold.get();
    if (known != null) {
      return store.get(ResourceTypes.PODS, known.namespace(), known.name());
    }
    Script.Foothold wanted = script.foothold();
    List<Stored> pods =
        store.list(ResourceTypes.PODS, Optional.of(wanted.namespace())).stream()
            .filter(p -> wanted.workload().equals(p.labels().get("app")) && !p.deleting())
            .toList();
    if (pods.isEmpty()) {
      return Optional.empty();
    }
    Stored taken = pods.get(Math.min(wanted.pick(), pods.size() - 1));
    foothold.set(taken.key());
    taken.field("spec.nodeName").ifPresent(node::set);
    return Optional.of(taken);
  }

  private void restart(Stored pod, Act.Restart how) {
    JsonNode container = Tree.at(pod.tree(), "spec", "containers").path(0);
    String name = Tree.text(container, "name");
    how.behaviour().ifPresent(own -> cluster.behave(pod.key(), name, own));
    cluster.crash(pod.key(), name, how.exitCode());
  }

  private void put(String name, ObjectNode manifest) {
    StaticPod file = new StaticPod(name, manifest);
    mirror.set(file.mirror());
    cluster.putFile(file);
  }

  private void uncordon(String name) {
    present.change(
        ResourceTypes.NODES,
        new ObjectKey("", name),
        n -> Tree.made(n, "spec").remove("unschedulable"));
  }

  private void trace(Script.Trace trace, int times) {
    Optional<Stored> about = about(trace.about());
    if (times < 1 || about.isEmpty()) {
      return;
    }
    ObjectNode tree = about.get().tree();
    cluster.record(tree, Note.warning(trace.reason(), trace.message()), trace.source());
    clock.after(trace.every(), () -> trace(trace, times - 1));
  }

  private Optional<Stored> about(Script.About about) {
    return switch (about) {
      case FOOTHOLD -> foothold().flatMap(this::pod);
      case SUSPECT -> suspect().flatMap(this::pod);
      case NODE ->
          Optional.ofNullable(node.get()).flatMap(n -> store.get(ResourceTypes.NODES, "", n));
    };
  }

  private Optional<Stored> pod(ObjectKey key) {
    return store.get(ResourceTypes.PODS, key.namespace(), key.name());
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

  /** Looks out no more; acts that are set on the clock end with it. */
  @Override
  public void close() {
    watch.close();
  }
}
