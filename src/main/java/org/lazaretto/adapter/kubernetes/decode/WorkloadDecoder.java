package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Origin;
import org.lazaretto.model.PodShape;
import org.lazaretto.model.Replicas;
import org.lazaretto.model.Rollout;
import org.lazaretto.model.Workload;

/** Makes a Deployment, ReplicaSet, StatefulSet, DaemonSet or Job of its tree. */
final class WorkloadDecoder implements TreeDecoder.FromTree {
  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

  private final ObservedKind kind;
  private final Shared shared;

  WorkloadDecoder(ObservedKind kind, Shared shared) {
    this.kind = kind;
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) throws IOException {
    Replicas replicas = replicas(root.path("spec"), root.path("status"));
    return new Workload(
        ref,
        kind,
        replicas,
        Selectors.read(root.path("spec").path("selector"), shared),
        shape(root.path("spec").path("template").path("spec")),
        rollout(root, replicas),
        origin(ref.namespace(), root.path("metadata")));
  }

  private PodShape shape(JsonNode spec) throws IOException {
    PodSpecReader reader = new PodSpecReader(shared);
    try (JsonParser parser = spec.traverse()) {
      parser.nextToken();
      if (spec.isObject()) {
        Json.object(parser, reader);
      }
    }
    return reader.shape();
  }

  private Replicas replicas(JsonNode spec, JsonNode status) {
    return switch (kind) {
      case DAEMON_SET ->
          new Replicas(
              Json.whole(status.path("desiredNumberScheduled"), 0),
              Json.whole(status.path("numberReady"), 0),
              Json.whole(status.path("numberAvailable"), 0),
              Json.whole(status.path("updatedNumberScheduled"), 0));
      case JOB ->
          new Replicas(
              Json.whole(spec.path("parallelism"), 1),
              Json.whole(status.path("ready"), 0),
              Json.whole(status.path("ready"), 0),
              Json.whole(status.path("active"), 0));
      default ->
          new Replicas(
              Json.whole(spec.path("replicas"), 1),
              Json.whole(status.path("readyReplicas"), 0),
              Json.whole(status.path("availableReplicas"), 0),
              Json.whole(status.path(updatedField()), 0));
    };
  }

  /** All pods of a ReplicaSet are of its one template. */
  private String updatedField() {
    return kind == ObservedKind.REPLICA_SET ? "replicas" : "updatedReplicas";
  }

  private Rollout rollout(JsonNode root, Replicas replicas) {
    JsonNode spec = root.path("spec");
    JsonNode template = spec.path("template").path("metadata").path("annotations");
    String field = kind == ObservedKind.DEPLOYMENT ? "strategy" : "updateStrategy";
    return new Rollout(
        Json.text(spec.path(field).path("type")),
        spec.path("paused").asBoolean(false),
        Json.text(template.path(RESTARTED)),
        seen(root) && allNew(root.path("status"), replicas));
  }

  private boolean seen(JsonNode root) {
    long wanted = root.path("metadata").path("generation").asLong(0);
    return kind == ObservedKind.JOB
        || root.path("status").path("observedGeneration").asLong(0) >= wanted;
  }

  private boolean allNew(JsonNode status, Replicas replicas) {
    return switch (kind) {
      case DEPLOYMENT, STATEFUL_SET ->
          replicas.updated() >= replicas.desired()
              && Json.whole(status.path("replicas"), 0) <= replicas.updated();
      case DAEMON_SET -> replicas.updated() >= replicas.desired();
      default -> true;
    };
  }

  private static Origin origin(String namespace, JsonNode meta) {
    return new Origin(controller(namespace, meta.path("ownerReferences")), Stewards.of(meta));
  }

  private static Optional<ObjectRef> controller(String namespace, JsonNode owners) {
    for (JsonNode owner : owners) {
      if (owner.path("controller").asBoolean(false)) {
        return Optional.of(
            new ObjectRef(
                Json.text(owner.path("apiVersion")),
                Json.text(owner.path("kind")),
                namespace,
                Json.text(owner.path("name")),
                Json.text(owner.path("uid"))));
      }
    }
    return Optional.empty();
  }
}
