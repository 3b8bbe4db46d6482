package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * The kubelets of all nodes: each pod that is bound to a node is started there, looked after, and
 * ended.
 */
public final class Kubelets implements Reconciler {
  private static final byte[] EPHEMERAL =
      "\"ephemeralContainers\"".getBytes(StandardCharsets.US_ASCII);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Registry registry;
  private final PodAddresses addresses;
  private final PodReports reports;
  private final Containers containers;
  private final Machines machines;
  private final Heartbeats heartbeats;
  private final Recorder events;
  private final FullDisk disks;
  private final Map<ObjectKey, PodRun> runs = new HashMap<>();

  /** The kubelets of this store's nodes. */
  public Kubelets(
      RangeClock clock, ObjectStore store, Recorder events, Names names, Hardware hardware) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.registry = hardware.registry();
    this.machines = hardware.machines();
    this.heartbeats = hardware.heartbeats();
    this.addresses = new PodAddresses(store);
    NodeImages images = new NodeImages(registry, hardware.inside());
    this.events = events;
    this.disks = new FullDisk(clock, store, events, machines, heartbeats, this::evict);
    this.reports = new PodReports(clock, store, events, machines);
    this.containers = new Containers(clock, reports, names, images, machines);
  }

  /**
   * What kubelets run on.
   *
   * @param registry gives the images
   * @param machines which of them can be reached
   * @param heartbeats how they say that they live
   * @param inside what goes on inside their containers
   */
  public record Hardware(
      Registry registry, Machines machines, Heartbeats heartbeats, ContainerInside inside) {}

  /** Cuts a node's machine off the network; in the clock's thread only. */
  public void cutOff(String node) {
    machines.cutOff(node);
  }

  /**
   * Brings it back: it reports itself and its pods, and ends those that were marked meanwhile. In
   * the clock's thread only.
   */
  public void restore(String node) {
    Optional<Stored> there = store.get(ResourceTypes.NODES, "", node);
    machines.restore(node);
    if (there.isEmpty()) {
      return;
    }
    heartbeats.renew(there.get());
    heartbeats.report(node);
    for (Stored pod : store.podsOnNode(node)) {
      if (!pod.deleting()) {
        present.change(ResourceTypes.PODS, pod.key(), p -> Statuses.reported(p, clock.now()));
      }
      reconcile(pod.key());
    }
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.PODS) && object.field("spec.nodeName").isPresent()) {
      boolean known = runs.containsKey(object.key());
      boolean gone = event.change() == StoreEvent.Change.DELETED;
      if (gone || object.deleting() || !known || hasEphemeral(object)) {
        dirty.accept(object.key());
      }
    }
  }

  /** Found in the bytes, for this is asked of each change of each pod. */
  private static boolean hasEphemeral(Stored pod) {
    byte[] json = pod.json();
    for (int at = 0; at + EPHEMERAL.length <= json.length; at++) {
      if (json[at] == '"'
          && Arrays.equals(json, at, at + EPHEMERAL.length, EPHEMERAL, 0, EPHEMERAL.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> pod =
        store
            .get(ResourceTypes.PODS, key.namespace(), key.name())
            .filter(p -> p.field("spec.nodeName").isPresent());
    PodRun run = runs.get(key);
    if (run != null && pod.filter(p -> p.uid().equals(run.uid())).isEmpty()) {
      run.enter(PodRun.Stage.ENDED);
      runs.remove(key);
    }
    pod.ifPresent(this::lookAfter);
  }

  private void lookAfter(Stored pod) {
    PodRun run =
        runs.computeIfAbsent(
            pod.key(), k -> new PodRun(k, pod.uid(), pod.field("spec.nodeName").orElse("")));
    if (!machines.answers(run.node())) {
      return;
    }
    if (pod.deleting()) {
      end(run, pod.tree());
    } else if (run.stage() == PodRun.Stage.LIVING && fresh(pod)) {
      begin(run, pod.tree());
    } else if (run.stage() == PodRun.Stage.LIVING && hasEphemeral(pod)) {
      containers.startEphemeral(run, pod.tree());
    }
  }

  /** Whether no kubelet has seen the pod yet; one that runs already was put there running. */
  private static boolean fresh(Stored pod) {
    return pod.field("status.podIP").isEmpty()
        && pod.field("status.phase").filter(p -> !p.equals("Pending")).isEmpty();
  }

  private void begin(PodRun run, ObjectNode pod) {
    String host = addresses.addressOf(run.node());
    boolean onHost = pod.path("spec").path("hostNetwork").asBoolean();
    String address = onHost ? host : addresses.take(run.node());
    present.change(
        ResourceTypes.PODS,
        run.key(),
        p -> {
          if (Tree.text(p, "metadata", "uid").equals(run.uid())) {
            Statuses.accepted(p, host, address, clock.now());
          }
        });
    containers.startNext(run);
  }

  private void end(PodRun run, ObjectNode pod) {
    if (run.stage() == PodRun.Stage.ENDED) {
      return;
    }
    Duration grace =
        Duration.ofSeconds(Tree.number(pod, 30, "metadata", "deletionGracePeriodSeconds"));
    Duration wait = min(grace, longestEnd(pod));
    if (run.stage() == PodRun.Stage.LIVING) {
      for (JsonNode container : Tree.at(pod, "spec", "containers")) {
        String message = "Stopping container " + Tree.text(container, "name");
        reports.note(run, container, Note.normal("Killing", message));
      }
    }
    run.enter(PodRun.Stage.ENDING);
    String address = Tree.text(pod, "status", "podIP");
    run.add(clock.after(wait, () -> machines.whenItAnswers(run.node(), () -> gone(run, address))));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration longestEnd(ObjectNode pod) {
    Duration longest = Duration.ZERO;
    for (JsonNode status : Tree.at(pod, "status", "containerStatuses")) {
      if (status.path("state").has("running")) {
        ImageFacts image =
            registry.running(Tree.text(status, "imageID"), Tree.text(status, "image"));
        Duration its = image.timing().terminates();
        longest = its.compareTo(longest) > 0 ? its : longest;
      }
    }
    return longest;
  }

  private void gone(PodRun run, String address) {
    run.enter(PodRun.Stage.ENDED);
    present.deleteNow(ResourceTypes.PODS, run.key(), run.uid());
    addresses.giveBack(run.node(), address);
  }

  /**
   * Has a node's disk run full: pods are evicted until so many have gone, then there is room again.
   */
  public void fillDisk(String node, int pods) {
    disks.fill(node, pods);
  }

  private void evict(ObjectKey key) {
    Optional<Stored> pod = store.get(ResourceTypes.PODS, key.namespace(), key.name());
    if (pod.isEmpty()) {
      return;
    }
    lookAfter(pod.get());
    PodRun run = runs.get(key);
    if (run == null) {
      return;
    }
    run.enter(PodRun.Stage.LIVING);
    ObjectNode tree = pod.get().tree();
    String message =
        "The node was low on resource: ephemeral-storage. Threshold quantity: 8588674252,"
            + " available: 6212Mi. ";
    events.record(
        tree, "", Note.warning("Evicted", message), new Recorder.Source("kubelet", run.node()));
    present.change(ResourceTypes.PODS, key, p -> Statuses.evicted(p, message, clock.now()));
    addresses.giveBack(run.node(), Tree.text(tree, "status", "podIP"));
  }

  /** Has a container's readiness probe fail for a while, if it is ready now. */
  public void failReadiness(ObjectKey pod, String container, Duration time) {
    running(pod, container).ifPresent(f -> containers.failReadiness(f.run(), f.container(), time));
  }

  /** Has a container's liveness probe fail: it is killed and started again. */
  public void failLiveness(ObjectKey pod, String container) {
    running(pod, container).ifPresent(f -> containers.failLiveness(f.run(), f.container()));
  }

  private record Found(PodRun run, JsonNode container) {}

  /** A container that this kubelet runs. */
  private Optional<Found> running(ObjectKey pod, String container) {
    Optional<Stored> there = store.get(ResourceTypes.PODS, pod.namespace(), pod.name());
    there.filter(p -> !fresh(p) && !p.deleting()).ifPresent(this::lookAfter);
    PodRun run = runs.get(pod);
    if (run == null || there.isEmpty() || run.stage() != PodRun.Stage.LIVING) {
      return Optional.empty();
    }
    for (String list : new String[] {"containers", "initContainers", "ephemeralContainers"}) {
      for (JsonNode each : Tree.at(there.get().tree(), "spec", list)) {
        if (Tree.text(each, "name").equals(container)) {
          return Optional.of(new Found(run, each));
        }
      }
    }
    return Optional.empty();
  }

  /** Has a container behave otherwise from its next start on. */
  public void behave(ObjectKey pod, String container, Behaviour behaviour) {
    PodRun run = runs.get(pod);
    if (run != null) {
      run.behave(container, behaviour);
    }
  }

  /**
   * Has a pod's container end now, as if its process had ended by itself.
   *
   * @param container its name
   * @param code the exit code
   */
  public void crash(ObjectKey pod, String container, int code) {
    running(pod, container).ifPresent(f -> containers.exited(f.run(), f.container(), code));
  }
}
