package org.lazaretto.model;

import java.util.Map;
import java.util.Optional;

/**
 * A pod, trimmed. What pods of one template share ({@code shape}, {@code labels}) is one object in
 * memory.
 *
 * @param node the name of its node, once scheduled
 * @param controller the owner with {@code controller: true}
 * @param mirror whether the API object only mirrors a static pod of its node (T-19)
 */
public record Pod(
    PodRef ref,
    Optional<String> node,
    PodStatus status,
    PodShape shape,
    Optional<ObjectRef> controller,
    Map<String, String> labels,
    boolean mirror)
    implements ClusterObject {
  /** Copies what it is given. */
  public Pod {
    labels = Map.copyOf(labels);
  }

  /** Whether it has not ended: neither succeeded nor failed. */
  public boolean active() {
    return !status.phase().equals("Succeeded") && !status.phase().equals("Failed");
  }

  /** Whether a DaemonSet controls it. */
  public boolean ofDaemonSet() {
    return controller.map(owner -> owner.kind().equals("DaemonSet")).orElse(false);
  }

  @Override
  public ObjectRef object() {
    return ref.object();
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.POD;
  }
}
