package org.lazaretto.settings;

/**
 * Sizes of panes in pixels.
 *
 * @param columns the columns of tables that somebody drew
 */
public record PaneState(
    double find, double side, double drawer, double journal, ColumnState columns) {
  /** As a first window has them. */
  public static final PaneState USUAL = new PaneState(236, 370, 576, 170, ColumnState.NONE);

  /** The same with other columns. */
  public PaneState with(ColumnState other) {
    return new PaneState(find, side, drawer, journal, other);
  }
}
