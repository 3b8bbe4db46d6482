package org.lazaretto.ui;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.lazaretto.model.Pod;
import org.lazaretto.session.Incident;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.inspector.InspectorPage;

/** One page of the desk alone, over the real training range. */
abstract class PaneTest extends WindowTest {
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private Optional<Stage> stage = Optional.empty();
  private Optional<Desk> desk = Optional.empty();
  private Optional<Page> page = Optional.empty();

  /** The page that is looked at; the inspector where a test does not say otherwise. */
  Page pageOf(Desk desk) {
    return new InspectorPage(desk);
  }

  /** Opens the pane in that size. */
  void open(int width, int height) throws Exception {
    Incident incident = workstation().practise("cryptominer-eks", Optional.empty(), 1);
    desk = Optional.of(hand.see(() -> new Desk(incident, new Background(workers, Toolkit.fx()))));
    worlds.range().awaitSettled(PATIENCE);
    stage = Optional.of(hand.see(Stage::new));
    hand.act(() -> {
      page = Optional.of(pageOf(desk()));
      StackPane ground = new StackPane(page.orElseThrow().view());
      ground.getStyleClass().add("pane");
      Scene scene = new Scene(ground, width, height);
      Theme.DARK.dress(scene);
      stage().setScene(scene);
      stage().setWidth(width);
      stage().setHeight(height);
      stage().show();
    });
  }

  /** The pod that mines: the only one of its siblings with other bytes. */
  Pod miner() throws Exception {
    return hand.await(
        "the miner",
        () ->
            desk().snapshot().pods().stream()
                .filter(pod -> pod.ref().name().startsWith("payments-"))
                .filter(pod -> pod.status().containers().getFirst().imageId().contains("5bd3e0c1"))
                .findFirst());
  }

  Desk desk() {
    return desk.orElseThrow();
  }

  @Override
  Stage stage() {
    return stage.orElseThrow();
  }

  @AfterEach
  void the_pane_is_closed() throws InterruptedException {
    hand.act(() -> {
      stage.ifPresent(Stage::hide);
      page.ifPresent(Page::close);
      desk.ifPresent(Desk::close);
    });
    workers.close();
  }
}
