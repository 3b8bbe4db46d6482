package org.lazaretto.ui.fx;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.util.Duration;

/** The toolkit's thread, and the only place that speaks to it. */
public final class Toolkit {
  /** Held here, for a logger that nobody holds forgets its level. */
  private static final Logger CONTROLS = Logger.getLogger("javafx.scene.control");

  private Toolkit() {}

  /**
   * Starts the toolkit, unless it runs already, and runs the first work on its thread.
   *
   * @throws UnsupportedOperationException if there is no display
   */
  public static void start(Runnable first) {
    // A list that shows its last lines takes their numbers for pixels, and says of each long log
    // "index exceeds maxCellCount" (VirtualFlow.addTrailingCells): nothing is wrong then.
    CONTROLS.setLevel(Level.WARNING);
    try {
      Platform.startup(first);
    } catch (IllegalStateException running) {
      Platform.runLater(first);
    }
  }

  /**
   * Whether what stands behind a popup's shadow and round corners can be seen. Without a compositor
   * it cannot: there they were white.
   */
  static boolean seesThrough() {
    return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
  }

  /** Runs work on the toolkit's thread: at once if this is it, else soon. */
  public static Executor fx() {
    return work -> {
      if (Platform.isFxApplicationThread()) {
        work.run();
      } else {
        Platform.runLater(work);
      }
    };
  }

  /** Runs work on the toolkit's thread after what waits there now. */
  public static Executor later() {
    return Platform::runLater;
  }

  /** Runs something once a second until the handle is closed. */
  public static Ticking everySecond(Runnable tick) {
    Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    return timeline::stop;
  }

  /** Runs something in a second, unless the handle is closed before. */
  public static Ticking inASecond(Runnable work) {
    Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> work.run()));
    timeline.play();
    return timeline::stop;
  }

  /**
   * Runs each piece in a pulse of its own, in their order, until the handle is closed: what is laid
   * out and drawn between them keeps the window answering.
   */
  public static Ticking onePerPulse(List<Runnable> pieces) {
    Iterator<Runnable> rest = List.copyOf(pieces).iterator();
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long pulse) {
            if (rest.hasNext()) {
              rest.next().run();
            } else {
              stop();
            }
          }
        };
    timer.start();
    return timer::stop;
  }

  /** Ends the toolkit. */
  public static void exit() {
    Platform.exit();
  }

  /** Whether the toolkit may end when its last window is closed. */
  public static void endWithLastWindow(boolean end) {
    Platform.setImplicitExit(end);
  }

  /** Waits until everything that was asked of the toolkit's thread so far is done. */
  public static void settle() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(done::countDown);
    done.await();
  }

  /** Something that ticks until it is closed. */
  public interface Ticking extends AutoCloseable {
    @Override
    void close();
  }
}
