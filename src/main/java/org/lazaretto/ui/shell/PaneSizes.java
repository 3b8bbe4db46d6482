package org.lazaretto.ui.shell;

import org.lazaretto.settings.PaneState;

/**
 * How wide and high the panes around the picture are, in pixels.
 *
 * @param find width of the list on the left
 * @param side width of the inspector
 * @param drawer width of an open wizard
 * @param journal height of the journal
 */
public record PaneSizes(double find, double side, double drawer, double journal) {
  /** As a new window has them. */
  public static final PaneSizes USUAL = new PaneSizes(236, 370, 576, 170);

  /** The least and the greatest width of an open wizard. */
  static final double DRAWER_LEAST = 520;

  static final double DRAWER_MOST = 640;

  /** What a picture needs in which something is to be seen. */
  static final double PICTURE_LEAST = 440;

  /** What dividers take for themselves. */
  static final double DIVIDER = 3;

  /** Keeps every size where it can be used. */
  public PaneSizes {
    find = within(find, 200, 480);
    side = within(side, 300, 720);
    drawer = within(drawer, DRAWER_LEAST, DRAWER_MOST);
    journal = within(journal, 40, 1200);
  }

  private static double within(double value, double least, double most) {
    return Double.isNaN(value) ? least : Math.clamp(value, least, most);
  }

  /** The sizes that were kept. */
  static PaneSizes of(PaneState kept) {
    return new PaneSizes(kept.find(), kept.side(), kept.drawer(), kept.journal());
  }

  /** What is kept, with these sizes. */
  PaneState in(PaneState kept) {
    return new PaneState(find, side, drawer, journal, kept.columns());
  }

  /** Whether list, picture and an open wizard find no room beside each other. */
  boolean crowded(double width) {
    return find + PICTURE_LEAST + DRAWER_LEAST > width;
  }

  /** The width of the right pane in a window of that width; a drawer gives way to the picture. */
  double right(boolean drawerOpen, double width) {
    double left = crowded(width) ? 0 : find;
    return drawerOpen ? Math.clamp(width - left - PICTURE_LEAST, DRAWER_LEAST, drawer) : side;
  }

  /**
   * The other sizes, but where they differ by no more than dividers take for themselves: panes that
   * nobody moved would shrink each time that they are measured and kept.
   */
  PaneSizes unlessMoved(PaneSizes measured) {
    return new PaneSizes(
        settled(find, measured.find),
        settled(side, measured.side),
        settled(drawer, measured.drawer),
        settled(journal, measured.journal));
  }

  private static double settled(double kept, double measured) {
    return Math.abs(kept - measured) <= DIVIDER ? kept : measured;
  }

  /** The same with another width of the right pane. */
  PaneSizes withRight(boolean drawerOpen, double width) {
    return drawerOpen
        ? new PaneSizes(find, side, width, journal)
        : new PaneSizes(find, width, drawer, journal);
  }
}
