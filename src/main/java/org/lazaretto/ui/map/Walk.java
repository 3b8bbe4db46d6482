package org.lazaretto.ui.map;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lazaretto.graph.BoxShape;
import org.lazaretto.graph.Direction;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.Neighbours;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Overlay;
import org.lazaretto.ui.desk.Selection;

/**
 * A step over the map by keys; the map moves with it where it would leave the sight. Each answers
 * what is selected then, nothing if there is no way on.
 *
 * @param focus where it starts
 * @param now in nanoseconds, as the viewpoint takes it
 */
record Walk(MapFrame frame, Focus focus, Viewpoint viewpoint, long now) {
  /** To the next pod in that direction, or to the next node. */
  Optional<Selection> step(Direction direction, boolean nodes) {
    Neighbours neighbours = new Neighbours(frame);
    if (frame.grid().size() == 0) {
      return Optional.empty();
    }
    if (nodes || (focus.selected() == NodeGrid.NONE && focus.box() != NodeGrid.NONE)) {
      return fromNode(neighbours, direction, nodes);
    }
    int from = focus.selected();
    return arrive(from == NodeGrid.NONE ? firstPod(neighbours) : neighbours.pod(from, direction));
  }

  /** From a node one walks to its neighbour, or down into its pods. */
  private Optional<Selection> fromNode(Neighbours neighbours, Direction direction, boolean nodes) {
    int box = Math.max(0, focus.box());
    if (!nodes && direction == Direction.DOWN) {
      int pod = neighbours.firstPod(box);
      if (pod != NodeGrid.NONE) {
        return arrive(pod);
      }
    }
    int next = focus.box() == NodeGrid.NONE ? 0 : neighbours.node(box, direction);
    if (!viewpoint.sees(frame.grid().boundsOf(next))) {
      viewpoint.approach(frame.grid().boundsOf(next), 0, now);
    }
    return Optional.of(new Selection.OfNode(frame.grid().box(next).node()));
  }

  private int firstPod(Neighbours neighbours) {
    for (int box = 0; box < frame.grid().size(); box++) {
      if (neighbours.firstPod(box) != NodeGrid.NONE) {
        return neighbours.firstPod(box);
      }
    }
    return NodeGrid.NONE;
  }

  /** To the next or last pod of the same owner, in the order of the map. */
  Optional<Selection> sibling(Overlay overlay, boolean forward) {
    List<Integer> cells =
        IntStream.concat(
                Arrays.stream(overlay.cellsOf(focus.siblings(), NodeGrid.NONE)),
                IntStream.of(focus.selected()))
            .filter(cell -> cell != NodeGrid.NONE)
            .distinct()
            .sorted()
            .boxed()
            .toList();
    int at = cells.indexOf(focus.selected());
    return at < 0
        ? Optional.empty()
        : arrive(cells.get(Math.floorMod(at + (forward ? 1 : -1), cells.size())));
  }

  private Optional<Selection> arrive(int cell) {
    if (cell == NodeGrid.NONE) {
      return Optional.empty();
    }
    if (!viewpoint.sees(frame.grid().boundsOfCell(cell).grown(BoxShape.GAP_X))) {
      viewpoint.approach(frame.grid().boundsOfCell(cell), 0, now);
    }
    return Optional.of(pod(frame, cell));
  }

  /** The pod in a cell. */
  static Selection pod(MapFrame frame, int cell) {
    return frame
        .pod(cell)
        .<Selection>map(pod -> new Selection.OfPod(pod.ref()))
        .orElse(Selection.NOTHING);
  }
}
