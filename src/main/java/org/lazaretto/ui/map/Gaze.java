package org.lazaretto.ui.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Selection;

/**
 * Where on the map that is which somebody looks at.
 *
 * @param model knows where things stand; it may be ahead of the frame
 * @param frame what is painted
 */
record Gaze(MapModel model, MapFrame frame, Selection selection) {
  /** The cells and the box of what is selected, and of the pod with that UID under the pointer. */
  Focus with(Optional<String> hovered) {
    int hover = hovered.map(model::cellOf).orElse(NodeGrid.NONE);
    int cell =
        selection instanceof Selection.OfPod(var ref) ? model.cellOf(ref.uid()) : NodeGrid.NONE;
    int box =
        switch (selection) {
          case Selection.OfNode(var name) -> model.boxOf(name);
          case Selection.OfPod _ -> cell == NodeGrid.NONE ? NodeGrid.NONE : first(cell);
          case Selection.OfWorkload _, Selection.Nothing _ -> NodeGrid.NONE;
        };
    int known = frame.grid().size();
    return new Focus(
        inside(cell), box < known ? box : NodeGrid.NONE, inside(hover), siblings(hover, cell));
  }

  private int first(int cell) {
    return inside(cell) == NodeGrid.NONE
        ? NodeGrid.NONE
        : frame.grid().box(cell / frame.slots()).first();
  }

  private int inside(int cell) {
    boolean seen =
        cell >= 0
            && cell < frame.grid().size() * frame.slots()
            && CellState.has(frame.state(cell), CellState.OCCUPIED);
    return seen ? cell : NodeGrid.NONE;
  }

  private Set<String> siblings(int hover, int cell) {
    if (selection instanceof Selection.OfWorkload(var object) && hover == NodeGrid.NONE) {
      return uids(frame.snapshot().workload(object.uid()).map(frame.snapshot()::podsOf));
    }
    int centre = inside(hover) != NodeGrid.NONE ? hover : cell;
    return uids(
        inside(centre) == NodeGrid.NONE
            ? Optional.empty()
            : frame
                .pod(centre)
                .flatMap(frame.snapshot()::workloadOf)
                .map(frame.snapshot()::podsOf));
  }

  private static Set<String> uids(Optional<List<Pod>> pods) {
    return pods.stream()
        .flatMap(List::stream)
        .map(pod -> pod.ref().uid())
        .collect(Collectors.toSet());
  }
}
