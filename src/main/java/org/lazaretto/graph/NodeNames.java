package org.lazaretto.graph;

import java.util.HashSet;
import java.util.Set;

/**
 * Names of nodes as a person says them: {@code ip-10-0-1-17} for {@code
 * ip-10-0-1-17.eu-central-1.compute.internal}, unless another node would be called the same.
 */
final class NodeNames {
  private final Set<String> shared = new HashSet<>();

  private NodeNames() {}

  static NodeNames of(NodeGrid.Box[] boxes) {
    NodeNames names = new NodeNames();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < boxes.length; i++) {
      if (boxes[i].first() == i && !seen.add(first(boxes[i].node()))) {
        names.shared.add(first(boxes[i].node()));
      }
    }
    return names;
  }

  String shown(String node) {
    String first = first(node);
    return shared.contains(first) ? node : first;
  }

  /** The first label of a host's name; all of what is no host's name, such as an address. */
  private static String first(String node) {
    int dot = node.indexOf('.');
    boolean host = dot > 0 && node.chars().limit(dot).anyMatch(Character::isLetter);
    return host ? node.substring(0, dot) : node;
  }
}
