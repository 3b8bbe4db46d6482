package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** By keyboard alone from the start page to the report, as {@code docs/keyboard.md} tells it. */
class KeyboardPathTest extends WindowTest {
  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void a_miner_is_found_marked_cordoned_and_reported_without_a_mouse() throws Exception {
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    Keys keys = new Keys(hand, stage());
    keys.tabTo("start-cryptominer-eks");
    keys.press(KeyCode.ENTER);
    hand.find("picturePane");
    worlds.range().awaitSettled(PATIENCE);
    hand.find("searchField");
    hand.until("no curtain", () -> Sight.of("curtainPane").isEmpty());

    String name = miner();
    keys.type("/" + name);
    hand.find("hitList");
    hand.until("its hits", () -> told("hitList").contains(name));
    keys.press(KeyCode.ENTER);
    hand.until("the pod", () -> told("inspectorHeader titleLabel").equals(name));
    assertThat(keys.focused()).isEqualTo("mapView");
    keys.press(KeyCode.ENTER);
    assertThat(keys.focused()).as("the details' tabs").isEqualTo("detailTabs");
    keys.press(KeyCode.ESCAPE);
    assertThat(keys.focused()).as("the picture, what is selected still so").isEqualTo("mapView");

    keys.press(KeyCode.SPACE);
    hand.until("the question", () -> text("reasonField").startsWith("It looks suspicious"));
    keys.type("it mines");
    keys.press(KeyCode.ENTER);
    hand.until("the freeze", () -> done("freeze"));
    assertThat(keys.focused()).as("the focus is on the picture again").isEqualTo("mapView");

    run(keys, "cordon", "Cordon");
    hand.find("summaryBox");
    hand.until("the verdict", () -> onward(keys));
    assertThat(hand.read("verdictBox")).contains("Done. Each step was verified");
    keys.press(KeyCode.ESCAPE);
    hand.until("the cordon on the rail", () -> done("cordon"));
    hand.until("the keys of the picture", () -> map().isFocused());

    run(keys, "incident report", "Read the incident report");
    hand.find("bodyScroll");
    hand.until("the cover", () -> Sight.any(node -> node.getStyleClass().contains("report-tlp")));
    hand.until("a report that can be exported", () -> enabled("exportButton"));
    run(keys, "export", "Export");
    hand.until("the report", () -> done("report"));
    keys.press(KeyCode.ESCAPE);
    hand.until("the picture in its place", () -> Sight.of("bodyScroll").isEmpty());
    hand.until("the keys of the picture again", () -> map().isFocused());
    theJournalSaysSo();
  }

  /** Runs a command by its words. */
  private void run(Keys keys, String words, String command) throws Exception {
    keys.ctrl(KeyCode.K);
    hand.until("the palette", () -> Sight.of("queryField").filter(Node::isFocused).isPresent());
    keys.type(words);
    assertThat(hand.see(() -> text("queryField"))).isEqualTo(words);
    hand.until("the command", () -> firstCommand().contains(command));
    keys.press(KeyCode.ENTER);
  }

  private static String firstCommand() {
    return told("actionList").lines().findFirst().orElse("");
  }

  /** Presses the main button of one page after the other; whether the last is there. */
  private static boolean onward(Keys keys) {
    boolean there = Sight.of("verdictBox").isPresent();
    if (!there && enabled("drawerBox mainButton")) {
      keys.ctrlNow(KeyCode.ENTER);
    }
    return there;
  }

  private void theJournalSaysSo() throws Exception {
    assertThat(workstation().read(caseFolder()).lines())
        .extracting(JournalLine::entry)
        .anySatisfy(entry ->
            assertThat(entry)
                .isInstanceOfSatisfying(
                    Entry.SuspectMarked.class,
                    mark -> assertThat(mark.reason()).isEqualTo("it mines")))
        .anyMatch(Entry.ReportWritten.class::isInstance);
  }

  private String miner() {
    String pod =
        worlds.scenario().walkthrough().stream()
            .filter(step -> step.action().equals("mark"))
            .map(WalkthroughStep::options)
            .map(options -> options.getOrDefault("pod", ""))
            .findFirst()
            .orElseThrow();
    return pod.substring(pod.indexOf('/') + 1);
  }

  private static String text(String field) {
    return Sight.of(field).map(found -> ((TextField) found).getText()).orElse("");
  }

  private static Node map() {
    return Sight.of("mapView").orElseThrow();
  }

  private static boolean enabled(String button) {
    return Sight.of(button).filter(node -> !node.isDisabled()).isPresent();
  }

  private static boolean done(String phase) {
    return Sight.of("stage-" + phase)
        .filter(stage -> stage.getStyleClass().contains("stage-done"))
        .isPresent();
  }
}
