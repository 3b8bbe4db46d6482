package org.lazaretto.ui.shell;

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
    boolean placed = !Double.isNaN(left.x()) && !Double.isNaN(left.y());
    if (placed && onScreen(left)) {
      stage.setX(left.x());
      stage.setY(left.y());
    }
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.clamp(left.width(), LEAST_WIDTH, Math.max(LEAST_WIDTH, screen.getWidth())));
    stage.setHeight(
        Math.clamp(left.height(), LEAST_HEIGHT, Math.max(LEAST_HEIGHT, screen.getHeight())));
    stage.setMaximized(left.maximised());
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
