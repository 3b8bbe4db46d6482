package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.ObjectRef;

/** Makes a network policy of its tree. */
final class NetworkPolicyDecoder implements TreeDecoder.FromTree {
  private final Shared shared;

  NetworkPolicyDecoder(Shared shared) {
    this.shared = shared;
  }

  /** An absent selector chooses every pod, and absent types follow from the rules, says the API. */
  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    JsonNode spec = root.path("spec");
    JsonNode selector = spec.path("podSelector");
    List<String> types = new ArrayList<>();
    spec.path("policyTypes").forEach(type -> types.add(Json.text(type)));
    if (types.isEmpty()) {
      types.add("Ingress");
      if (!spec.path("egress").isEmpty()) {
        types.add("Egress");
      }
    }
    return new NetworkPolicy(
        ref,
        selector.isObject() ? Selectors.read(selector, shared) : LabelSelector.of(Map.of()),
        types,
        spec.path("ingress").size(),
        spec.path("egress").size());
  }
}
