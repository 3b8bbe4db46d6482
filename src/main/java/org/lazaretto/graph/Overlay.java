package org.lazaretto.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.Pod;

/**
 * The responder's marks, looked up once for all cells. Belongs to the thread that draws; other
 * threads may read it while that one waits for them.
 */
public final class Overlay {
  /** Marked as suspect. */
  public static final int SUSPECT = 1;

  /** Evidence was taken. */
  public static final int CAPTURED = 1 << 2;

  /** Not what is looked for. */
  public static final int DIM = 1 << 3;

  /** The plan leaves it. */
  public static final int STAYS = 1 << 4;

  /** The plan moves it. */
  public static final int MOVES = 1 << 5;

  /** The plan touches it where it is. */
  public static final int TOUCHED = 1 << 6;

  /** So many flagged pods get a halo; with more of them halos would hide what matters. */
  public static final int MOST_HALOS = 300;

  private static final int FATE = STAYS | MOVES | TOUCHED;
  private static final Forecast NO_FORECAST = new Forecast(0, 0, 0, 0);

  private final MapModel model;
  private int[] marks = new int[0];
  private int[] starts = {0};
  private int[] marked = new int[0];
  private int[] captured = new int[0];
  private int version = -1;
  private MapMarks shown = MapMarks.NONE;
  private Map<Integer, Forecast> forecasts = Map.of();
  private Map<Integer, String> arrivals = Map.of();
  private Map<Integer, Integer> suspects = Map.of();
  private boolean halos = true;

  /** Marks on the cells of that model. */
  public Overlay(MapModel model) {
    this.model = model;
  }

  /**
   * What a plan does to a node's pods.
   *
   * @param leave how many move away
   * @param stay how many stay
   * @param touched how many are touched where they are
   * @param arrive how many may come
   */
  public record Forecast(int leave, int stay, int touched, int arrive) {
    /** Whether there is nothing to say. */
    public boolean none() {
      return leave + stay + touched + arrive == 0;
    }
  }

  /**
   * Brings the marks up to date.
   *
   * @param boxes the boxes that have changed since the last time; all do if the grid or the marks
   *     are others
   * @return whether the whole picture is another one, and not only these boxes
   */
  public boolean update(MapFrame frame, MapMarks now, BitSet boxes) {
    boolean other = frame.version() != version || !now.equals(shown);
    boolean before = halos;
    int cells = frame.grid().size() * frame.slots();
    boolean all =
        frame.version() != version
            || !now.lit().equals(shown.lit())
            || !now.suspects().equals(shown.suspects());
    if (marks.length < cells) {
      marks = new int[cells];
    }
    boolean planned = !now.preview().none();
    if (all || planned || !shown.preview().none()) {
      for (int box = 0; box < frame.grid().size(); box++) {
        dim(frame, now.lit(), planned, box);
      }
    } else {
      boxes.stream()
          .filter(box -> box < frame.grid().size())
          .forEach(box -> dim(frame, now.lit(), false, box));
    }
    version = frame.version();
    shown = now;
    mark(cells);
    forecast(frame);
    index(frame);
    return other || halos != before;
  }

  private void dim(MapFrame frame, Optional<Predicate<Pod>> lit, boolean planned, int box) {
    int first = box * frame.slots();
    for (int cell = first; cell < first + frame.slots(); cell++) {
      boolean dark =
          planned || (lit.isPresent() && !frame.pod(cell).map(lit.get()::test).orElse(true));
      marks[cell] = dark ? DIM : 0;
    }
  }

  private void mark(int cells) {
    for (int cell = 0; cell < cells; cell++) {
      marks[cell] &= DIM;
    }
    shown.preview().pods().forEach((uid, fate) -> set(uid, fate.bit(), DIM));
    shown.captured().forEach(uid -> set(uid, CAPTURED, 0));
    captured = cellsOf(shown.captured(), NodeGrid.NONE);
    shown.suspects().forEach(uid -> set(uid, SUSPECT, DIM));
  }

  private void set(String uid, int bit, int clear) {
    int cell = model.cellOf(uid);
    if (cell != NodeGrid.NONE && cell < marks.length) {
      marks[cell] = (marks[cell] & ~clear) | bit;
    }
  }

