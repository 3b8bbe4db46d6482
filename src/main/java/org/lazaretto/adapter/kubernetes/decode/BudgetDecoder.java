package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObjectRef;

/** Makes a disruption budget of its tree. */
final class BudgetDecoder implements TreeDecoder.FromTree {
  private final Shared shared;

  BudgetDecoder(Shared shared) {
    this.shared = shared;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    JsonNode spec = root.path("spec");
    JsonNode status = root.path("status");
    return new Budget(
        ref,
        Selectors.read(spec.path("selector"), shared),
        Json.whole(status.path("disruptionsAllowed"), 0),
        Json.whole(status.path("currentHealthy"), 0),
        Json.whole(status.path("desiredHealthy"), 0),
        Json.whole(status.path("expectedPods"), 0),
        Json.text(spec.path("unhealthyPodEvictionPolicy")).equals("AlwaysAllow"));
  }
}
