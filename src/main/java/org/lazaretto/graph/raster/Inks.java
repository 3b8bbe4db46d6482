package org.lazaretto.graph.raster;

import org.lazaretto.graph.CellState;
import org.lazaretto.graph.Overlay;

/** The colour of every cell, by its state and its marks; looked up, not computed, per cell. */
final class Inks {
  static final int DIMMED = 96;

  private static final int STATES = 64;
  private static final int STALE = 110;
  private static final int QUIET = 150;

  private final int[] bright = new int[STATES];
  private final int[] dim = new int[STATES];
  private final int[] dots = new int[STATES];
  private final int[] dimDots = new int[STATES];
  private final int suspect;
  private final int box;

  Inks(MapPalette palette, boolean stale) {
    this.box = palette.of(Ink.BOX);
    this.suspect = palette.of(Ink.SUSPECT);
    for (int state = 0; state < STATES; state++) {
      int colour = plain(palette, state);
      bright[state] = stale ? Surface.mix(box, colour, STALE) : colour;
      dim[state] = Surface.mix(box, bright[state], DIMMED);
      boolean failing = CellState.has(state, CellState.FAILING);
      dots[state] = failing ? bright[state] : Surface.mix(box, bright[state], QUIET);
      dimDots[state] = Surface.mix(box, dots[state], DIMMED);
    }
  }

  private static int plain(MapPalette palette, int state) {
    if (state == CellState.FREE) {
      return palette.of(Ink.BOX);
    }
    if (CellState.has(state, CellState.FAILING)) {
      return Surface.mix(palette.of(Ink.CELL), palette.of(Ink.FAILED), 110);
    }
    if (CellState.has(state, CellState.ENDED)) {
      return palette.of(Ink.CELL_ENDED);
    }
    return CellState.has(state, CellState.READY)
        ? palette.of(Ink.CELL)
        : palette.of(Ink.CELL_UNREADY);
  }

  /** The colour of a cell with a name in it. */
  int cell(int state, int marks) {
    return CellState.has(marks, Overlay.DIM) ? dim[state % STATES] : bright[state % STATES];
  }

  /** The colour of a dot: quieter than a cell, so that from afar only what matters stands out. */
  int dot(int state, int marks) {
    if (CellState.has(marks, Overlay.SUSPECT) && state != CellState.FREE) {
      return suspect;
    }
    return CellState.has(marks, Overlay.DIM) ? dimDots[state % STATES] : dots[state % STATES];
  }

  /** A colour as it is on a dimmed cell. */
  int dimmed(int colour) {
    return Surface.mix(box, colour, DIMMED);
  }
}
