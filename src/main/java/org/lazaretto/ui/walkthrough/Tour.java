package org.lazaretto.ui.walkthrough;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.lazaretto.model.Scenario;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.ui.fx.Texts;

/**
 * Plays a scenario's reference walkthrough through the real window, as a responder would: with its
 * search, its buttons and its wizards, found by their {@code fx:id}.
 */
public final class Tour {
  private final Hand hand;
  private final Album album;
  private final Consumer<WalkthroughStep> begins;
  private final WizardTour wizards;
  private final PageTour pages;

  /**
   * A tour through the window that is open.
   *
   * @param begins hears of each step before it is done
   */
  public Tour(Hand hand, Album album, Consumer<WalkthroughStep> begins) {
    this.hand = hand;
    this.album = album;
    this.begins = begins;
    this.wizards = new WizardTour(hand, album);
    this.pages = new PageTour(hand, album);
  }

  /**
   * Plays all steps. The window shows the scenario's cluster, and its workloads have settled.
   *
   * @throws StuckException if the window does not come to what a step waits for
   */
  public void play(Scenario scenario) throws IOException, StuckException, InterruptedException {
    hand.find("picturePane");
    pages.map();
    for (WalkthroughStep step : scenario.walkthrough()) {
      begins.accept(step);
      switch (step.action()) {
        case "mark" -> mark(step.options());
        case "freeze" -> frozen();
        case "order" -> order(step.options());
        case "cordon", "isolate", "credentials", "evacuate", "dispose", "recover" ->
            wizards.go(step);
        case "report" -> report();
        default -> throw new StuckException("a way to '" + step.action() + "'", "no such page");
      }
    }
  }

  private void mark(Map<String, String> options)
      throws IOException, StuckException, InterruptedException {
    String pod = options.getOrDefault("pod", "");
    String name = pod.substring(pod.indexOf('/') + 1);
    hand.type("searchField", name.substring(0, Math.max(1, name.indexOf('-'))));
    hand.find("hitList");
    album.keep("search");
    hand.type("searchField", name);
    lookAt(name);
    album.keep("inspector");
    pages.inspector();
    hand.press("markButton");
    hand.type("reasonField", options.getOrDefault("reason", "the scenario's suspect"));
    album.keep("mark");
    hand.press("reasonConfirmButton");
  }

  /** Hits come by themselves while one types; the first of them is looked at. */
  private void lookAt(String pod) throws StuckException, InterruptedException {
    hand.until(
        "the pod in the inspector",
        () -> {
          Sight.of("searchField").ifPresent(field -> Hand.press(field, KeyCode.ENTER));
          return Sight.of("inspectorHeader titleLabel").map(Sight::text).orElse("").equals(pod);
        });
  }

  /** A freeze follows a mark by itself. */
  private void frozen() throws IOException, StuckException, InterruptedException {
    stageDone("freeze");
    hand.until("a checked chain", () -> styled("chainButton", "tone-good"));
    album.keep("frozen");
    pages.graph();
  }

  /** Which wizard comes when, chosen before the first of them changes anything. */
  private void order(Map<String, String> options)
      throws IOException, StuckException, InterruptedException {
    hand.shortcut(KeyCode.K);
    hand.type("queryField", Texts.of("shell.case.order"));
    hand.key("queryField", KeyCode.ENTER);
    hand.select("order-" + options.getOrDefault("choose", "quiet"));
    hand.type("reasonField", options.getOrDefault("reason", ""));
    album.keep("order");
    hand.press("chooseButton");
    hand.until("no sheet", () -> Sight.of("questionGrid").isEmpty());
  }

  /** The report is written by the window itself, as a responder has it written. */
  private void report() throws IOException, StuckException, InterruptedException {
    pages.journal();
    pages.sheets();
    pages.report();
    stageDone("report");
    album.keep("exported");
  }

  private void stageDone(String phase) throws StuckException, InterruptedException {
    String id = "stage-" + phase;
    hand.until(phase + " done", () -> styled(id, "stage-done"));
  }

  private static boolean styled(String id, String style) {
    return Sight.of(id).filter(node -> node.getStyleClass().contains(style)).isPresent();
  }
}
