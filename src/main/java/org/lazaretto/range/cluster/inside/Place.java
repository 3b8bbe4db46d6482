package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.shell.Interior;
import org.lazaretto.range.shell.Interior.Connection;
import org.lazaretto.range.store.ObjectKey;

/**
 * One container of a pod.
 *
 * @param id as its runtime knows this instance of it
 */
record Place(ObjectNode pod, JsonNode container, String id, ImageFacts image) {
  /** Its pod's namespace and name. */
  ObjectKey key() {
    return new ObjectKey(
        Tree.text(pod, "metadata", "namespace"), Tree.text(pod, "metadata", "name"));
  }

  String name() {
    return Tree.text(container, "name");
  }

  Interior interior() {
    return Commands.interior(pod, container, image);
  }

  /** The ports at which it listens: those that its spec names, and those of its processes. */
  Set<Integer> ports() {
    Set<Integer> ports = new HashSet<>();
    container.path("ports").forEach(p -> ports.add(p.path("containerPort").asInt()));
    for (Connection each : interior().sockets()) {
      if (each instanceof Connection.Listens(_, int port)) {
        ports.add(port);
      }
    }
    return ports;
  }
}
