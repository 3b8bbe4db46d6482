package org.lazaretto.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ContainerState;

/**
 * One container of a pod in full. All texts are hostile input.
 *
 * @param name the container's name
 * @param role which list of the spec it stands in
 * @param image as the spec says it
 * @param imageId as the runtime resolved it, with its digest; empty before it is pulled
 * @param now what it does
 * @param before how its last instance ended, if there was one
 * @param rights what it may do beyond an ordinary process
 */
public record ContainerDetails(
    String name,
    ContainerState.Role role,
    String image,
    String imageId,
    Life now,
    Optional<Life> before,
    Rights rights) {

  /**
   * One instance of a container.
   *
   * @param phase what it does
   * @param reason a word, such as {@code OOMKilled}; may be empty
   * @param message more words; may be empty
   * @param exitCode of a container that has ended
   * @param since when it started, or ended
   */
  public record Life(
      Phase phase,
      String reason,
      String message,
      Optional<Integer> exitCode,
      Optional<Instant> since) {}

  /** What a container does. */
  public enum Phase {
    WAITING,
    RUNNING,
    ENDED,
    UNKNOWN
  }

  /**
   * What a container may do beyond an ordinary process.
   *
   * @param privileged {@code privileged: true}: everything that its node may
   * @param asRoot whether the spec says that it runs as user 0; the image may do so without it
   * @param escalation whether the spec allows a process to gain more rights than its parent
   * @param capabilities what is added beyond the runtime's default
   * @param hostPorts ports of its node that lead to it
   */
  public record Rights(
      boolean privileged,
      boolean asRoot,
      boolean escalation,
      List<String> capabilities,
      List<Integer> hostPorts) {
    /** Copies what it is given. */
    public Rights {
      capabilities = List.copyOf(capabilities);
      hostPorts = List.copyOf(hostPorts);
    }
  }
}
