package org.lazaretto.model;

import java.util.List;
import java.util.Optional;

/**
 * What runs of a pod.
 *
 * @param restartPolicy {@code Always}, {@code OnFailure} or {@code Never}
 * @param containers init, ordinary and ephemeral ones, in that order
 */
public record PodRun(PodRef pod, String restartPolicy, List<ContainerRun> containers) {
  /** Copies what it is given. */
  public PodRun {
    containers = List.copyOf(containers);
  }

  /** The container of that name. */
  public Optional<ContainerRun> container(String name) {
    return containers.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
