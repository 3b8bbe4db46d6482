package org.lazaretto.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.NativeDesktop;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.shell.Equipment;
import org.lazaretto.ui.shell.MainWindow;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.WindowGuide;

/** Opens the window and stays until it is closed. */
final class WindowFace {
  /** How long somebody who watches a walkthrough looks at one page. */
  private static final Duration LOOK = Duration.ofMillis(1800);

  private final Workstation workstation;
  private final Preferences preferences;
  private final ExecutorService workers;

  WindowFace(Workstation workstation, Preferences preferences, ExecutorService workers) {
    this.workstation = workstation;
    this.preferences = preferences;
    this.workers = workers;
  }

  /**
   * Returns when the window is closed.
   *
   * @param opened hears of the window before it is shown
   */
  void open(Opening opening, Consumer<Stage> opened) throws SessionException, InterruptedException {
    if (!display()) {
      throw new SessionException(
          Kind.UNAVAILABLE,
          "There is no display for the window. Nothing was changed. Start it in a desktop session,"
              + " or install a virtual one (Debian: apt-get install xvfb libgtk-3-0 libxtst6; then"
              + " xvfb-run ./lazaretto). `lazaretto walkthrough` needs no display.");
    }
    CountDownLatch closed = new CountDownLatch(1);
    Toolkit.start(() -> {
      Stage stage = new Stage();
      Background background = new Background(workers, Toolkit.fx());
      MainWindow window =
          new MainWindow(
              new Equipment(
                  workstation,
                  background,
                  new NativeDesktop(background),
                  preferences,
                  Optional.of(new WindowGuide(Toolkit.fx(), LOOK)),
                  true),
              stage);
      opened.accept(stage);
      window.show(opening);
      stage
          .showingProperty()
          .addListener((_, _, showing) -> {
            if (!showing) {
              closed.countDown();
            }
          });
    });
    closed.await();
  }

  private static boolean display() {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    return !linux
        || "Headless".equals(System.getProperty("glass.platform"))
        || Display.answers(Optional.ofNullable(System.getenv("DISPLAY")));
  }
}
