package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.lazaretto.model.Claim;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObjectRef;

/** Makes a volume claim of its tree. */
final class ClaimDecoder implements TreeDecoder.FromTree {
  private final Shared shared;

  ClaimDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    JsonNode spec = root.path("spec");
    List<String> modes = shared.one(Json.texts(spec.path("accessModes")));
    return new Claim(ref, Json.text(spec.path("volumeName")), modes);
  }
}
