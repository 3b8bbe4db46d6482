package org.lazaretto.model;

/**
 * What a pod shares with its node.
 *
 * @param network {@code hostNetwork}
 * @param pid {@code hostPID}
 * @param hostPath whether it mounts a path of the node
 * @param privileged whether any container is privileged
 * @param sharedPidNamespace {@code shareProcessNamespace}
 */
public record HostAccess(
    boolean network,
    boolean pid,
    boolean hostPath,
    boolean privileged,
    boolean sharedPidNamespace) {
  /** Nothing shared. */
  public static final HostAccess NONE = new HostAccess(false, false, false, false, false);
}