  private void forecast(MapFrame frame) {
    forecasts = new HashMap<>();
    arrivals = new HashMap<>();
    shown
        .preview()
        .pods()
        .forEach((uid, fate) -> {
          int cell = model.cellOf(uid);
          if (cell != NodeGrid.NONE && cell < marks.length) {
            int box = frame.grid().box(cell / frame.slots()).first();
            forecasts.merge(box, of(fate), Overlay::sum);
          }
        });
    shown.preview().arrivals().forEach((node, names) -> arrive(frame, model.boxOf(node), names));
  }

  private static Forecast of(PlanPreview.Fate fate) {
    return switch (fate) {
      case STAYS -> new Forecast(0, 1, 0, 0);
      case MOVES -> new Forecast(1, 0, 0, 0);
      case TOUCHED -> new Forecast(0, 0, 1, 0);
    };
  }

  private static Forecast sum(Forecast a, Forecast b) {
    return new Forecast(
        a.leave() + b.leave(),
        a.stay() + b.stay(),
        a.touched() + b.touched(),
        a.arrive() + b.arrive());
  }

  /** Arrivals are written into the free slots of the node's first box, as far as they reach. */
  private void arrive(MapFrame frame, int box, List<String> names) {
    if (box == NodeGrid.NONE || box >= frame.grid().size()) {
      return;
    }
    forecasts.merge(box, new Forecast(0, 0, 0, names.size()), Overlay::sum);
    int cell = box * frame.slots();
    int end = cell + frame.slots();
    for (String name : names) {
      while (cell < end && frame.state(cell) != CellState.FREE) {
        cell++;
      }
      if (cell < end) {
        arrivals.put(cell++, name);
      }
    }
  }

  /** Lists the cells that stand out, box by box. */
  private void index(MapFrame frame) {
    int boxes = frame.grid().size();
    suspects = new HashMap<>();
    starts = starts.length == boxes + 1 ? starts : new int[boxes + 1];
    halos = flagged(frame, boxes) <= MOST_HALOS;
    int[] found = new int[64];
    int count = 0;
    for (int box = 0; box < boxes; box++) {
      starts[box] = count;
      for (int cell = box * frame.slots(); cell < (box + 1) * frame.slots(); cell++) {
        if (standsOut(frame.state(cell), marks[cell])) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = cell;
        }
      }
      countSuspects(frame, box);
    }
    starts[boxes] = count;
    marked = Arrays.copyOf(found, count);
  }

  private void countSuspects(MapFrame frame, int box) {
    for (int cell = box * frame.slots(); cell < (box + 1) * frame.slots(); cell++) {
      if ((marks[cell] & SUSPECT) != 0) {
        suspects.merge(frame.grid().box(box).first(), 1, Integer::sum);
      }
    }
  }

  private int flagged(MapFrame frame, int boxes) {
    int flagged = 0;
    for (int cell = 0; cell < boxes * frame.slots(); cell++) {
      flagged += (frame.state(cell) & CellState.FLAGGED) != 0 && (marks[cell] & DIM) == 0 ? 1 : 0;
    }
    return flagged;
  }

  private boolean standsOut(int state, int mark) {
    return (state & CellState.OCCUPIED) != 0
        && ((mark & SUSPECT) != 0
            || (halos && (state & CellState.FLAGGED) != 0 && (mark & DIM) == 0));
  }

  /** The marks of a cell. */
  public int marks(int cell) {
    return marks[cell];
  }

  /** Whether the cell has a fate in the plan shown. */
  public boolean planned(int cell) {
    return (marks[cell] & FATE) != 0;
  }

  /** What a plan does to a node's pods, by its first box. */
  public Forecast forecast(int box) {
    return forecasts.getOrDefault(box, NO_FORECAST);
  }

  /** What may arrive in a free slot. */
  public Optional<String> arrival(int cell) {
    return Optional.ofNullable(arrivals.get(cell));
  }

  /** How many suspects a node has, by its first box. */
  public int suspects(int box) {
    return suspects.getOrDefault(box, 0);
  }

  /** The cells of pods of which evidence was taken. */
  public int[] captured() {
    return captured;
  }

  /** The cells of pods that are on the map, without that one. */
  public int[] cellsOf(Set<String> uids, int without) {
    return uids.stream()
        .mapToInt(model::cellOf)
        .filter(cell -> cell != NodeGrid.NONE && cell != without && cell < marks.length)
        .toArray();
  }

  /** How many cells stand out. */
  public int markedCount() {
    return marked.length;
  }

  /** A cell that stands out, counted from the first box on. */
  public int marked(int number) {
    return marked[number];
  }

  /** The number of a box's first cell that stands out, or of the next box's if it has none. */
  public int firstMarked(int box) {
    return starts[box];
  }
}
