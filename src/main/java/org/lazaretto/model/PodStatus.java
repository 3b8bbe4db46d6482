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
 * @param finalizers what keeps the object after its deletion until somebody takes it off (T-20)
 */
public record PodStatus(
    String phase,
    boolean ready,
    Instant created,
    Optional<Instant> deleting,
    String podIp,
    List<ContainerState> containers,
    List<String> finalizers) {
  /** Copies what it is given. */
  public PodStatus {
    containers = List.copyOf(containers);
    finalizers = List.copyOf(finalizers);
  }

  /** A pod without finalizers. */
  public PodStatus(
      String phase,
      boolean ready,
      Instant created,
      Optional<Instant> deleting,
      String podIp,
      List<ContainerState> containers) {
    this(phase, ready, created, deleting, podIp, containers, List.of());
  }

  /** The restarts of all its containers. */
  public int restarts() {
    return containers.stream().mapToInt(ContainerState::restarts).sum();
  }
}
