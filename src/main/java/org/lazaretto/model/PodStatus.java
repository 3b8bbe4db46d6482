package org.lazaretto.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a pod's status says.
 *
 * @param phase {@code Pending}, {@code Running}, {@code Succeeded}, {@code Failed} or {@code
 *     Unknown}
 * @param ready whether the condition {@code Ready} is true
 * @param created when the API server created the object
 * @param deleting the deletion timestamp, once it is being deleted
 * @param podIp its address; empty before it has one
 * @param containers all containers: init, ordinary and ephemeral
 */
public record PodStatus(
    String phase,
    boolean ready,
    Instant created,
    Optional<Instant> deleting,
    String podIp,
    List<ContainerState> containers) {
  /** Copies what it is given. */
  public PodStatus {
    containers = List.copyOf(containers);
  }

  /** The restarts of all its containers. */
  public int restarts() {
    return containers.stream().mapToInt(ContainerState::restarts).sum();
  }
}
