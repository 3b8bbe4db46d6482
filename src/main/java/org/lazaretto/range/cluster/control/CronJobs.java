package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Starts a Job whenever its time has come. A time that was missed is not made up for. */
public final class CronJobs implements Reconciler {
  private static final String SOURCE = "cronjob-controller";

  private final RangeClock clock;
  private final WorkLoop loop;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;
  private final Map<ObjectKey, Instant> next = new HashMap<>();

  /** A controller of this store's CronJobs. */
  public CronJobs(RangeClock clock, ObjectStore store, Recorder events, WorkLoop loop) {
    this.clock = clock;
    this.loop = loop;
    this.store = store;
    this.present = new Present(store);
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.CRON_JOBS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.JOBS) && !object.ownerUids().isEmpty()) {
      Owners.controllerOf(object.tree())
          .filter(o -> Tree.text(o, "kind").equals("CronJob"))
          .ifPresent(o -> dirty.accept(new ObjectKey(object.namespace(), Tree.text(o, "name"))));
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.CRON_JOBS, key.namespace(), key.name());
    if (found.isEmpty() || found.get().deleting()) {
      next.remove(key);
      return;
    }
    ObjectNode cron = found.get().tree();
    Optional<CronSchedule> schedule = CronSchedule.parse(Tree.text(cron, "spec", "schedule"));
    Instant due = next.getOrDefault(key, Instant.MAX);
    boolean suspended = cron.path("spec").path("suspend").asBoolean();
    if (!due.isAfter(clock.now()) && !suspended) {
      start(found.get(), cron, due);
    }
    schedule.flatMap(s -> s.after(clock.now())).ifPresent(t -> expect(key, t));
    report(key, jobs(found.get()));
  }

  private void expect(ObjectKey key, Instant time) {
    if (!time.equals(next.put(key, time))) {
      loop.later(Duration.between(clock.now(), time), this, key);
    }
  }

  private List<Stored> jobs(Stored cron) {
    return store.byOwner(cron.uid()).stream()
        .filter(o -> o.type().equals(ResourceTypes.JOBS))
        .toList();
  }

  private void start(Stored stored, ObjectNode cron, Instant due) {
    List<Stored> running = jobs(stored).stream().filter(j -> !JobOutcome.isOver(j.tree())).toList();
    switch (Tree.text(cron, "spec", "concurrencyPolicy")) {
      case "Forbid" -> {
        if (!running.isEmpty()) {
          String message =
              "Not starting job because prior execution is running and"
                  + " concurrency policy is Forbid";
          events.record(cron, Note.normal("JobAlreadyActive", message), SOURCE);
          return;
        }
      }
      case "Replace" -> running.forEach(this::delete);
      default -> {}
    }
    ObjectNode job = job(cron, due);
    String name = Tree.text(job, "metadata", "name");
    if (store.get(ResourceTypes.JOBS, stored.namespace(), name).isEmpty()) {
      store.create(ResourceTypes.JOBS, job);
      events.record(cron, Note.normal("SuccessfulCreate", "Created job " + name), SOURCE);
      present.change(
          ResourceTypes.CRON_JOBS,
          stored.key(),
          c -> Tree.made(c, "status").put("lastScheduleTime", Tree.time(due)));
    }
  }

  private static ObjectNode job(ObjectNode cron, Instant due) {
    String name = Tree.text(cron, "metadata", "name") + "-" + due.getEpochSecond() / 60;
    ObjectNode job = Tree.head("batch/v1", "Job", Tree.text(cron, "metadata", "namespace"), name);
    ObjectNode metadata = Tree.made(job, "metadata");
    var template = Tree.at(cron, "spec", "jobTemplate");
    for (String field : new String[] {"labels", "annotations"}) {
      if (template.path("metadata").path(field).isObject()) {
        metadata.set(field, template.path("metadata").path(field).deepCopy());
      }
    }
    Tree.made(metadata, "annotations")
        .put("batch.kubernetes.io/cronjob-scheduled-timestamp", Tree.time(due));
    metadata.putArray("ownerReferences").add(Owners.controller(cron));
    job.set("spec", template.path("spec").deepCopy());
    Defaults.apply(ResourceTypes.JOBS, job);
    return job;
  }

  private void report(ObjectKey key, List<Stored> jobs) {
    present.change(
        ResourceTypes.CRON_JOBS,
        key,
        cron -> {
          ObjectNode status = Tree.made(cron, "status");
          ArrayNode active = Tree.object().putArray("active");
          for (Stored job : jobs) {
            ObjectNode tree = job.tree();
            if (!JobOutcome.isOver(tree)) {
              active
                  .addObject()
                  .put("apiVersion", "batch/v1")
                  .put("kind", "Job")
                  .put("name", job.name())
                  .put("namespace", job.namespace())
                  .put("uid", job.uid());
            }
            Tree.moment(tree, "status", "completionTime")
                .ifPresent(t -> status.put("lastSuccessfulTime", Tree.time(t)));
          }
          status.remove("active");
          if (!active.isEmpty()) {
            status.set("active", active);
          }
        });
    store
        .get(ResourceTypes.CRON_JOBS, key.namespace(), key.name())
        .map(Stored::tree)
        .ifPresent(cron -> {
          forget(jobs, "Complete", Tree.number(cron, 3, "spec", "successfulJobsHistoryLimit"));
          forget(jobs, "Failed", Tree.number(cron, 1, "spec", "failedJobsHistoryLimit"));
        });
  }

  private void forget(List<Stored> jobs, String how, int kept) {
    List<Stored> ended =
        jobs.stream()
            .filter(j -> !j.deleting() && Conditions.holds(j.tree(), how))
            .sorted(Comparator.comparing(Stored::name))
            .toList();
    ended.stream().limit(Math.max(0, ended.size() - kept)).forEach(this::delete);
  }

  private void delete(Stored job) {
    present.delete(ResourceTypes.JOBS, job.key(), Deletion.gracefully().onlyUid(job.uid()));
  }
}
