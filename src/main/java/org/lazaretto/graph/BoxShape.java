package org.lazaretto.graph;

/**
 * The shape of every node's box: a header, and beneath it slots for pods in rows. All lengths are
 * world units, which are pixels at 100 %.
 *
 * @param columns slots in a row
 * @param rows rows of slots
 */
public record BoxShape(int columns, int rows) {
  /** The width of a pod's cell. */
  public static final int CELL_WIDTH = 68;

  /** The height of a pod's cell. */
  public static final int CELL_HEIGHT = 24;

  /** From one cell's left edge to the next. */
  public static final int CELL_STEP_X = 72;

  /** From one row's top to the next. */
  public static final int CELL_STEP_Y = 28;

  /** The height of the header with its line. */
  public static final int HEADER = 29;

  /** From the box's left edge to the first cell. */
  public static final int CELLS_LEFT = 9;

  /** From the box's top to the first row. */
  public static final int CELLS_TOP = 37;

  /** Between two boxes side by side. */
  public static final int GAP_X = 14;

  /** Between two boxes, one above the other. */
  public static final int GAP_Y = 12;

  private static final int FEWEST_COLUMNS = 5;
  private static final int MARGINS_X = 36;
  private static final int MARGINS_Y = 42;

  /** Checks that there is at least one slot. */
  public BoxShape {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a box without slots: " + columns + " x " + rows);
    }
  }

  /**
   * The shape for a cluster: room for its fullest node and a few arrivals, unless that node is far
   * from the others; then the full ones get further boxes and the rest is not made of empty space.
   *
   * @param podsOfNodes how many pods each node has; sorted by this method
   */
  public static BoxShape forNodes(int[] podsOfNodes) {
    java.util.Arrays.sort(podsOfNodes);
    int count = podsOfNodes.length;
    int most = count == 0 ? 0 : podsOfNodes[count - 1];
    int usual = count == 0 ? 0 : podsOfNodes[count / 2];
    int room = Math.min(most, Math.max(3 * usual, 15));
    int slots = room + Math.max(2, room / 8);
    int columns = Math.max(FEWEST_COLUMNS, (int) Math.round(Math.sqrt(slots)));
    return new BoxShape(columns, Math.max(1, (slots + columns - 1) / columns));
  }

  /** How many pods have room. */
  public int capacity() {
    return columns * rows;
  }

  /** The width of the box. */
  public int width() {
    return columns * CELL_STEP_X + MARGINS_X;
  }

  /** The height of the box. */
  public int height() {
    return rows * CELL_STEP_Y + MARGINS_Y;
  }

  /** From one box's left edge to the next. */
  public int stepX() {
    return width() + GAP_X;
  }

  /** From one box's top to the next. */
  public int stepY() {
    return height() + GAP_Y;
  }

  /** A slot's left edge, from the box's. */
  public int left(int slot) {
    return CELLS_LEFT + slot % columns * CELL_STEP_X;
  }

  /** A slot's top, from the box's. */
  public int top(int slot) {
    return CELLS_TOP + slot / columns * CELL_STEP_Y;
  }
}
