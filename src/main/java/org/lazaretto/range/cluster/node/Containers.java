package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.Tree;

/** Starts containers, brings them to readiness, and starts them again when they end. */
final class Containers {
  private static final int KILLED = 137;

  private final RangeClock clock;
  private final Names names;
  private final NodeImages images;
  private final PodReports reports;
  private final Pulls pulls;
  private final Probes probes;

  Containers(
      RangeClock clock, PodReports reports, Names names, NodeImages images, Machines machines) {
    this.clock = clock;
    this.names = names;
    this.images = images;
    this.reports = reports;
    this.pulls = new Pulls(images, reports, this::start);
    this.probes = new Probes(clock, machines, images.inside(), reports, this);
  }

  /**
   * Starts what is next in a pod: its init containers one after the other, then all its containers.
   */
  void startNext(PodRun run) {
    Optional<ObjectNode> pod = reports.read(run);
    if (pod.isEmpty()) {
      return;
    }
    for (JsonNode container : Tree.at(pod.get(), "spec", "initContainers")) {
      JsonNode status = Statuses.of(pod.get(), Tree.text(container, "name"));
      if (!status.path("state").has("terminated")) {
        pulls.fetch(run, container);
        return;
      }
    }
    reports.change(run, p -> Statuses.initialised(p, clock.now()));
    Tree.at(pod.get(), "spec", "containers").forEach(container -> pulls.fetch(run, container));
  }

  private ImageFacts begins(PodRun run, JsonNode container, String id, ImageFacts image) {
    return reports
        .read(run)
        .map(pod -> images.inside().begins(pod, container, "containerd://" + id, image))
        .orElse(image);
  }

  private void start(PodRun run, JsonNode container, ImageFacts pulled) {
    String name = Tree.text(container, "name");
    String id = names.containerId();
    ImageFacts image = begins(run, container, id, pulled);
    images.started(id, run.asRunHere(name, image));
    reports.note(run, container, Note.normal("Created", "Container created"));
    reports.note(run, container, Note.normal("Started", "Container started"));
    reports.change(run, p -> Statuses.running(p, name, image, id, clock.now()));
    switch (image.fate()) {
      case Fate.Exits(Duration ran, int code) ->
          reports.after(run, ran, () -> ended(run, container, id, code));
      case Fate.Runs() -> {}
      case Fate.NotPulled(String why) -> throw new IllegalStateException("was pulled: " + why);
    }
    reports.after(
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
    reports.change(
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
    return reports
        .read(run)
        .filter(p -> Tree.text(Statuses.of(p, container), "containerID").endsWith(id))
        .filter(p -> Statuses.of(p, container).path("state").has("running"));
  }

  /** The readiness probe fails for a while. */
  void failReadiness(PodRun run, JsonNode container, Duration time) {
    String name = Tree.text(container, "name");
    Optional<ObjectNode> pod = reports.read(run);
    if (pod.filter(p -> Statuses.of(p, name).path("ready").asBoolean()).isEmpty()) {
      return;
    }
    unhealthy(run, container, pod.get(), "Readiness");
    ready(run, name, false);
    reports.after(run, time, () -> ready(run, name, true));
  }

  /** The liveness probe has failed as often as it may: the container is killed. */
  void failLiveness(PodRun run, JsonNode container) {
    String name = Tree.text(container, "name");
    Optional<ObjectNode> pod = reports.read(run);
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
    reports.note(run, container, Note.normal("Killing", message));
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
    reports.note(run, container, Note.warning("Unhealthy", which + " probe failed: " + what));
  }

  private void ended(PodRun run, JsonNode container, String id, int code) {
    String name = Tree.text(container, "name");
    Optional<String> now =
        reports.read(run).map(p -> Tree.text(Statuses.of(p, name), "containerID"));
    if (now.filter(i -> i.endsWith(id)).isPresent()) {
      exited(run, container, code);
    }
  }

  /** Starts the ephemeral containers that were added to a pod. */
  void startEphemeral(PodRun run, ObjectNode pod) {
    for (JsonNode container : Tree.at(pod, "spec", "ephemeralContainers")) {
      if (Statuses.of(pod, Tree.text(container, "name")).isEmpty()) {
        reports.change(run, p -> Statuses.added(p, container));
        pulls.fetch(run, container);
      }
    }
  }

  /** A container's process has ended: it starts again, or the pod is over. */
  void exited(PodRun run, JsonNode container, int code) {
    String name = Tree.text(container, "name");
    reports.change(run, p -> Statuses.exited(p, name, code, clock.now()));
    Optional<ObjectNode> pod = reports.read(run);
    if (pod.isEmpty()) {
      return;
    }
    if (PodReports.isIn(pod.get(), "ephemeralContainers", name)) {
      return;
    }
    if (code == 0 && PodReports.isIn(pod.get(), "initContainers", name)) {
      startNext(run);
    } else if (again(pod.get(), code)) {
      restart(run, container);
    } else {
      closeIfAllEnded(run, pod.get());
    }
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
    reports.change(run, p -> Statuses.restarts(p, name));
    Duration wait = Pulls.backOff(before);
    if (!wait.isZero()) {
      String pod = run.key().name() + "_" + run.key().namespace() + "(" + run.uid() + ")";
      String message = "Back-off restarting failed container " + name + " in pod " + pod;
      reports.note(run, container, Note.warning("BackOff", message));
      String waits = "back-off " + wait.toSeconds() + "s restarting failed container=" + name;
      reports.change(run, p -> Statuses.waits(p, name, "CrashLoopBackOff", waits + " pod=" + pod));
    }
    reports.after(run, wait, () -> pulls.fetch(run, container));
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
    reports.change(run, p -> Statuses.over(p, allWell, clock.now()));
  }
}
