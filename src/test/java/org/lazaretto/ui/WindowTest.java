package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.session.Workplace;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.shell.Equipment;
import org.lazaretto.ui.shell.Guide;
import org.lazaretto.ui.shell.MainWindow;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Camera;
import org.lazaretto.ui.walkthrough.Hand;
import org.lazaretto.ui.walkthrough.Sight;

/**
 * The real window on the Headless platform, 1280×800, over the real training range in this process,
 * with a home of its own. A test uses it through {@link #hand}, which waits by conditions.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
abstract class WindowTest {
  /** Pages are rehearsed by the first window of a process, which the others profit from. */
  private static final AtomicBoolean REHEARSED = new AtomicBoolean();

  static final Duration PATIENCE = Duration.ofSeconds(60);

  final Hand hand = new Hand(Toolkit.fx(), PATIENCE);
  final TestRange worlds = new TestRange();
  @TempDir Path home;
  final FakeDesktop desktop = new FakeDesktop();
  Preferences preferences = Preferences.open(new MemorySettings());
  Optional<Guide> guide = Optional.empty();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private Optional<Stage> stage = Optional.empty();

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  @AfterEach
  void the_window_is_closed() throws InterruptedException {
    hand.act(() -> stage.ifPresent(Stage::hide));
    workers.close();
  }

  /** Opens the window. */
  void open(Opening opening) throws InterruptedException {
    open(opening, 1280, 800);
  }

  /** Opens the window in that size. */
  void open(Opening opening, int width, int height) throws InterruptedException {
    stage = Optional.of(hand.see(Stage::new));
    hand.act(() -> {
      Background background = new Background(workers, Toolkit.fx());
      MainWindow window =
          new MainWindow(
              new Equipment(
                  workstation(),
                  background,
                  desktop,
                  preferences,
                  guide,
                  REHEARSED.compareAndSet(false, true)),
              stage());
      stage().setWidth(width);
      stage().setHeight(height);
      window.show(opening);
    });
  }

  /** Opens the window on the scenario of the mining pod, once all of its workloads stand. */
  void practise() throws Exception {
    open(new Opening.Practice("cryptominer-eks", Optional.empty(), 1));
    hand.find("picturePane");
    assertThat(worlds.range().awaitSettled(PATIENCE)).isTrue();
  }

  /**
   * Finds and marks the scenario's suspect, and waits for its freeze.
   *
   * @return its namespace and name
   */
  String markTheMiner() throws Exception {
    Map<String, String> mark =
        worlds.scenario().walkthrough().stream()
            .filter(step -> step.action().equals("mark"))
            .map(WalkthroughStep::options)
            .findFirst()
            .orElseThrow();
    String pod = mark.getOrDefault("pod", "");
    hand.type("searchField", pod.substring(pod.indexOf('/') + 1));
    hand.until(
        "the pod",
        () -> {
          Sight.of("searchField").ifPresent(WindowTest::enter);
          return Sight.of("markButton").isPresent();
        });
    hand.press("markButton");
    hand.type("reasonField", "it mines");
    hand.press("reasonConfirmButton");
    hand.until(
        "the freeze",
        () ->
            Sight.of("stage-freeze")
                .filter(stage -> stage.getStyleClass().contains("stage-done"))
                .isPresent());
    return pod;
  }

  private static void enter(Node field) {
    field.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
  }

  /** The workstation whose window this is. */
  Workstation workstation() {
    Workplace place =
        new Workplace(
            new Author("tester", "tester", "test", "1", "test"),
            new CaseClock(InstantSource.system(), System::nanoTime),
            new Brisk(),
            workers);
    return new Workstation(
        new Workstation.Doors(
            new KubeconfigDirectory(Optional.of(home.resolve("kubeconfig"))),
            worlds,
            new CaseFolders(home)),
        place);
  }

  Stage stage() {
    return stage.orElseThrow();
  }

  Scene scene() {
    return stage().getScene();
  }

  /** The folder of the case that was made here. */
  Path caseFolder() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> file.endsWith("journal.jsonl"))
          .map(file -> Objects.requireNonNull(file.getParent()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** What is to be read below a control; nothing if it is not to be seen. */
  static String told(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }

  /** Fails if what is to be seen now breaks a rule that every page keeps; leaves a picture. */
  void looksRight(String page) throws IOException, InterruptedException {
    new Camera(hand, Path.of("target/screenshots")).take(scene(), page);
    assertThat(hand.see(() -> ScreenRules.broken(scene()))).as(page).isEmpty();
  }
}
