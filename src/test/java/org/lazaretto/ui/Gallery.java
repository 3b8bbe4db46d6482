package org.lazaretto.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Camera;
import org.lazaretto.ui.walkthrough.Hand;

/** Shows one page alone in a stage of its own on the Headless platform, in both themes. */
public final class Gallery {
  public final Hand hand = new Hand(Toolkit.fx(), Duration.ofSeconds(20));
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Stage stage;

  /** Starts the toolkit if nobody has. */
  public Gallery() throws InterruptedException {
    try {
      Toolkit.start(() -> Toolkit.endWithLastWindow(false));
    } catch (IllegalStateException alreadyRunning) {
      Toolkit.settle();
    }
    stage = hand.see(Stage::new);
  }

  public Background background() {
    return new Background(workers, Toolkit.fx());
  }

  /** Shows a page in that size. */
  public void show(Supplier<Parent> page, int width, int height) throws InterruptedException {
    hand.act(() -> {
      Scene scene = new Scene(page.get(), width, height);
      Theme.DARK.dress(scene);
      stage.setWidth(width);
      stage.setHeight(height);
      stage.setScene(scene);
      stage.show();
    });
  }

  public Scene scene() {
    return stage.getScene();
  }

  /** Pictures in both themes, and every rule of the screen that is broken in one of them. */
  public List<String> hang(String name) throws Exception {
    Camera camera = new Camera(hand, Path.of("target/screenshots"));
    List<String> broken = new java.util.ArrayList<>();
    for (Theme theme : Theme.values()) {
      hand.act(() -> theme.dress(scene()));
      pulses();
      camera.take(scene(), name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
      broken.addAll(hand.see(() -> ScreenRules.broken(scene())));
    }
    return broken;
  }

  /** Lets a new size and a new theme come to rest. */
  private void pulses() throws Exception {
    AtomicInteger glances = new AtomicInteger();
    hand.until("some pulses", () -> glances.incrementAndGet() > 4);
  }

  /** Takes the page down. */
  public void close() throws InterruptedException {
    hand.act(stage::hide);
    workers.close();
  }
}
