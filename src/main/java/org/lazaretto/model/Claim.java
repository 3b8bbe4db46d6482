package org.lazaretto.model;

import java.util.List;

/**
 * A PersistentVolumeClaim.
 *
 * @param volume the PersistentVolume bound to it; empty before it is bound
 * @param accessModes such as {@code ReadWriteOnce}
 */
public record Claim(ObjectRef object, String volume, List<String> accessModes)
    implements ClusterObject {
  /** Copies what it is given. */
  public Claim {
    accessModes = List.copyOf(accessModes);
  }

  /** Whether pods on several nodes can mount it at a time. */
  public boolean shared() {
    return accessModes.contains("ReadWriteMany") || accessModes.contains("ReadOnlyMany");
  }

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.PERSISTENT_VOLUME_CLAIM;
  }
}
