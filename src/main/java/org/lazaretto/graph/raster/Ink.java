package org.lazaretto.graph.raster;

/** What a colour of the map is for. */
public enum Ink {
  /** The ground beneath everything. */
  GROUND,
  /** The inside of a box. */
  BOX,
  /** The edge of a box. */
  EDGE,
  /** The line beneath a header. */
  HEADER_LINE,
  /** Names of nodes, and text that is read first. */
  TEXT,
  /** Counts, zones and everything else that is read. */
  MUTED,
  /** A pod that is ready. */
  CELL,
  /** A pod that runs and is not ready. */
  CELL_UNREADY,
  /** A pod that has ended well. */
  CELL_ENDED,
  /** The name in a cell. */
  CELL_TEXT,
  /** A suspect's cell beneath its name. */
  SUSPECT_CELL,
  /** The name in a suspect's cell. */
  ON_SUSPECT,
  /** A suspect's sign and halo. */
  SUSPECT,
  /** What has failed. */
  FAILED,
  /** Flags and cordons. */
  WARN,
  /** The stripes of a cordoned node's header. */
  HATCH,
  /** What leaves, and what is selected. */
  ACCENT,
  /** What arrives, and what is captured. */
  GOOD,
  /** The siblings of the pod looked at. */
  SIBLING,
  /** A panel above the map. */
  PANEL
}
