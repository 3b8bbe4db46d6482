package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.LogSource;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * The logs of all containers. None is kept: what a container has written follows from its status,
 * its image and the time. As with a real kubelet's rotation, only the end of a long log is there.
 */
public final class ContainerLogs implements LogSource {
  private static final long KEPT = 50_000;

  private final RangeClock clock;
  private final ObjectStore store;
  private final Registry registry;
  private final Machines machines;

  /** The logs of this store's pods. */
  public ContainerLogs(RangeClock clock, ObjectStore store, Registry registry, Machines machines) {
    this.clock = clock;
    this.store = store;
    this.registry = registry;
    this.machines = machines;
  }

  /** One run of a container. */
  private record Run(
      String id, LogProfile profile, Instant started, Optional<Instant> ended, long seed) {
    LogProfile.Line line(long number) {
      return profile.line(started, seed, number);
    }

    long count(Instant now) {
      Instant end = ended.filter(e -> e.isBefore(now)).orElse(now);
      return profile.count(Duration.between(started, end));
    }
  }

  private Optional<Run> run(Stored pod, String container, boolean previous) {
    ObjectNode status = Statuses.of(pod.tree(), container);
    JsonNode state = previous ? status.path("lastState") : status.path("state");
    if (!previous && state.has("waiting")) {
      state = status.path("lastState");
    }
    JsonNode terminated = state.path("terminated");
    JsonNode times = terminated.isObject() ? terminated : state.path("running");
    Optional<Instant> started = Tree.moment(times, "startedAt");
    if (started.isEmpty()) {
      return Optional.empty();
    }
    String id =
        terminated.isObject()
            ? Tree.text(terminated, "containerID")
            : Tree.text(status, "containerID");
    ImageFacts image =
        registry
            .startedAs(id)
            .orElseGet(
                () -> registry.running(Tree.text(status, "imageID"), Tree.text(status, "image")));
    return Optional.of(
        new Run(
            id, image.logs(), started.get(), Tree.moment(terminated, "finishedAt"), id.hashCode()));
  }

  @Override
  public Written written(Stored pod, String container, boolean previous) {
    String node = pod.field("spec.nodeName").orElse("");
    if (!machines.answers(node)) {
      throw unreachable(pod, container);
    }
    Run run = run(pod, container, previous).orElseThrow(() -> none(pod, container, previous));
    long count = run.count(clock.now());
    List<Line> lines = new ArrayList<>();
    for (long i = Math.max(0, count - KEPT); i < count; i++) {
      LogProfile.Line line = run.line(i);
      lines.add(new Line(line.at(), line.text()));
    }
    return new Written(lines, count);
  }

  private static ApiProblem unreachable(Stored pod, String container) {
    String host = Tree.text(pod.tree(), "status", "hostIP") + ":10250";
    return ApiProblem.of(
        500,
        "InternalError",
        "Get \"https://%s/containerLogs/%s/%s/%s\": dial tcp %s: i/o timeout"
            .formatted(host, pod.namespace(), pod.name(), container, host));
  }

  private static ApiProblem none(Stored pod, String container, boolean previous) {
    String of = "container \"" + container + "\" in pod \"" + pod.name() + "\"";
    if (previous) {
      return ApiProblem.badRequest("previous terminated " + of + " not found");
    }
    JsonNode waiting = Statuses.of(pod.tree(), container).path("state").path("waiting");
    String reason = waiting.path("reason").asText("ContainerCreating");
    return ApiProblem.badRequest(of + " is waiting to start: " + reason);
  }

  @Override
  public Cancellable follow(
      Stored pod, String container, long from, Consumer<Line> listener, Runnable ended) {
    Optional<Run> run = run(pod, container, false);
    if (run.isEmpty()) {
      ended.run();
      return () -> {};
    }
    Tail tail = new Tail(pod, container, run.get(), listener, ended);
    tail.waitFor(from);
    return tail;
  }

  /** Follows one run line by line; it looks at the pod before each, and at times in between. */
  private final class Tail implements Cancellable {
    private static final Duration LOOK = Duration.ofMillis(500);

    /** When an API server misses the answer to its ping of a kubelet's connection. */
    private static final Duration GIVES_UP = Duration.ofSeconds(45);

    private final Stored pod;
    private final String container;
    private final Run run;
    private final Consumer<Line> listener;
    private final Runnable ended;
    private final AtomicReference<Cancellable> next = new AtomicReference<>(() -> {});
    private volatile boolean open = true;
    private volatile Optional<Instant> silentSince = Optional.empty();

    Tail(Stored pod, String container, Run run, Consumer<Line> listener, Runnable ended) {
      this.pod = pod;
      this.container = container;
      this.run = run;
      this.listener = listener;
      this.ended = ended;
    }

    void waitFor(long number) {
      boolean more = run.profile().count(Duration.ofDays(36500)) > number;
      Duration wait = more ? Duration.between(clock.now(), dueAt(number)) : LOOK;
      boolean first = wait.compareTo(LOOK) > 0;
      next.set(clock.after(first ? LOOK : wait, () -> tell(number, more && !first)));
      if (!open) {
        next.get().cancel();
      }
    }

    /** When a line counts as written: {@link LogProfile#count} counts it from then on. */
    private Instant dueAt(long number) {
      long place = number - run.profile().greeting().size();
      return place < 0
          ? run.started()
          : run.started().plus(run.profile().every().multipliedBy(place + 1));
    }

    private void tell(long number, boolean due) {
      if (!open) {
        return;
      }
      if (!machines.answers(pod.field("spec.nodeName").orElse(""))) {
        hearNothing(number);
        return;
      }
      silentSince = Optional.empty();
      if (!runs()) {
        tellRest(number);
        end();
        return;
      }
      if (due) {
        LogProfile.Line line = run.line(number);
        listener.accept(new Line(line.at(), line.text()));
      }
      waitFor(due ? number + 1 : number);
    }

    /** The client is not told why its stream ends. */
    private void hearNothing(long number) {
      Instant since = silentSince.orElseGet(clock::now);
      silentSince = Optional.of(since);
      if (since.plus(GIVES_UP).isAfter(clock.now())) {
        next.set(clock.after(LOOK, () -> tell(number, false)));
      } else {
        end();
      }
    }

    /** What was written between the last look and the end, if the end is still on record. */
    private void tellRest(long number) {
      Optional<Run> over =
          store
              .get(ResourceTypes.PODS, pod.namespace(), pod.name())
              .filter(p -> p.uid().equals(pod.uid()))
              .flatMap(p ->
                  run(p, container, false)
                      .filter(r -> r.id().equals(run.id()))
                      .or(() -> run(p, container, true)))
              .filter(r -> r.id().equals(run.id()));
      long end = over.map(r -> r.count(clock.now())).orElse(number);
      for (long i = number; i < end; i++) {
        LogProfile.Line line = run.line(i);
        listener.accept(new Line(line.at(), line.text()));
      }
    }

    private void end() {
      open = false;
      ended.run();
    }

    private boolean runs() {
      return store
          .get(ResourceTypes.PODS, pod.namespace(), pod.name())
          .filter(p -> p.uid().equals(pod.uid()))
          .flatMap(p -> run(p, container, false))
          .filter(r -> r.id().equals(run.id()) && r.ended().isEmpty())
          .isPresent();
    }

    @Override
    public void cancel() {
      open = false;
      next.get().cancel();
    }
  }
}
