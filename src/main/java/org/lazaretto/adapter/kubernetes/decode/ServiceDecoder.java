package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ServiceEntry;

/** Makes a service of its tree. */
final class ServiceDecoder implements TreeDecoder.FromTree {
  private final Shared shared;

  ServiceDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    JsonNode spec = root.path("spec");
    return new ServiceEntry(
        ref,
        Json.texts(spec.path("selector"), shared),
        shared.one(Json.text(spec.path("type"))),
        Json.text(spec.path("clusterIP")));
  }
}
