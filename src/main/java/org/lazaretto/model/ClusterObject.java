package org.lazaretto.model;

/** One observed object, trimmed to what the map, the planners and the consequences need. */
public sealed interface ClusterObject
    permits Node,
        Pod,
        Workload,
        Budget,
        ServiceEntry,
        EndpointSlice,
        NetworkPolicy,
        NamespaceEntry,
        Autoscaler,
        Claim,
        Webhooks {
  /** Which object this is. */
  ObjectRef object();

  /** The kind under which it is watched. */
  ObservedKind observedKind();
}
