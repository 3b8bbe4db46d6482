package org.lazaretto.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntPredicate;

/**
 * Gives boxes their places and never takes one back. Zones stand side by side on a shelf and grow
 * downwards; on a shelf with another below it they go on in a new block on the last shelf. For one
 * thread.
 */
final class Arrangement {
  private static final double ASPECT = 1.45;
  private static final int SIDE_BY_SIDE = 8;

  private final BoxShape shape;
  private final List<NodeGrid.Box> boxes = new ArrayList<>();
  private final List<String> zones = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Block> open = new HashMap<>();
  private final List<int[]> shelves = new ArrayList<>();
  private int widest = 1;

  private Arrangement(BoxShape shape) {
    this.shape = shape;
  }

  /** An arrangement without zones. */
  static Arrangement empty(BoxShape shape) {
    return new Arrangement(shape);
  }

  /**
   * An arrangement with a block for each zone and no boxes yet.
   *
   * @param zones how many boxes each zone needs, in the order in which they shall stand
   */
  static Arrangement of(BoxShape shape, SequencedMap<String, Integer> zones) {
    Arrangement arrangement = new Arrangement(shape);
    if (!zones.isEmpty()) {
      arrangement.reserve(zones);
    }
    return arrangement;
  }

  private void reserve(SequencedMap<String, Integer> zones) {
    int rows = rowsOfOneShelf(zones);
    boolean oneShelf = zones.size() <= SIDE_BY_SIDE;
    double total = zones.values().stream().mapToInt(Integer::intValue).sum();
    widest = oneShelf ? Integer.MAX_VALUE : columnsFor(total, 1);
    zones.forEach((zone, count) ->
        openBlock(zone, oneShelf ? ceil(count, rows) : Math.min(widest, columnsFor(count, 0))));
    widest = Math.max(1, shelves.stream().mapToInt(shelf -> shelf[0]).max().orElse(1));
  }

  /** So many columns that so many boxes look as wide as a screen. */
  private int columnsFor(double boxes, int more) {
    double columns = Math.sqrt(boxes * ASPECT * shape.stepY() / shape.stepX());
    return Math.max(1, (int) Math.round(columns) + more);
  }

  private int rowsOfOneShelf(SequencedMap<String, Integer> zones) {
    int most = zones.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    int best = 1;
    double least = Double.MAX_VALUE;
    for (int rows = 1; rows <= most; rows++) {
      int tall = rows;
      int columns = zones.values().stream().mapToInt(count -> ceil(count, tall)).sum();
      double wide = (double) columns * shape.stepX() / (rows * (double) shape.stepY());
      double off = Math.abs(Math.log(wide / ASPECT));
      if (off < least) {
        least = off;
        best = rows;
      }
    }
    return best;
  }

  private static int ceil(int count, int by) {
    return Math.max(1, (count + by - 1) / by);
  }

  /** On the last shelf if there is room beside the others, else on a new one. */
  private Block openBlock(String zone, int columns) {
    int gap = columns >= SIDE_BY_SIDE ? 1 : 0;
    if (shelves.isEmpty() || shelves.getLast()[0] + gap + columns > widest) {
      shelves.add(new int[] {0, 0});
    }
    int[] shelf = shelves.getLast();
    int first = shelf[0] == 0 ? 0 : shelf[0] + gap;
    Block block = new Block(zone, shelves.size() - 1, first, columns);
    shelf[0] = first + columns;
    blocks.add(block);
    open.put(zone, block);
    return block;
  }

  /** Places a node's first box; answers its number. */
  int add(String node, String zone) {
    return place(node, boxes.size(), zone);
  }

  /** Places one more box for the node of that first box; answers its number. */
  int extend(int first) {
    return place(boxes.get(first).node(), first, zones.get(first));
  }

  private int place(String node, int first, String zone) {
    Block block = open.get(zone);
    if (block == null || full(block)) {
      block = openBlock(zone, block == null ? 1 : block.columns);
    }
    int[] shelf = shelves.get(block.shelf);
    shelf[1] = Math.max(shelf[1], block.nextRow() + 1);
    boxes.add(new NodeGrid.Box(node, first, block.shelf, block.nextColumn(), block.nextRow()));
    zones.add(zone);
    block.fill();
    return boxes.size() - 1;
  }

  private boolean full(Block block) {
    boolean last = block.shelf == shelves.size() - 1;
    return !last && block.nextRow() >= shelves.get(block.shelf)[1];
  }

  /** How many boxes have been placed. */
  int size() {
    return boxes.size();
  }

  /** The name of a box's node. */
  String node(int box) {
    return boxes.get(box).node();
  }

  /** The first box of a box's node. */
  int first(int box) {
    return boxes.get(box).first();
  }

  /**
   * The grid as it is now.
   *
   * @param counted whether a box stands for a node that is there, and for no other box's node
   * @param hidden whether a box keeps its place and is not to be seen
   */
  NodeGrid grid(IntPredicate counted, IntPredicate hidden) {
    List<NodeGrid.Shelf> rows = new ArrayList<>();
    double top = NodeGrid.LABEL_BAND;
    for (int[] size : shelves) {
      int[] index = new int[size[0] * size[1]];
      java.util.Arrays.fill(index, NodeGrid.NONE);
      rows.add(new NodeGrid.Shelf(top, size[0], size[1], index));
      top += size[1] * (double) shape.stepY() + NodeGrid.LABEL_BAND;
    }
    Map<String, Integer> nodes = new HashMap<>();
    for (int box = 0; box < boxes.size(); box++) {
      if (hidden.test(box)) {
        continue;
      }
      NodeGrid.Box place = boxes.get(box);
      NodeGrid.Shelf shelf = rows.get(place.shelf());
      shelf.index()[place.row() * shelf.columns() + place.column()] = box;
      nodes.merge(zones.get(box), counted.test(box) ? 1 : 0, Integer::sum);
    }
    return new NodeGrid(shape, boxes.toArray(new NodeGrid.Box[0]), rows, labels(rows, nodes));
  }

  private List<NodeGrid.ZoneLabel> labels(List<NodeGrid.Shelf> rows, Map<String, Integer> nodes) {
    List<NodeGrid.ZoneLabel> labels = new ArrayList<>();
    for (Block block : blocks) {
      if (!nodes.containsKey(block.zone)) {
        continue;
      }
      labels.add(
          new NodeGrid.ZoneLabel(
              block.zone,
              nodes.getOrDefault(block.zone, 0),
              block.firstColumn * (double) shape.stepX(),
              rows.get(block.shelf).top() - NodeGrid.LABEL_BAND,
              block.columns * (double) shape.stepX() - BoxShape.GAP_X));
    }
    return labels;
  }
}
