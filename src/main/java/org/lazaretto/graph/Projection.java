package org.lazaretto.graph;

/**
 * A grid as a camera shows it, in whole pixels of the device. All boxes look alike: what is inside
 * is measured once and repeated. Painter and hit test use the same numbers, so that what is hit is
 * what is seen.
 */
public final class Projection {
  private final NodeGrid grid;
  private final Camera camera;
  private final double scale;
  private final Detail detail;
  private final int[] left;
  private final int[] right;
  private final int[] top;
  private final int[] bottom;
  private final int boxWidth;
  private final int boxHeight;
  private final int header;

  /**
   * The grid through that camera.
   *
   * @param density pixels of the device a logical pixel
   */
  public Projection(NodeGrid grid, Camera camera, double density) {
    this.grid = grid;
    this.camera = camera;
    this.scale = camera.scale() * density;
    this.detail = Detail.of(camera.cellWidth());
    BoxShape shape = grid.shape();
    boolean gaps = detail.atLeast(Detail.GAPS);
    left = new int[shape.columns()];
    right = new int[shape.columns()];
    edges(left, right, BoxShape.CELLS_LEFT, BoxShape.CELL_STEP_X, BoxShape.CELL_WIDTH, gaps);
    top = new int[shape.rows()];
    bottom = new int[shape.rows()];
    edges(top, bottom, BoxShape.CELLS_TOP, BoxShape.CELL_STEP_Y, BoxShape.CELL_HEIGHT, gaps);
    boxWidth = Math.max(1, px(shape.width()));
    boxHeight = Math.max(1, px(shape.height()));
    header = px(BoxShape.HEADER);
  }

  private void edges(int[] from, int[] to, int first, int step, int size, boolean gaps) {
    for (int i = 0; i < from.length; i++) {
      from[i] = px(first + i * step);
      int next = px(first + (i + 1) * step);
      int end = px(first + i * step + size);
      to[i] = !gaps || next - from[i] < 3 ? next : Math.max(from[i] + 1, Math.min(end, next - 1));
    }
  }

  private int px(double world) {
    return (int) Math.round(world * scale);
  }

  /** The grid. */
  public NodeGrid grid() {
    return grid;
  }

  /** The camera. */
  public Camera camera() {
    return camera;
  }

  /** Pixels a world unit. */
  public double scale() {
    return scale;
  }

  /** How much is drawn of each pod. */
  public Detail detail() {
    return detail;
  }

  /** The width of each box. */
  public int boxWidth() {
    return boxWidth;
  }

  /** The height of each box. */
  public int boxHeight() {
    return boxHeight;
  }

  /** The height of each header. */
  public int header() {
    return header;
  }

  /** The pixel column of a world x. */
  public int toX(double worldX) {
    return (int) Math.round((worldX - camera.x()) * scale);
  }

  /** The pixel row of a world y. */
  public int toY(double worldY) {
    return (int) Math.round((worldY - camera.y()) * scale);
  }

  /** A box's left edge. */
  public int boxLeft(int box) {
    return toX(grid.left(box));
  }

  /** A box's top. */
  public int boxTop(int box) {
    return toY(grid.top(box));
  }

  /** A column's left edge from its box's; of the edge after it where there are no gaps. */
  public int left(int column) {
    return left[column];
  }

  /** Where a column's cells end. */
  public int right(int column) {
    return right[column];
  }

  /** A row's top from its box's. */
  public int top(int row) {
    return top[row];
  }

  /** Where a row's cells end. */
  public int bottom(int row) {
    return bottom[row];
  }

  /** The rectangle of a view of that size, in world units. */
  public Bounds sight(int x, int y, int width, int height) {
    return new Bounds(
        camera.x() + x / scale, camera.y() + y / scale, width / scale, height / scale);
  }

  /** The cell's left edge. */
  public int cellLeft(int cell) {
    return boxLeft(cell / grid.shape().capacity())
        + left[cell % grid.shape().capacity() % grid.shape().columns()];
  }

  /** The cell's top. */
  public int cellTop(int cell) {
    return boxTop(cell / grid.shape().capacity())
        + top[cell % grid.shape().capacity() / grid.shape().columns()];
  }

  /** The x of the cell's middle. */
  public int cellMiddleX(int cell) {
    int column = cell % grid.shape().capacity() % grid.shape().columns();
    return boxLeft(cell / grid.shape().capacity()) + (left[column] + right[column]) / 2;
  }

  /** The y of the cell's middle. */
  public int cellMiddleY(int cell) {
    int row = cell % grid.shape().capacity() / grid.shape().columns();
    return boxTop(cell / grid.shape().capacity()) + (top[row] + bottom[row]) / 2;
  }

  /** The box whose pixels hold the point, or {@link NodeGrid#NONE}. */
  public int boxAt(int px, int py) {
    double worldX = camera.x() + (px + 0.5) / scale;
    double worldY = camera.y() + (py + 0.5) / scale;
    double half = 0.5 / scale;
    for (int corner = 0; corner < 5; corner++) {
      double dx = corner == 0 ? 0 : (corner & 1) == 0 ? half : -half;
      double dy = corner == 0 ? 0 : (corner & 2) == 0 ? half : -half;
      int box = grid.boxAt(worldX + dx, worldY + dy);
      if (box != NodeGrid.NONE && inside(box, px, py)) {
        return box;
      }
    }
    return NodeGrid.NONE;
  }

  private boolean inside(int box, int px, int py) {
    int x = px - boxLeft(box);
    int y = py - boxTop(box);
    return x >= 0 && x < boxWidth && y >= 0 && y < boxHeight;
  }

  /** The cell of a box whose pixels hold the point, or {@link NodeGrid#NONE}; it may be free. */
  public int cellAt(int box, int px, int py) {
    int column = index(left, right, px - boxLeft(box), BoxShape.CELLS_LEFT, BoxShape.CELL_STEP_X);
    int row = index(top, bottom, py - boxTop(box), BoxShape.CELLS_TOP, BoxShape.CELL_STEP_Y);
    return column < 0 || row < 0
        ? NodeGrid.NONE
        : box * grid.shape().capacity() + row * grid.shape().columns() + column;
  }

  private int index(int[] from, int[] to, int at, int first, int step) {
    int guess = (int) Math.floor(((at + 0.5) / scale - first) / step);
    for (int i = Math.max(0, guess - 1); i <= Math.min(from.length - 1, guess + 1); i++) {
      if (at >= from[i] && at < to[i]) {
        return i;
      }
    }
    return NodeGrid.NONE;
  }
}
