package org.lazaretto.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
  private final Strand quiet = new Strand("graph-edge");
  private final Strand suspect = new Strand("graph-edge-suspect");
  private final Strand lit = new Strand("graph-edge-lit");
  private Optional<Lens> lens = Optional.empty();

  EdgeLayer() {
    setMouseTransparent(true);
    getChildren().setAll(quiet.path, suspect.path, lit.path);
  }

  /** From the right end of a box to the left end of another. */
  private record Curve(double fromX, double fromY, double toX, double toY) {
    static Stream<Curve> of(Lens lens, Edge edge) {
      return lens.box(edge.from()).stream()
          .flatMap(from -> lens.box(edge.to()).stream().map(to -> between(from, to)));
    }

    private static Curve between(Box from, Box to) {
      return new Curve(from.right(), from.middle(), to.left(), to.middle());
    }

    void draw(List<PathElement> elements) {
      double middle = (fromX + toX) / 2;
      elements.add(new MoveTo(fromX, fromY));
      elements.add(new CubicCurveTo(middle, fromY, middle, toY, toX, toY));
    }
  }

  /** Curves as one path; drawn anew only when they are others. */
  private static final class Strand {
    private final Path path = new Path();
    private List<Curve> drawn = List.of();

    Strand(String styleClass) {
      path.getStyleClass().add(styleClass);
    }

    void show(Lens lens, Predicate<Edge> which) {
      List<Curve> curves =
          lens.edges().stream().filter(which).flatMap(edge -> Curve.of(lens, edge)).toList();
      if (!curves.equals(drawn)) {
        drawn = curves;
        List<PathElement> elements = new ArrayList<>();
        curves.forEach(curve -> curve.draw(elements));
        path.getElements().setAll(elements);
      }
    }
  }

  /** Draws the edges of a lens. */
  void show(Lens now) {
    lens = Optional.of(now);
    quiet.show(now, edge -> !edge.suspect());
    suspect.show(now, Edge::suspect);
  }

  /** Draws those edges once more that end at one of these boxes; a suspect's stay red. */
  void light(Set<String> boxes) {
    lens.ifPresent(now ->
        lit.show(
            now,
            edge -> !edge.suspect() && (boxes.contains(edge.from()) || boxes.contains(edge.to()))));
  }
}
