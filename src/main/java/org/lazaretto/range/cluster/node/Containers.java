package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.Recorder.Source;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Starts containers, brings them to readiness, and starts them again when they end. */
final class Containers {
  private static final Duration START = Duration.ofMillis(300);
  private static final int KILLED = 137;
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;
  private final Names names;
  private final NodeImages images;
  private final Machines machines;
  private final Probes probes;

  Containers(
      RangeClock clock,
      ObjectStore store,
      Recorder events,
      Names names,
      NodeImages images,
      Machines machines) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.events = events;
    this.names = names;
    this.images = images;
    this.machines = machines;
    this.probes = new Probes(clock, machines, images.inside(), this);
  }

  /**
   * Starts what is next in a pod: its init containers one after the other, then all its containers.
   */
  void startNext(PodRun run) {
    Optional<ObjectNode> pod = read(run);
    if (pod.isEmpty()) {
      return;
    }
    for (JsonNode container : Tree.at(pod.get(), "spec", "initContainers")) {
      JsonNode status = Statuses.of(pod.get(), Tree.text(container, "name"));
      if (!status.path("state").has("terminated")) {
        fetch(run, container);
        return;
      }
    }
    change(run, p -> Statuses.initialised(p, clock.now()));
    Tree.at(pod.get(), "spec", "containers").forEach(container -> fetch(run, container));
  }

  private void fetch(PodRun run, JsonNode container) {
    String image = Tree.text(container, "image");
    Optional<ImageFacts> present = images.present(run.node(), container);
    if (present.isPresent()) {
      note(
          run,
          container,
          Note.normal(
              "Pulled",
              "Container image \""
                  + image
                  + "\" already present on machine and can be accessed by the pod"));
      after(run, START, () -> start(run, container, present.get()));
      return;
    }
    note(run, container, Note.normal("Pulling", "Pulling image \"" + image + "\""));
    ImageFacts offered = images.offered(container);
    after(run, offered.timing().pull(), () -> pulled(run, container, offered));
  }

  private void pulled(PodRun run, JsonNode container, ImageFacts image) {
    if (image.fate() instanceof Fate.NotPulled(String why)) {
      refused(run, container, image.reference(), why);
      return;
    }
    images.put(run.node(), image);
    String took = image.timing().pull().toMillis() + "ms";
    String message =
        "Successfully pulled image \"%s\" in %s (%s including waiting)."
            .formatted(image.reference(), took, took);
    note(run, container, Note.normal("Pulled", message));
    after(run, START, () -> start(run, container, image));
  }

  private void refused(PodRun run, JsonNode container, String image, String why) {
    String name = Tree.text(container, "name");
    String message = "Failed to pull image \"" + image + "\": " + why;
    note(run, container, Note.warning("Failed", message));
    note(run, container, Note.warning("Failed", "Error: ImagePullBackOff"));
    String waits = "Back-off pulling image \"" + image + "\": ErrImagePull: " + why;
    change(run, p -> Statuses.waits(p, name, "ImagePullBackOff", waits));
    after(run, backOff(run.crashed(name) + 1), () -> fetch(run, container));
  }

  private ImageFacts begins(PodRun run, JsonNode container, String id, ImageFacts image) {
    return read(run)
        .map(pod -> images.inside().begins(pod, container, "containerd://" + id, image))
        .orElse(image);
  }

  private void start(PodRun run, JsonNode container, ImageFacts pulled) {
    String name = Tree.text(container, "name");
    String id = names.containerId();
    ImageFacts image = begins(run, container, id, pulled);
    images.started(id, run.asRunHere(name, image));
    note(run, container, Note.normal("Created", "Container created"));
    note(run, container, Note.normal("Started", "Container started"));
    change(run, p -> Statuses.running(p, name, image, id, clock.now()));
    switch (image.fate()) {
      case Fate.Exits(Duration ran, int code) ->
          after(run, ran, () -> ended(run, container, id, code));
      case Fate.Runs() -> {}
      case Fate.NotPulled(String why) -> throw new IllegalStateException("was pulled: " + why);
    }
    after(
        run,
        image.timing().ready(),
        () -> {
          if (!Probes.has(container, Probes.Kind.READINESS)) {
            ready(run, name, true);
          }
          probes.begin(run, container, id);
        });
  }

  /** A container that runs is ready from now on, or is not. */
  void ready(PodRun run, String container, boolean is) {
    change(
        run,
        p -> {
          if (!Statuses.of(p, container).path("state").has("running")) {
            return;
          }
          if (is) {
            Statuses.ready(p, container, clock.now());
          } else {
            Statuses.unready(p, container, clock.now());
          }
        });
  }

  /** The pod, as long as this instance of a container runs in it. */
  Optional<ObjectNode> running(PodRun run, String container, String id) {
    return read(run)
        .filter(p -> Tree.text(Statuses.of(p, container), "containerID").endsWith(id))
        .filter(p -> Statuses.of(p, container).path("state").has("running"));
  }

  /** The readiness probe fails for a while. */
  void failReadiness(PodRun run, JsonNode container, Duration time) {
    String name = Tree.text(container, "name");
    Optional<ObjectNode> pod = read(run);
    if (pod.filter(p -> Statuses.of(p, name).path("ready").asBoolean()).isEmpty()) {
      return;
    }
    unhealthy(run, container, pod.get(), "Readiness");
    ready(run, name, false);
    after(run, time, () -> ready(run, name, true));
  }

  /** The liveness probe has failed as often as it may: the container is killed. */
  void failLiveness(PodRun run, JsonNode container) {
    String name = Tree.text(container, "name");
    Optional<ObjectNode> pod = read(run);
    if (pod.filter(p -> Statuses.of(p, name).path("state").has("running")).isEmpty()) {
      return;
    }
    unhealthy(run, container, pod.get(), "Liveness");
    failedLiveness(run, container);
  }

  /** The container is killed, for it does not live. */
  void failedLiveness(PodRun run, JsonNode container) {
    String message =
        "Container " + Tree.text(container, "name") + " failed liveness probe, will be restarted";
    note(run, container, Note.normal("Killing", message));
    exited(run, container, KILLED);
  }

  private void unhealthy(PodRun run, JsonNode container, ObjectNode pod, String which) {
    JsonNode probe = container.path(which.toLowerCase(Locale.ROOT) + "Probe").path("httpGet");
    String address = Tree.text(pod, "status", "podIP");
    String what =
        probe.isObject()
            ? "Get \"http://%s:%s%s\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"
                .formatted(address, probe.path("port").asText(), probe.path("path").asText("/"))
            : "command timed out";
    note(run, container, Note.warning("Unhealthy", which + " probe failed: " + what));
  }

  private void ended(PodRun run, JsonNode container, String id, int code) {
    String name = Tree.text(container, "name");
    Optional<String> now = read(run).map(p -> Tree.text(Statuses.of(p, name), "containerID"));
    if (now.filter(i -> i.endsWith(id)).isPresent()) {
      exited(run, container, code);
    }
  }

  /** Starts the ephemeral containers that were added to a pod. */
  void startEphemeral(PodRun run, ObjectNode pod) {
    for (JsonNode container : Tree.at(pod, "spec", "ephemeralContainers")) {
      if (Statuses.of(pod, Tree.text(container, "name")).isEmpty()) {
        change(run, p -> Statuses.added(p, container));
        fetch(run, container);
      }
    }
  }

  /** A container's process has ended: it starts again, or the pod is over. */
  void exited(PodRun run, JsonNode container, int code) {
    String name = Tree.text(container, "name");
    change(run, p -> Statuses.exited(p, name, code, clock.now()));
    Optional<ObjectNode> pod = read(run);
    if (pod.isEmpty()) {
      return;
    }
    if (isIn(pod.get(), "ephemeralContainers", name)) {
      return;
    }
    if (code == 0 && isIn(pod.get(), "initContainers", name)) {
      startNext(run);
    } else if (again(pod.get(), code)) {
      restart(run, container);
    } else {
      closeIfAllEnded(run, pod.get());
    }
  }

  private static boolean isIn(ObjectNode pod, String list, String name) {
    return Tree.first(Tree.at(pod, "spec", list), c -> Tree.text(c, "name").equals(name))
        .isPresent();
  }

  private static boolean again(ObjectNode pod, int code) {
    return switch (Tree.text(pod, "spec", "restartPolicy")) {
      case "Never" -> false;
      case "OnFailure" -> code != 0;
      default -> true;
    };
  }

  private void restart(PodRun run, JsonNode container) {
    String name = Tree.text(container, "name");
    int before = run.crashed(name);
    change(run, p -> Statuses.restarts(p, name));
    Duration wait = backOff(before);
    if (!wait.isZero()) {
      String pod = run.key().name() + "_" + run.key().namespace() + "(" + run.uid() + ")";
      String message = "Back-off restarting failed container " + name + " in pod " + pod;
      note(run, container, Note.warning("BackOff", message));
      String waits = "back-off " + wait.toSeconds() + "s restarting failed container=" + name;
      change(run, p -> Statuses.waits(p, name, "CrashLoopBackOff", waits + " pod=" + pod));
    }
    after(run, wait, () -> fetch(run, container));
  }

  private static Duration backOff(int crashes) {
    if (crashes == 0) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(crashes - 1, 10));
    return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
  }

  private void closeIfAllEnded(PodRun run, ObjectNode pod) {
    boolean well = true;
    for (JsonNode each : Tree.at(pod, "status", "containerStatuses")) {
      JsonNode ended = each.path("state").path("terminated");
      if (ended.isMissingNode()) {
        return;
      }
      well &= Tree.number(ended, 1, "exitCode") == 0;
    }
    boolean allWell = well;
    change(run, p -> Statuses.over(p, allWell, clock.now()));
  }

  private Optional<ObjectNode> read(PodRun run) {
    return store
        .get(ResourceTypes.PODS, run.key().namespace(), run.key().name())
        .filter(p -> p.uid().equals(run.uid()))
        .map(Stored::tree);
  }

  private void change(PodRun run, Consumer<ObjectNode> change) {
    present.change(
        ResourceTypes.PODS,
        run.key(),
        p -> {
          if (Tree.text(p, "metadata", "uid").equals(run.uid())) {
            change.accept(p);
          }
        });
  }

  /** What a machine that is cut off would report then, it reports when it is back. */
  private void after(PodRun run, Duration delay, Runnable task) {
    int epoch = run.epoch();
    Runnable unlessCalledOff =
        () -> {
          if (run.epoch() == epoch) {
            task.run();
          }
        };
    run.add(clock.after(delay, () -> machines.whenItAnswers(run.node(), unlessCalledOff)));
  }

  /** Records an event about one container of a pod. */
  void note(PodRun run, JsonNode container, Note note) {
    Optional<ObjectNode> pod = read(run);
    if (pod.isEmpty()) {
      return;
    }
    String name = Tree.text(container, "name");
    String list =
        isIn(pod.get(), "initContainers", name)
            ? "initContainers"
            : isIn(pod.get(), "containers", name) ? "containers" : "ephemeralContainers";
    String path = "spec." + list + "{" + name + "}";
    events.record(pod.get(), path, note, new Source("kubelet", run.node()));
  }
}
