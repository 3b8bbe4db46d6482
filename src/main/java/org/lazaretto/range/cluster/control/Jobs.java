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
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Runs the pods of a Job until enough of them have ended well, or too many badly; after a failure
 * it waits, each time longer. Indexed completion and failure policies are not simulated.
 */
public final class Jobs implements Reconciler {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final RangeClock clock;
  private final WorkLoop loop;
  private final ObjectStore store;
  private final Present present;
  private final Pods pods;
  private final PodControl control;
  private final JobPods jobPods;
  private final Recorder events;
  private final Map<ObjectKey, Instant> failures = new HashMap<>();

  /** A controller of this store's Jobs. */
  public Jobs(
      RangeClock clock,
      ObjectStore store,
      Pods pods,
      PodControl control,
      Recorder events,
      WorkLoop loop) {
    this.clock = clock;
    this.loop = loop;
    this.store = store;
    this.present = new Present(store);
    this.pods = pods;
    this.control = control;
    this.jobPods = new JobPods(store, control);
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.JOBS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      PodFacts pod = pods.facts(object);
      Adoption.owner(pod, "Job").ifPresent(dirty);
      if (pod.owner().isEmpty() && object.labels().containsKey(JobPods.JOB_NAME)) {
        String job = object.labels().getOrDefault(JobPods.JOB_NAME, "");
        dirty.accept(new ObjectKey(object.namespace(), job));
      }
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.JOBS, key.namespace(), key.name());
    if (found.isEmpty()) {
      failures.remove(key);
      jobPods.abandon(key, pods::facts);
      return;
    }
    ObjectNode job = found.get().tree();
    if (found.get().deleting() || JobOutcome.isOver(job)) {
      jobPods.abandon(key, pods::facts);
      forgetInTime(key, found.get(), job);
    } else if (!Tree.at(job, "spec", "selector").isObject()) {
      select(key, found.get().uid());
    } else {
      work(key, found.get());
    }
  }

  private void work(ObjectKey key, Stored stored) {
    List<PodFacts> mine = pods.of(stored);
    JobPods.Uncounted ended = jobPods.uncounted(mine);
    if (!ended.failed().isEmpty()) {
      failures.put(key, clock.now());
    }
    ObjectNode job = count(key, ended, mine);
    jobPods.letGo(ended.succeeded());
    jobPods.letGo(ended.failed());
    Optional<JobOutcome> outcome = JobOutcome.of(job, clock.now());
    List<PodFacts> active = mine.stream().filter(PodFacts::active).toList();
    boolean suspended = job.path("spec").path("suspend").asBoolean();
    if (suspended || outcome.isPresent()) {
      active.forEach(p -> control.delete(job, p));
    } else {
      start(key, job, active.size());
    }
    outcome.ifPresent(o -> end(key, o));
  }

  /** A Job finds its pods by its own uid. */
  private void select(ObjectKey key, String uid) {
    present.change(
        ResourceTypes.JOBS,
        key,
        job -> {
          Tree.made(job, "spec", "selector", "matchLabels")
              .put("batch.kubernetes.io/controller-uid", uid);
          Tree.made(job, "spec", "template", "metadata", "labels")
              .put("batch.kubernetes.io/controller-uid", uid)
              .put("controller-uid", uid)
              .put(JobPods.JOB_NAME, key.name())
              .put("job-name", key.name());
          Tree.made(job, "status").put("startTime", Tree.time(clock.now()));
        });
  }

  private ObjectNode count(ObjectKey key, JobPods.Uncounted ended, List<PodFacts> mine) {
    long active = mine.stream().filter(PodFacts::active).count();
    long ready = mine.stream().filter(p -> p.active() && p.serves()).count();
    long terminating = mine.stream().filter(p -> p.stored().deleting()).count();
    present.change(
        ResourceTypes.JOBS,
        key,
        job -> {
          ObjectNode status = Tree.made(job, "status");
          ReplicaSets.count(status, "active", active);
          add(status, "succeeded", ended.succeeded().size());
          add(status, "failed", ended.failed().size());
          status.put("ready", ready).put("terminating", terminating);
          Tree.made(status, "uncountedTerminatedPods");
        });
    return store.get(ResourceTypes.JOBS, key.namespace(), key.name()).orElseThrow().tree();
  }

  private static void add(ObjectNode status, String field, int more) {
    ReplicaSets.count(status, field, Tree.number(status, 0, field) + more);
  }

  private void start(ObjectKey key, ObjectNode job, int active) {
    int together = Tree.number(job, 1, "spec", "parallelism");
    int wanted = Tree.number(job, 1, "spec", "completions");
    int succeeded = Tree.number(job, 0, "status", "succeeded");
    int missing = Math.min(together, wanted - succeeded) - active;
    Duration wait = wait(key, job);
    JobOutcome.left(job, clock.now()).ifPresent(l -> loop.later(l.plusSeconds(1), this, key));
    if (missing > 0 && !wait.isZero()) {
      loop.later(wait, this, key);
      return;
    }
    for (int i = 0; i < missing; i++) {
      jobPods.create(job);
    }
  }

  private Duration wait(ObjectKey key, ObjectNode job) {
    int failed = Tree.number(job, 0, "status", "failed");
    Instant last = failures.getOrDefault(key, Instant.EPOCH);
    if (failed == 0) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failed - 1, 10));
    Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    Duration left = Duration.between(clock.now(), last.plus(bounded));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void end(ObjectKey key, JobOutcome outcome) {
    present.change(ResourceTypes.JOBS, key, job -> outcome.write(job, clock.now()));
    Note note =
        outcome.well()
            ? Note.normal("Completed", "Job completed")
            : Note.warning(outcome.reason(), outcome.message());
    store
        .get(ResourceTypes.JOBS, key.namespace(), key.name())
        .ifPresent(job -> events.record(job.tree(), note, "job-controller"));
  }

  private void forgetInTime(ObjectKey key, Stored stored, ObjectNode job) {
    var ttl = Tree.at(job, "spec", "ttlSecondsAfterFinished");
    if (ttl.isNumber() && !stored.deleting()) {
      clock.after(
          Duration.ofSeconds(ttl.asLong()),
          () ->
              present.delete(
                  ResourceTypes.JOBS,
                  key,
                  Deletion.gracefully().onlyUid(stored.uid()).afterDependents()));
    }
  }
}
