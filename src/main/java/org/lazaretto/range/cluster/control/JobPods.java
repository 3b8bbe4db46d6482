package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Holds the pods of a Job by a finalizer until they are counted, as the real controller does. */
final class JobPods {
  private static final String FINALIZER = "batch.kubernetes.io/job-tracking";
  static final String JOB_NAME = "batch.kubernetes.io/job-name";

  private final ObjectStore store;
  private final Present present;
  private final PodControl control;

  JobPods(ObjectStore store, PodControl control) {
    this.store = store;
    this.present = new Present(store);
    this.control = control;
  }

  void create(ObjectNode job) {
    ObjectNode pod = control.prepared(job, control.freeName(job));
    Tree.list(Tree.made(pod, "metadata"), "finalizers").add(FINALIZER);
    control.create(job, pod);
  }

  /**
   * How many of a Job's pods have ended that nobody has counted yet.
   *
   * @param succeeded that ended well
   * @param failed that did not, or are being deleted
   */
  record Uncounted(List<PodFacts> succeeded, List<PodFacts> failed) {}

  Uncounted uncounted(List<PodFacts> pods) {
    List<PodFacts> held = pods.stream().filter(p -> !p.active()).filter(JobPods::isHeld).toList();
    return new Uncounted(
        held.stream().filter(p -> p.life().phase().equals("Succeeded")).toList(),
        held.stream().filter(p -> !p.life().phase().equals("Succeeded")).toList());
  }

  private static boolean isHeld(PodFacts pod) {
    for (var each : Tree.at(pod.stored().tree(), "metadata", "finalizers")) {
      if (each.asText().equals(FINALIZER)) {
        return true;
      }
    }
    return false;
  }

  /** Lets pods go that have been counted. */
  void letGo(List<PodFacts> pods) {
    for (PodFacts pod : pods) {
      present.change(
          ResourceTypes.PODS,
          pod.key(),
          p -> {
            ObjectNode metadata = Tree.made(p, "metadata");
            Tree.drop(metadata.path("finalizers"), f -> f.asText().equals(FINALIZER));
            if (metadata.path("finalizers").isEmpty()) {
              metadata.remove("finalizers");
            }
          });
    }
  }

  /** Lets all pods go of a Job that is no more. */
  void abandon(ObjectKey job, java.util.function.Function<Stored, PodFacts> facts) {
    letGo(
        store.list(ResourceTypes.PODS, Optional.of(job.namespace())).stream()
            .filter(p -> job.name().equals(p.labels().get(JOB_NAME)))
            .map(facts)
            .filter(JobPods::isHeld)
            .toList());
  }
}
