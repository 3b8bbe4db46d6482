package org.lazaretto.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Edge;
import org.lazaretto.graph.lens.Lens;

/** The edges, as three paths: the quiet ones, those of suspects, and those that are pointed at. */
final class EdgeLayer extends Group {
  private final Path quiet = path("graph-edge");
  private final Path suspect = path("graph-edge-suspect");
  private final Path lit = path("graph-edge-lit");
  private Optional<Lens> lens = Optional.empty();

  EdgeLayer() {
    setMouseTransparent(true);
    getChildren().setAll(quiet, suspect, lit);
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    return path;
  }

  /** Draws the edges of a lens. */
  void show(Lens now) {
    lens = Optional.of(now);
    draw(quiet, now, now.edges().stream().filter(edge -> !edge.suspect()).toList());
    draw(suspect, now, now.edges().stream().filter(Edge::suspect).toList());
  }

  /** Draws those edges once more that end at one of these boxes; a suspect's stay red. */
  void light(Set<String> boxes) {
    lens.ifPresent(now ->
        draw(
            lit,
            now,
            now.edges().stream()
                .filter(edge -> boxes.contains(edge.from()) || boxes.contains(edge.to()))
                .filter(edge -> !edge.suspect())
                .toList()));
  }

  private static void draw(Path path, Lens lens, List<Edge> edges) {
    List<PathElement> elements = new ArrayList<>();
    for (Edge edge : edges) {
      lens.box(edge.from())
          .ifPresent(from -> lens.box(edge.to()).ifPresent(to -> curve(elements, from, to)));
    }
    path.getElements().setAll(elements);
  }

  private static void curve(List<PathElement> elements, Box from, Box to) {
    double middle = (from.right() + to.left()) / 2;
    elements.add(new MoveTo(from.right(), from.middle()));
    elements.add(
        new CubicCurveTo(middle, from.middle(), middle, to.middle(), to.left(), to.middle()));
  }
}
