package org.lazaretto.graph;

/**
 * Which part of the world is seen.
 *
 * @param x the world's x at the left edge of the view
 * @param y the world's y at its top
 * @param scale logical pixels a world unit; 1 is 100 %
 */
public record Camera(double x, double y, double scale) {
  /** The farthest that one can zoom out. */
  public static final double FARTHEST = 0.004;

  /** The nearest that one can zoom in. */
  public static final double NEAREST = 6;

  /** The space around the world where all of it is seen, in logical pixels. */
  public static final double MARGIN = 12;

  private static final double LABEL_ROOM = 20;

  private static final double ROOMY_WIDTH = 1_500;
  private static final double ROOMY_HEIGHT = 900;

  /** 100 %, with the first label in the corner. */
  public static final Camera START = new Camera(-MARGIN, -MARGIN, 1);

  /** Keeps the scale within its bounds. */
  public Camera {
    scale = Math.max(FARTHEST, Math.min(NEAREST, scale));
  }

  /** Moves what is seen by so many pixels: to the right and down if they are positive. */
  public Camera panned(double dx, double dy) {
    return new Camera(x - dx / scale, y - dy / scale, scale);
  }

  /** Zooms by a factor about a point of the view, which shows the same place before and after. */
  public Camera zoomed(double px, double py, double factor) {
    Camera next = new Camera(x, y, scale * factor);
    return new Camera(
        x + px / scale - px / next.scale, y + py / scale - py / next.scale, next.scale);
  }

  /**
   * Shows all of a rectangle, as large as it fits and no larger than 100 %; on a view that is
   * larger than most screens, up to 200 %.
   */
  public static Camera fitting(Bounds area, double width, double height) {
    double fit =
        Math.min((width - 2 * MARGIN) / area.width(), (height - 2 * MARGIN) / area.height());
    double most = Math.clamp(Math.min(width / ROOMY_WIDTH, height / ROOMY_HEIGHT), 1, 2);
    Camera camera = new Camera(0, 0, Math.min(most, fit));
    double free = width / camera.scale - area.width();
    double margin = MARGIN / camera.scale;
    // Zones keep their size, however small the rest is: they need their room above it.
    double top = Math.max(margin, LABEL_ROOM / camera.scale - NodeGrid.LABEL_BAND);
    return new Camera(
        area.x() - (Detail.of(camera.cellWidth()).atLeast(Detail.NAMES) ? margin : free / 2),
        area.y() - top,
        camera.scale);
  }

  /** Shows a rectangle in the middle, at that scale. */
  public static Camera centred(Bounds area, double scale, double width, double height) {
    Camera camera = new Camera(0, 0, scale);
    return new Camera(
        area.x() + area.width() / 2 - width / 2 / camera.scale,
        area.y() + area.height() / 2 - height / 2 / camera.scale,
        camera.scale);
  }

  /** Keeps at least a quarter of the view, or all of a small world, in sight. */
  public Camera kept(Bounds world, double width, double height) {
    double wide = width / scale;
    double high = height / scale;
    return new Camera(
        Math.max(world.x() - wide * 0.75, Math.min(world.right() - wide * 0.25, x)),
        Math.max(world.y() - high * 0.75, Math.min(world.bottom() - high * 0.25, y)),
        scale);
  }

  /**
   * A moment of a flight to another camera: scales change evenly, and so the ground seems to.
   *
   * @param part of the way, 0 to 1
   */
  public Camera towards(Camera goal, double part, double width, double height) {
    if (part >= 1) {
      return goal;
    }
    double ease = part * part * (3 - 2 * part);
    double next = scale * Math.pow(goal.scale / scale, ease);
    double middleX = x + width / 2 / scale;
    double middleY = y + height / 2 / scale;
    double goalX = goal.x + width / 2 / goal.scale;
    double goalY = goal.y + height / 2 / goal.scale;
    double way =
        Math.abs(goal.scale - scale) < 1e-9 * scale
            ? ease
            : (1 / scale - 1 / next) / (1 / scale - 1 / goal.scale);
    return new Camera(
        middleX + (goalX - middleX) * way - width / 2 / next,
        middleY + (goalY - middleY) * way - height / 2 / next,
        next);
  }

  /** What is seen of the world. */
  public Bounds sight(double width, double height) {
    return new Bounds(x, y, width / scale, height / scale);
  }

  /** The width of a cell with its gap, in logical pixels. */
  public double cellWidth() {
    return BoxShape.CELL_STEP_X * scale;
  }
}
