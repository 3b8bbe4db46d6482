package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Camera;

/** A sheet for the node, from the wizard that writes it to the record of what was done of it. */
class PapersSheetTest extends WindowTest {
  private void command(String words) throws Exception {
    hand.shortcut(KeyCode.K);
    hand.type("queryField", words);
    hand.until("the command", () -> told("actionList").contains(words));
    hand.key("queryField", KeyCode.ENTER);
  }

  /** The page below is dimmed, so that only the sheet keeps the rules. */
  private void sheetLooksRight(String page) throws Exception {
    new Camera(hand, Path.of("target/screenshots")).take(scene(), page);
    Parent sheet = hand.see(() -> (Parent) scene().getRoot().lookup(".papers-sheet"));
    assertThat(hand.see(() -> ScreenRules.broken(sheet, Shot.of(scene().snapshot(null)))))
        .as(page)
        .isEmpty();
  }

  private void choose(String radio) throws Exception {
    hand.use(
        radio,
        RadioButton.class,
        button -> {
          button.fire();
          return true;
        });
  }

  private String sheet() throws IOException {
    try (Stream<Path> files = Files.walk(caseFolder())) {
      Path sheet = files.filter(file -> file.toString().endsWith(".md")).findFirst().orElseThrow();
      return Files.readString(sheet);
    }
  }

  @Test
  void a_sheet_for_the_node_is_written_recorded_and_verified() throws Exception {
    practise();
    command("Record what others did of a plan");
    hand.until("it to say so", () -> told("emptyLabel").contains("Nothing was handed over"));
    hand.press("closeButton");
    markTheMiner();
    hand.press("stage-dispose");
    choose("pauseRadio");
    hand.until("a plan", () -> told("mainButton").contains("onsequences"));
    looksRight("dispose-on-node");
    hand.press("mainButton");
    hand.press("mainButton");
    hand.until("that it is for hands", () -> told("hintLabel").contains("Kubernetes cannot do"));
    hand.press("sheetButton");
    hand.until("the sheet", () -> journal().contains("hand-over sheet written"));
    assertThat(told("mainButton")).isEqualTo("Done on the node");
    command("Record what others did of a plan");
    hand.until("the step", () -> told("stepTable").contains("Freeze container"));
    assertThat(sheet()).contains("ctr -n k8s.io tasks pause").contains("io.kubernetes.pod.uid");
    sheetLooksRight("papers");
    hand.press("recordButton");
    hand.until("who is missing", () -> told("resultLabel").contains("say who did it"));
    hand.type("byField", "Ada of the node team");
    hand.type("howField", "by ssh");
    hand.press("recordButton");
    hand.until("the verdict", () -> told("stepTable").contains("? cannot tell"));
    hand.act(() -> Theme.LIGHT.dress(scene()));
    sheetLooksRight("papers-light");
    assertThat(journal()).contains("Ada of the node team");
  }

  private String journal() {
    try {
      return Files.readString(caseFolder().resolve("journal.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
