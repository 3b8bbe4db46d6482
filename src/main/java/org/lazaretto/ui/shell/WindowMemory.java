package org.lazaretto.ui.shell;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.lazaretto.settings.Settings.WindowState;

/** Puts a window where it was left, and knows where it is left. */
final class WindowMemory {
  private static final double LEAST_WIDTH = 1100;
  private static final double LEAST_HEIGHT = 700;

  private final Stage stage;
  private WindowState last;

  WindowMemory(Stage stage, WindowState left) {
    this.stage = stage;
    this.last = left;
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    restore(left);
    stage.xProperty().subscribe(_ -> note());
    stage.yProperty().subscribe(_ -> note());
    stage.widthProperty().subscribe(_ -> note());
    stage.heightProperty().subscribe(_ -> note());
  }

  /** A screen may have gone since. */
  private void restore(WindowState left) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.clamp(left.width(), LEAST_WIDTH, Math.max(LEAST_WIDTH, screen.getWidth())));
    stage.setHeight(
        Math.clamp(left.height(), LEAST_HEIGHT, Math.max(LEAST_HEIGHT, screen.getHeight())));
    if (!Double.isNaN(left.x()) && !Double.isNaN(left.y()) && onScreen(left)) {
      Rectangle2D window = new Rectangle2D(left.x(), left.y(), stage.getWidth(), stage.getHeight());
      List<Rectangle2D> screens = screens(window);
      stage.setX(screens.size() == 1 ? within(window, screens.getFirst()).getX() : left.x());
      stage.setY(screens.size() == 1 ? within(window, screens.getFirst()).getY() : left.y());
    }
    stage.setMaximized(left.maximised());
  }

  /** Where a window has to begin so that none of it is off its screen, if it fits there at all. */
  static Point2D within(Rectangle2D window, Rectangle2D screen) {
    return new Point2D(
        Math.max(
            screen.getMinX(), Math.min(window.getMinX(), screen.getMaxX() - window.getWidth())),
        Math.max(
            screen.getMinY(), Math.min(window.getMinY(), screen.getMaxY() - window.getHeight())));
  }

  /** More than one: it was put across them, and stays so. */
  private static List<Rectangle2D> screens(Rectangle2D window) {
    return Screen.getScreensForRectangle(window).stream().map(Screen::getVisualBounds).toList();
  }

  private static boolean onScreen(WindowState left) {
    return !Screen.getScreensForRectangle(left.x() + 40, left.y() + 10, left.width() - 80, 30)
        .isEmpty();
  }

  /** A maximised window keeps the bounds that it goes back to. */
  private void note() {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
      last =
          new WindowState(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }

  WindowState state() {
    return new WindowState(last.x(), last.y(), last.width(), last.height(), stage.isMaximized());
  }
}
