package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Tree;

/** Carries out the readiness and liveness probes of containers that run. */
final class Probes {
  private static final int USUAL_PERIOD = 10;
  private static final int USUAL_FAILURES = 3;

  private final RangeClock clock;
  private final Machines machines;
  private final ContainerInside inside;
  private final PodReports reports;
  private final Containers containers;

  Probes(
      RangeClock clock,
      Machines machines,
      ContainerInside inside,
      PodReports reports,
      Containers containers) {
    this.clock = clock;
    this.machines = machines;
    this.inside = inside;
    this.reports = reports;
    this.containers = containers;
  }

  /** Which probe it is. */
  enum Kind {
    READINESS,
    LIVENESS;

    JsonNode of(JsonNode container) {
      return container.path(name().toLowerCase(Locale.ROOT) + "Probe");
    }

    String word() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** One container's probe; the container is one instance, told by its id. */
  private record Round(PodRun run, JsonNode container, String id, Kind kind, int epoch) {
    String name() {
      return Tree.text(container, "name");
    }

    JsonNode probe() {
      return kind.of(container);
    }
  }

  /** Whether a container has a probe of a kind. */
  static boolean has(JsonNode container, Kind kind) {
    return kind.of(container).isObject();
  }

  /** Begins with the probes that a container has, now that it has started. */
  void begin(PodRun run, JsonNode container, String id) {
    for (Kind kind : Kind.values()) {
      if (has(container, kind)) {
        Round round = new Round(run, container, id, kind, run.epoch());
        int delay = Tree.number(round.probe(), 0, "initialDelaySeconds");
        later(round, Duration.ofSeconds(delay), 0, 0);
      }
    }
  }

  private void later(Round round, Duration delay, int failures, int successes) {
    clock.after(
        delay,
        () ->
            machines.whenItAnswers(
                round.run().node(),
                () -> {
                  if (round.run().epoch() == round.epoch()) {
                    look(round, failures, successes);
                  }
                }));
  }

  private void look(Round round, int failures, int successes) {
    Optional<ObjectNode> pod = containers.running(round.run(), round.name(), round.id());
    if (pod.isEmpty()) {
      return;
    }
    Optional<String> wrong = inside.fails(pod.get(), round.name(), round.probe());
    wrong.ifPresent(why -> {
      String message = round.kind().word() + " probe failed: " + why;
      reports.note(round.run(), round.container(), Note.warning("Unhealthy", message));
    });
    int failed = wrong.isPresent() ? failures + 1 : 0;
    int passed = wrong.isPresent() ? 0 : successes + 1;
    boolean down = failed >= Tree.number(round.probe(), USUAL_FAILURES, "failureThreshold");
    boolean up = passed >= Tree.number(round.probe(), 1, "successThreshold");
    if (round.kind() == Kind.LIVENESS && down) {
      containers.failedLiveness(round.run(), round.container());
      return;
    }
    if (round.kind() == Kind.READINESS && (up || down)) {
      containers.ready(round.run(), round.name(), up);
    }
    int period = Tree.number(round.probe(), USUAL_PERIOD, "periodSeconds");
    later(round, Duration.ofSeconds(Math.max(1, period)), failed, passed);
  }
}
