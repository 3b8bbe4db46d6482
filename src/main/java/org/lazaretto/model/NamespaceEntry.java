package org.lazaretto.model;

/** A namespace; the UID of {@code kube-system} is the cluster's identity (T-42). */
public record NamespaceEntry(ObjectRef object) implements ClusterObject {
  @Override
  public ObservedKind observedKind() {
    return ObservedKind.NAMESPACE;
  }
}
