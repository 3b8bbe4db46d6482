package org.lazaretto.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.lazaretto.model.Scenario;
import org.lazaretto.ui.shell.MainWindow;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Hand;
import org.lazaretto.ui.walkthrough.Sight;
import org.lazaretto.ui.walkthrough.StuckException;
import org.lazaretto.ui.walkthrough.Tour;

/** Goes through the window page by page, and tells what each turn on the way to a page cost. */
final class PulseTour {
  private static final String SCENARIO = "cryptominer-eks";
  private static final Duration SETTLING = Duration.ofMinutes(10);
  private static final Duration SLOW = Duration.ofSeconds(10);
  private static final int GLANCES = 12;
  private static final int SPEED = 10;

  private final Hand hand;
  private final PulseGauge gauge;
  private final SlowWorlds worlds;
  private final MainWindow window;

  PulseTour(Hand hand, PulseGauge gauge, SlowWorlds worlds, MainWindow window) {
    this.hand = hand;
    this.gauge = gauge;
    this.worlds = worlds;
    this.window = window;
  }

  void play(PulsePart part)
      throws BenchException, IOException, StuckException, InterruptedException {
    hand.find("start-" + SCENARIO);
    rest(5 * GLANCES);
    tell("start");
    hand.act(() -> window.show(new Opening.Practice(SCENARIO, Optional.empty(), SPEED)));
    hand.patient(SETTLING).find("mapView");
    keep("open");
    SlowWorlds.Slow world = worlds.last().orElseThrow();
    boolean settles = part.size().stream().allMatch(size -> size.churn() == 0);
    if (settles && !world.awaitSettled(SETTLING)) {
      throw new BenchException("The practice world has not settled.");
    }
    switch (part) {
      case EXERCISE -> new Tour(hand, this::keep, _ -> {}).play(world.scenario());
      case SLOW -> {
        world.line().delay(SLOW);
        look(suspect(world.scenario()));
        prepare();
      }
      case BUSY, LARGE -> {
        look("service-0007");
        prepare();
      }
    }
  }

  private static String suspect(Scenario scenario) {
    String path = scenario.walkthrough().getFirst().options().getOrDefault("pod", "");
    return path.substring(path.indexOf('/') + 1);
  }

  /** Every way of looking at a cluster. */
  private void look(String name) throws StuckException, InterruptedException {
    for (int length = 1; length <= name.length(); length++) {
      hand.type("searchField", name.substring(0, length));
      rest(2);
    }
    hand.find("hitList");
    keep("search");
    hand.until(
        "a pod in the inspector",
        () -> {
          hand("searchField", KeyCode.ENTER);
          return Sight.of("inspectorHeader titleLabel").isPresent();
        });
    keep("inspector");
    for (int tab = 1; tab < 5; tab++) {
      int next = tab;
      hand.use(
          "detailTabs",
          TabPane.class,
          tabs -> {
            tabs.getSelectionModel().select(next);
            return true;
          });
      keep("inspector-tab-" + tab);
    }
    pictures();
  }

  private static void hand(String id, KeyCode key) {
    Sight.of(id)
        .filter(TextInputControl.class::isInstance)
        .ifPresent(field ->
            field.fireEvent(
                new javafx.scene.input.KeyEvent(
                    javafx.scene.input.KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    key,
                    false,
                    false,
                    false,
                    false)));
  }

  private void pictures() throws StuckException, InterruptedException {
    for (int i = 0; i < 8; i++) {
      hand.press("zoomInButton");
      rest(3);
    }
    keep("zoomed");
    hand.press("fitButton");
    keep("fitted");
    hand.press("graphButton");
    keep("graph");
    hand.press("graphEmptyPane remedyButton");
    keep("graph-namespace");
    hand.press("fitButton");
    keep("graph-fitted");
    hand.press("mapButton");
    hand.press("flaggedChip");
    keep("flagged");
    hand.press("flaggedChip");
    keep("unflagged");
    hand.press("themeButton");
    keep("theme");
  }

  /** From a mark to the preview of what would be done. */
  private void prepare() throws StuckException, InterruptedException {
    hand.press("markButton");
    hand.type("reasonField", "measured");
    keep("mark");
    hand.press("reasonConfirmButton");
    rest(5 * GLANCES);
    keep("marked");
    hand.press("stage-cordon");
    hand.find("summaryBox");
    keep("cordon-choose");
    hand.press("drawerBox mainButton");
    hand.find("concernBox");
    keep("cordon-consequences");
    hand.press("drawerBox mainButton");
    hand.find("effectTable");
    keep("cordon-preview");
    hand.press("drawerBox closeButton");
    rest(20 * GLANCES);
    keep("end");
  }

  private void keep(String page) throws StuckException, InterruptedException {
    rest(GLANCES);
    tell(page);
  }

  /** Until it was glanced at so often, twenty-five times a second. */
  private void rest(int glances) throws StuckException, InterruptedException {
    AtomicInteger seen = new AtomicInteger();
    hand.until("a moment later", () -> seen.incrementAndGet() > glances);
  }

  private void tell(String page) {
    gauge.since(page).forEach(turn -> System.out.println(turn.line()));
  }
}
