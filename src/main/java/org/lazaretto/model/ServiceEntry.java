package org.lazaretto.model;

import java.util.Map;

/**
 * A Service.
 *
 * @param selector the pods behind it; empty where endpoints are kept by hand
 * @param type {@code ClusterIP}, {@code NodePort}, {@code LoadBalancer} or {@code ExternalName}
 * @param clusterIp its address; {@code None} for a headless service
 */
public record ServiceEntry(
    ObjectRef object, Map<String, String> selector, String type, String clusterIp)
    implements ClusterObject {
  /** Copies what it is given. */
  public ServiceEntry {
    selector = Map.copyOf(selector);
  }

  /** Whether its selector chooses the pod. */
  public boolean selects(Pod pod) {
    return object.namespace().equals(pod.ref().namespace())
        && !selector.isEmpty()
        && pod.labels().entrySet().containsAll(selector.entrySet());
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.SERVICE;
  }
}
