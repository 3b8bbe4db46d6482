package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What goes on inside containers, as far as their kubelet has to know. */
@FunctionalInterface
public interface ContainerInside {
  /**
   * A container begins; called in the clock's thread, before its status says that it runs.
   *
   * @param pod the pod as it is
   * @param container its part of the pod's spec
   * @param id the new container's id, with {@code containerd://}
   * @param image what it is started from
   * @return the image as it behaves under the container's own command
   */
  ImageFacts begins(ObjectNode pod, JsonNode container, String id, ImageFacts image);

  /**
   * What a probe finds wrong in a container that runs, as its kubelet words it; nothing if nothing
   * is known. Called in the clock's thread.
   *
   * @param probe as the container's spec has it
   */
  default Optional<String> fails(ObjectNode pod, String container, JsonNode probe) {
    return Optional.empty();
  }

  /** Nothing is known of it. */
  static ContainerInside opaque() {
    return (pod, container, id, image) -> image;
  }
}
