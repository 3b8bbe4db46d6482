package org.lazaretto.model;

import java.util.List;

/**
 * A NetworkPolicy, trimmed. Policies are additive: what one of them allows, none of them denies
 * (T-06).
 *
 * @param selector the pods it is about; an empty one is about every pod of its namespace
 * @param types {@code Ingress}, {@code Egress} or both
 * @param ingressRules how many rules allow something in; none denies all of it
 * @param egressRules how many rules allow something out
 */
public record NetworkPolicy(
    ObjectRef object, LabelSelector selector, List<String> types, int ingressRules, int egressRules)
    implements ClusterObject {
  /** Copies what it is given. */
  public NetworkPolicy {
    types = List.copyOf(types);
  }

  /** Whether it is about the pod. */
  public boolean selects(Pod pod) {
    return object.namespace().equals(pod.ref().namespace()) && selector.matches(pod.labels());
  }

  /** Whether it lets anything through that a deny-all beside it would not. */
  public boolean allows() {
    return ingressRules > 0 || egressRules > 0;
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.NETWORK_POLICY;
  }
}
