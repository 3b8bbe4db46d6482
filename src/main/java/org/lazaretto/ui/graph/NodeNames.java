package org.lazaretto.ui.graph;

import java.util.HashMap;
import java.util.Map;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.Vertex;

/**
 * Nodes by the first part of their names, where that tells them apart: clouds give all nodes of a
 * region the same long ending.
 *
 * @param counts how many nodes begin with that part
 */
record NodeNames(Map<String, Integer> counts) {
  /** Copies what it is given. */
  NodeNames {
    counts = Map.copyOf(counts);
  }

  /** The names that are needed for this lens. */
  static NodeNames of(Lens lens) {
    Map<String, Integer> counts = new HashMap<>();
    lens.boxes()
        .forEach(box -> {
          if (box.vertex() instanceof Vertex.OfNode node) {
            counts.merge(begin(node.name()), 1, Integer::sum);
          }
        });
    return new NodeNames(counts);
  }

  /** How the node is called here. */
  String shown(String name) {
    String begin = begin(name);
    boolean says = begin.chars().anyMatch(Character::isLetter);
    return says && counts.getOrDefault(begin, 0) == 1 ? begin : name;
  }

  private static String begin(String name) {
    int dot = name.indexOf('.');
    return dot < 1 ? name : name.substring(0, dot);
  }
}
