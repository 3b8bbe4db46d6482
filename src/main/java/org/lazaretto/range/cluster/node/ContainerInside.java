package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

  /** Nothing is known of it. */
  static ContainerInside opaque() {
    return (pod, container, id, image) -> image;
  }
}
