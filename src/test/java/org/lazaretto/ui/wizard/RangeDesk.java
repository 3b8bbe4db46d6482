package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.session.Incident;
import org.lazaretto.session.Workplace;
import org.lazaretto.session.Workstation;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Camera;
import org.lazaretto.ui.walkthrough.Hand;

/** The wizards in a bare window, over a real incident on the training range. */
final class RangeDesk implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(40);

  final Hand hand = new Hand(Toolkit.fx(), PATIENCE);
  final Incident incident;
  final Desk desk;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Wizards wizards;
  private final Stage stage;

  private RangeDesk(Path home) throws Exception {
    Workplace place =
        new Workplace(
            new Author("tester", "tester", "test", "1", "test"),
            new CaseClock(InstantSource.system(), System::nanoTime),
            new Brisk(),
            workers);
    Workstation workstation =
        new Workstation(
            new Workstation.Doors(
                new KubeconfigDirectory(Optional.empty()),
                new LocalWorlds(),
                new CaseFolders(home)),
            place);
    incident = workstation.practise("cryptominer-eks", Optional.empty(), 20);
    assertThat(incident.awaitSettled(PATIENCE)).isTrue();
    desk = hand.see(() -> new Desk(incident, new Background(workers, Toolkit.fx())));
    wizards = hand.see(() -> new Wizards(desk, _ -> {}));
    stage = hand.see(this::show);
  }

  static RangeDesk open(Path home) throws Exception {
    return new RangeDesk(home);
  }

  private Stage show() {
    StackPane drawer = new StackPane(wizards.view());
    BorderPane root = new BorderPane(drawer);
    root.setBottom(wizards.strip());
    Scene scene = new Scene(root, 576, 640);
    Theme.DARK.dress(scene);
    Stage window = new Stage();
    window.setScene(scene);
    window.show();
    return window;
  }

  /** The pod that mines. */
  PodRef miner() throws Exception {
    return hand.await(
        "the miner",
        () ->
            desk.snapshot().pods().stream()
                .filter(pod -> pod.ref().name().startsWith("payments-"))
                .filter(pod -> pod.status().containers().stream().anyMatch(c -> c.restarts() > 0))
                .map(Pod::ref)
                .findFirst());
  }

  /** Marks the miner, and waits for the freeze that follows. */
  PodRef suspected() throws Exception {
    PodRef miner = miner();
    hand.act(() -> desk.mark(miner, "it mines"));
    hand.until("the miner is frozen", () -> desk.captured().contains(miner.uid()));
    hand.until("the freeze has ended", () -> desk.notices().size() >= 2);
    return miner;
  }

  /** Leaves a picture of what is to be seen in both themes. */
  void picture(String name) throws Exception {
    Camera camera = new Camera(hand, Path.of("target/screenshots"));
    camera.take(stage.getScene(), "wizard-" + name + "-dark");
    hand.act(() -> Theme.LIGHT.dress(stage.getScene()));
    camera.take(stage.getScene(), "wizard-" + name + "-light");
    hand.act(() -> Theme.DARK.dress(stage.getScene()));
  }

  @Override
  public void close() {
    Toolkit.fx()
        .execute(() -> {
          wizards.close();
          stage.hide();
        });
    desk.close();
    workers.close();
  }
}
