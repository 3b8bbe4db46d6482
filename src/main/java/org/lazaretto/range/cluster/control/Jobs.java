package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Runs the pods of a Job until enough of them have ended well, or too many badly. */
public final class Jobs implements Reconciler {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Pods pods;
  private final PodControl control;
  private final Recorder events;

  /** A controller of this store's Jobs. */
  public Jobs(RangeClock clock, ObjectStore store, Pods pods, PodControl control, Recorder events) {
    this.clock = clock;
    this.store = store;
    this.pods = pods;
    this.control = control;
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.JOBS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      pods.facts(object)
          .owner()
          .filter(o -> o.kind().equals("Job"))
          .ifPresent(o -> dirty.accept(new ObjectKey(object.namespace(), o.name())));
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.JOBS, key.namespace(), key.name());
    if (found.isEmpty() || found.get().deleting()) {
      return;
    }
    ObjectNode job = found.get().tree();
    if (Conditions.holds(job, "Complete") || Conditions.holds(job, "Failed")) {
      return;
    }
    if (!Tree.at(job, "spec", "selector").isObject()) {
      select(key, found.get().uid());
      return;
    }
    List<PodFacts> mine = pods.of(found.get());
    Tally tally = Tally.of(mine);
    boolean suspended = job.path("spec").path("suspend").asBoolean();
    int wanted = Tree.number(job, 1, "spec", "completions");
    boolean failed = tally.failed() > Tree.number(job, 6, "spec", "backoffLimit");
    if (suspended || failed) {
      mine.stream().filter(PodFacts::active).forEach(p -> control.delete(job, p));
    } else {
      start(job, tally, wanted);
    }
    report(key, Tally.of(pods.of(found.get())), wanted, failed);
  }

  /** A Job finds its pods by its own uid. */
  private void select(ObjectKey key, String uid) {
    store.update(
        ResourceTypes.JOBS,
        key.namespace(),
        key.name(),
        job -> {
          Tree.made(job, "spec", "selector", "matchLabels")
              .put("batch.kubernetes.io/controller-uid", uid);
          Tree.made(job, "spec", "template", "metadata", "labels")
              .put("batch.kubernetes.io/controller-uid", uid)
              .put("batch.kubernetes.io/job-name", key.name())
              .put("job-name", key.name());
          Tree.made(job, "status").put("startTime", Tree.time(clock.now()));
          return job;
        });
  }

  private record Tally(int active, int ready, int succeeded, int failed) {
    static Tally of(List<PodFacts> pods) {
      return new Tally(
          (int) pods.stream().filter(PodFacts::active).count(),
          (int) pods.stream().filter(PodFacts::serves).count(),
          (int) pods.stream().filter(p -> p.life().phase().equals("Succeeded")).count(),
          (int)
              pods.stream()
                  .filter(p -> p.life().phase().equals("Failed") || p.stored().deleting())
                  .count());
    }
  }

  private void start(ObjectNode job, Tally tally, int wanted) {
    int together = Tree.number(job, 1, "spec", "parallelism");
    int missing = Math.min(together, wanted - tally.succeeded()) - tally.active();
    for (int i = 0; i < missing; i++) {
      control.create(job);
    }
  }

  private void report(ObjectKey key, Tally tally, int wanted, boolean failed) {
    boolean complete = tally.succeeded() >= wanted;
    Stored after =
        store.update(
            ResourceTypes.JOBS,
            key.namespace(),
            key.name(),
            job -> {
              ObjectNode status = Tree.made(job, "status");
              ReplicaSets.count(status, "active", tally.active());
              ReplicaSets.count(status, "succeeded", tally.succeeded());
              ReplicaSets.count(status, "failed", tally.failed());
              status.put("ready", tally.ready());
              if (complete) {
                status.put("completionTime", Tree.time(clock.now()));
                String message = "Reached expected number of succeeded pods";
                Conditions.set(
                    job,
                    Condition.of("Complete", true, "CompletionsReached", message),
                    clock.now());
              } else if (failed) {
                String message = "Job has reached the specified backoff limit";
                Conditions.set(
                    job,
                    Condition.of("Failed", true, "BackoffLimitExceeded", message),
                    clock.now());
              }
              return job;
            });
    if (complete) {
      Note note = Note.normal("Completed", "Job completed");
      events.record(after.tree(), note, "job-controller");
    }
  }
}
