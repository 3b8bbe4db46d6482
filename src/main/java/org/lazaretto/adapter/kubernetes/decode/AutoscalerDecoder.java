package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import org.lazaretto.model.Autoscaler;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObjectRef;

/** Makes an autoscaler of its tree. KEDA labels the autoscalers that it makes. */
final class AutoscalerDecoder implements TreeDecoder.FromTree {
  private static final String SCALED_OBJECT = "scaledobject.keda.sh/name";

  private final Shared shared;

  AutoscalerDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    JsonNode spec = root.path("spec");
    JsonNode target = spec.path("scaleTargetRef");
    return new Autoscaler(
        ref,
        shared.one(Json.text(target.path("kind"))),
        Json.text(target.path("name")),
        Json.whole(spec.path("minReplicas"), 1),
        Json.whole(spec.path("maxReplicas"), 0),
        Json.text(root.path("metadata").path("labels").path(SCALED_OBJECT)));
  }
}
