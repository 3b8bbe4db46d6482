package org.lazaretto.graph;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;

/**
 * What a painter reads: the grid and the fields of its cells. The grid never changes; states do,
 * each of them whole. A frame of the same {@link #version} has the same grid.
 */
public final class MapFrame {
  private final int version;
  private final NodeGrid grid;
  private final Cells cells;
  private final ClusterSnapshot snapshot;
  private final Optional<Instant> staleSince;
  private final List<Fade> fades;
  private final DirtyBits dirty;

  @SuppressWarnings("ArrayRecordComponent")
  record Ground(int version, NodeGrid grid, Cells cells, DirtyBits dirty) {}

  MapFrame(
      Ground ground, ClusterSnapshot snapshot, Optional<Instant> staleSince, List<Fade> fades) {
    this.version = ground.version();
    this.grid = ground.grid();
    this.cells = ground.cells();
    this.dirty = ground.dirty();
    this.snapshot = snapshot;
    this.staleSince = staleSince;
    this.fades = List.copyOf(fades);
  }

  /** Grows whenever a box was added or taken, so that everything has to be drawn again. */
  public int version() {
    return version;
  }

  /** Where the boxes stand. */
  public NodeGrid grid() {
    return grid;
  }

  /** The cluster as it was published with this frame. */
  public ClusterSnapshot snapshot() {
    return snapshot;
  }

  /** Since when the pods are not heard of, if they are not. */
  public Optional<Instant> staleSince() {
    return staleSince;
  }

  /** Cells taken or left a moment ago. */
  public List<Fade> fades() {
    return fades;
  }

  /** The slots of a box. */
  public int slots() {
    return cells.slots();
  }

  /** A cell's bits, as in {@link CellState}. */
  public int state(int cell) {
    return cells.state()[cell];
  }

  /** The number of a cell's namespace, as {@link MapModel#namespace} gives it. */
  public int namespace(int cell) {
    return cells.namespace()[cell];
  }

  /** The pod in a cell; for a cell just left, the one that stood there. */
  public Optional<Pod> pod(int cell) {
    return Optional.ofNullable(podOrNull(cell));
  }

  private @Nullable Pod podOrNull(int cell) {
    return cell < 0 || cell >= cells.pod().length ? null : cells.pod()[cell];
  }

  /** A box's bits, as in {@link BoxState}. */
  public int boxState(int box) {
    return cells.box()[box];
  }

  /** How many pods a node has in all its boxes, by its first box. */
  public int pods(int firstBox) {
    return cells.pods()[firstBox];
  }

  /** Hands over and clears the boxes that changed since they were last handed over. */
  public int drain(java.util.function.IntConsumer changedBox) {
    return dirty.drain(changedBox);
  }
}
