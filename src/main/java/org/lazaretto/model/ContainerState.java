package org.lazaretto.model;

/**
 * The state of one container of a pod.
 *
 * @param name the container's name
 * @param role which list of the spec it stands in
 * @param imageId the image as the runtime resolved it, with its digest; empty before it is pulled
 * @param restarts the restart count
 * @param ready whether it is ready
 * @param reason why it waits or ended, such as {@code CrashLoopBackOff}; empty while it runs
 */
public record ContainerState(
    String name, Role role, String imageId, int restarts, boolean ready, String reason) {
  /** The list of the pod's spec that a container stands in. */
  public enum Role {
    INIT,
    MAIN,
    EPHEMERAL
  }
}
