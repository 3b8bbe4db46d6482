package org.lazaretto.bench;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least that a program with a window does. */
final class EmptyWindow {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private EmptyWindow() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {
      Stage stage = new Stage();
      stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
      FirstSight.of(stage, _ -> true, FirstSight::tell);
      stage.setOnHidden(_ -> closed.countDown());
      stage.show();
    });
    closed.await();
  }
}
