package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.WorkLoop;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Holds workloads to the bounds of their autoscalers, every fifteen seconds: what somebody scales
 * beyond them by hand comes back. There is no metrics server, so nothing scales by load, and the
 * status says so in the real controller's words.
 */
public final class Autoscalers implements Reconciler {
  private static final Duration PERIOD = Duration.ofSeconds(15);
  private static final String SOURCE = "horizontal-pod-autoscaler";
  private static final Map<String, ResourceType> SCALED =
      Map.of(
          "Deployment", ResourceTypes.DEPLOYMENTS,
          "ReplicaSet", ResourceTypes.REPLICA_SETS,
          "StatefulSet", ResourceTypes.STATEFUL_SETS);

  private final RangeClock clock;
  private final WorkLoop loop;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;
  private final Set<ObjectKey> looking = new HashSet<>();

  /** A controller of this store's autoscalers. */
  public Autoscalers(RangeClock clock, ObjectStore store, Recorder events, WorkLoop loop) {
    this.clock = clock;
    this.loop = loop;
    this.store = store;
    this.present = new Present(store);
    this.events = events;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    if (event.object().type().equals(ResourceTypes.AUTOSCALERS)
        && event.change() == StoreEvent.Change.ADDED) {
      dirty.accept(event.object().key());
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.AUTOSCALERS, key.namespace(), key.name());
    looking.remove(key);
    if (found.isEmpty()) {
      return;
    }
    look(key, found.get().tree());
    if (looking.add(key)) {
      loop.later(PERIOD, this, key);
    }
  }

  private void look(ObjectKey key, ObjectNode scaler) {
    String kind = Tree.text(scaler, "spec", "scaleTargetRef", "kind");
    String name = Tree.text(scaler, "spec", "scaleTargetRef", "name");
    Optional<ObjectNode> target =
        Optional.ofNullable(SCALED.get(kind))
            .flatMap(type -> store.get(type, key.namespace(), name))
            .map(Stored::tree);
    if (target.isEmpty()) {
      String message =
          "the HPA controller was unable to get the target's current scale: %ss.apps \"%s\" not found"
              .formatted(kind.toLowerCase(java.util.Locale.ROOT), name);
      report(key, Condition.of("AbleToScale", false, "FailedGetScale", message));
      events.record(scaler, Note.warning("FailedGetScale", message), SOURCE);
      return;
    }
    int wanted = Tree.number(target.get(), 1, "spec", "replicas");
    int bounded = bounded(scaler, wanted);
    if (wanted > 0 && bounded != wanted) {
      rescale(key, scaler, kind, name, wanted, bounded);
    }
    status(key, target.get(), wanted == 0 ? 0 : bounded);
  }

  private static int bounded(ObjectNode scaler, int wanted) {
    int least = Tree.number(scaler, 1, "spec", "minReplicas");
    return Math.max(least, Math.min(Tree.number(scaler, least, "spec", "maxReplicas"), wanted));
  }

  private void rescale(
      ObjectKey key, ObjectNode scaler, String kind, String name, int from, int to) {
    Optional.ofNullable(SCALED.get(kind))
        .ifPresent(type ->
            present.change(
                type,
                new ObjectKey(key.namespace(), name),
                w -> Tree.made(w, "spec").put("replicas", to)));
    String reason =
        from > to
            ? "Current number of replicas above Spec.MaxReplicas"
            : "Current number of replicas below Spec.MinReplicas";
    String message = "New size: " + to + "; reason: " + reason;
    events.record(scaler, Note.normal("SuccessfulRescale", message), SOURCE);
  }

  private void status(ObjectKey key, ObjectNode target, int desired) {
    report(
        key,
        Condition.of(
            "AbleToScale",
            true,
            "SucceededGetScale",
            "the HPA controller was able to get the target's current scale"));
    present.change(
        ResourceTypes.AUTOSCALERS,
        key,
        s -> {
          ObjectNode status = Tree.made(s, "status");
          status.put("currentReplicas", Tree.number(target, 0, "status", "replicas"));
          status.put("desiredReplicas", desired);
          status.putNull("currentMetrics");
          if (desired == 0) {
            String off = "scaling is disabled since the replica count of the target is zero";
            Conditions.set(
                s, Condition.of("ScalingActive", false, "ScalingDisabled", off), clock.now());
          } else {
            String resource = s.at("/spec/metrics/0/resource/name").asText("cpu");
            String why = noMetrics(resource);
            Conditions.set(
                s,
                Condition.of("ScalingActive", false, "FailedGetResourceMetric", why),
                clock.now());
          }
        });
  }

  private static String noMetrics(String resource) {
    String start = "the HPA was unable to compute the replica count: failed to get ";
    String middle = " utilization: unable to get metrics for resource ";
    String end =
        ": unable to fetch metrics from resource metrics API: the server could not find the"
            + " requested resource (get pods.metrics.k8s.io)";
    return start + resource + middle + resource + end;
  }

  private void report(ObjectKey key, Condition condition) {
    present.change(ResourceTypes.AUTOSCALERS, key, s -> Conditions.set(s, condition, clock.now()));
  }
}
