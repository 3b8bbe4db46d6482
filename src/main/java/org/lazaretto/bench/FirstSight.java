package org.lazaretto.bench;

import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Waits until a window has shown, in a whole frame, what it was opened for. */
public final class FirstSight extends AnimationTimer {
  /** What is printed. */
  static final String SEEN = "seen";

  private final Stage stage;
  private final Predicate<Scene> there;
  private final Runnable then;
  private int frames;

  private FirstSight(Stage stage, Predicate<Scene> there, Runnable then) {
    this.stage = stage;
    this.there = there;
    this.then = then;
  }

  /** Waits for it and goes on with the last; called on the toolkit's thread. */
  public static void of(Stage stage, Predicate<Scene> there, Runnable then) {
    new FirstSight(stage, there, then).start();
  }

  /** Says so on standard output, where {@link StartBench} hears it. */
  public static void tell() {
    System.out.println(SEEN);
  }

  /** A pulse begins with this and ends with a frame: the third one knows that two were drawn. */
  @Override
  public void handle(long pulse) {
    Scene scene = stage.getScene();
    if (scene == null || !stage.isShowing() || !there.test(scene)) {
      frames = 0;
    } else if (++frames == 3) {
      stop();
      then.run();
    }
  }
}
