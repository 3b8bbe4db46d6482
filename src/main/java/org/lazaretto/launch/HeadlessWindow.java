package org.lazaretto.launch;

import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.shell.Equipment;
import org.lazaretto.ui.shell.MainWindow;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Hand;

/** The real window, in the size of its design, on the platform that needs no display. */
final class HeadlessWindow {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private final Hand hand;
  private final Stage stage;
  private final MainWindow window;

  private HeadlessWindow(Hand hand, Stage stage, MainWindow window) {
    this.hand = hand;
    this.stage = stage;
    this.window = window;
  }

  /** A window that is not shown yet; where the toolkit runs already, it stays as it is. */
  static HeadlessWindow make(
      Hand hand, Workstation workstation, ExecutorService workers, DesktopServices desktop)
      throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
    Background background = new Background(workers, Toolkit.fx());
    Equipment equipment =
        new Equipment(workstation, background, desktop, Preferences.open(new PassingSettings()));
    Stage stage = hand.see(Stage::new);
    MainWindow window = hand.see(() -> new MainWindow(equipment, stage));
    hand.act(() -> {
      stage.setWidth(WIDTH);
      stage.setHeight(HEIGHT);
    });
    return new HeadlessWindow(hand, stage, window);
  }

  Stage stage() {
    return stage;
  }

  void show(Opening opening) throws InterruptedException {
    hand.act(() -> {
      window.show(opening);
      stage.requestFocus();
    });
  }

  void close() throws InterruptedException {
    hand.act(stage::hide);
  }
}
