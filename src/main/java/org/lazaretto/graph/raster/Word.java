package org.lazaretto.graph.raster;

/** What the map says in words; most of it follows a number. */
public enum Word {
  /** So many nodes of a zone. */
  NODES,
  /** So many pods of a node; below 0 if they may not be listed. */
  PODS,
  /** A node takes no new pods. */
  CORDONED,
  /** A node's labels or taints say that it is in quarantine. */
  QUARANTINED,
  /** A node is not ready. */
  NOT_READY,
  /** A node that pods name and nobody listed. */
  UNSEEN,
  /** A node that is no more. */
  REMOVED,
  /** Where pods wait that have no node. */
  NO_NODE,
  /** A further box of a node whose first is full. */
  CONTINUED,
  /** So many pods leave. */
  LEAVE,
  /** So many pods stay. */
  STAY,
  /** So many pods are touched. */
  TOUCHED,
  /** So many pods may arrive. */
  ARRIVE,
  /** So many other pods beside the one looked at. */
  BESIDE,
  /** Too many pods for the inset: so many more. */
  MORE
}
