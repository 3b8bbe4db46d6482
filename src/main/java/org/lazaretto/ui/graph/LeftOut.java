package org.lazaretto.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Edge;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensColumn;
import org.lazaretto.graph.lens.Vertex;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/**
 * What a lens does not show, in words.
 *
 * @param words a sentence
 * @param names of which boxes edges are missing, one a line; empty if none are
 */
record LeftOut(String words, String names) {
  private static final int NAMED = 12;
  private static final int LONGEST = 60;

  /** What that lens leaves out; empty if it shows everything. */
  static Optional<LeftOut> of(Lens lens) {
    List<String> parts = new ArrayList<>();
    for (LensColumn column : LensColumn.values()) {
      rest(lens, column)
          .ifPresent(rest -> parts.add(Texts.of("graph.left-out." + key(column), rest.count())));
    }
    List<Edge> edges = lens.edgesLeftOut();
    if (!edges.isEmpty()) {
      parts.add(Texts.of("graph.left-out.edges", edges.size()));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LeftOut(Texts.of("graph.left-out", String.join(", ", parts)), names(lens, edges)));
  }

  private static Optional<Vertex.Rest> rest(Lens lens, LensColumn column) {
    return lens.boxes().stream()
        .map(Box::vertex)
        .filter(Vertex.Rest.class::isInstance)
        .map(Vertex.Rest.class::cast)
        .filter(rest -> rest.column() == column)
        .findFirst();
  }

  private static String key(LensColumn column) {
    return switch (column) {
      case OWNERS -> "owners";
      case PODS -> "pods";
      case NODES -> "nodes";
    };
  }

  private static String names(Lens lens, List<Edge> edges) {
    List<String> names =
        edges.stream()
            .flatMap(edge -> lens.box(edge.from()).stream())
            .map(box -> name(box.vertex()))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > NAMED ? "\n…" : "";
    String some = String.join("\n", names.subList(0, Math.min(NAMED, names.size())));
    return Texts.of("graph.left-out.names") + "\n" + some + more;
  }

  private static String name(Vertex vertex) {
    String name =
        switch (vertex) {
          case Vertex.OfOwner owner -> owner.owner().name();
          case Vertex.OfPod pod -> pod.pod().ref().name();
          case Vertex.OfReplicas replicas -> replicas.owner().name();
          case Vertex.OfNode node -> node.name();
          case Vertex.Rest rest -> key(rest.column());
        };
    return Elision.middle(HostileText.visible(name), LONGEST);
  }
}
