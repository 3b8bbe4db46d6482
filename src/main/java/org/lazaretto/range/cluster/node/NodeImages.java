package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.object.Tree;

/**
 * The images that lie on the nodes: a tag that was pushed again does not change what was pulled
 * before.
 */
final class NodeImages {
  private final Registry registry;
  private final ContainerInside inside;
  private final Map<String, Map<String, ImageFacts>> pulled = new HashMap<>();

  NodeImages(Registry registry, ContainerInside inside) {
    this.registry = registry;
    this.inside = inside;
  }

  /** The image for a container if the node has it and may use it. */
  Optional<ImageFacts> present(String node, JsonNode container) {
    if (Tree.text(container, "imagePullPolicy").equals("Always")) {
      return Optional.empty();
    }
    Map<String, ImageFacts> here = pulled.getOrDefault(node, Map.of());
    return Optional.ofNullable(here.get(Tree.text(container, "image")));
  }

  /** What goes on inside of what is started from them. */
  ContainerInside inside() {
    return inside;
  }

  /** What the registry would give now. */
  ImageFacts offered(JsonNode container) {
    return registry.pull(Tree.text(container, "image"));
  }

  /** A container has been started from an image. */
  void started(String containerId, ImageFacts image) {
    registry.remember("containerd://" + containerId, image);
  }

  /** Puts an image on a node. */
  void put(String node, ImageFacts image) {
    pulled.computeIfAbsent(node, n -> new HashMap<>()).put(image.reference(), image);
  }
}
