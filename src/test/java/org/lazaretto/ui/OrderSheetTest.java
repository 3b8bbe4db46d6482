package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lazaretto.plan.order.Answer.Reply;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Camera;
import org.lazaretto.ui.walkthrough.Sight;

/** The order of the wizards as a responder chooses it over an open incident. */
class OrderSheetTest extends WindowTest {
  private void command(String words) throws Exception {
    hand.shortcut(KeyCode.K);
    hand.type("queryField", words);
    hand.until("the command", () -> told("actionList").contains(words));
    hand.key("queryField", KeyCode.ENTER);
  }

  /** The page below is dimmed, so that only the sheet keeps the rules. */
  private void sheetLooksRight(String page, String sheet) throws Exception {
    new Camera(hand, Path.of("target/screenshots")).take(scene(), page);
    assertThat(
            hand.see(() ->
                ScreenRules.broken(
                    (Parent) scene().getRoot().lookup(sheet), Shot.of(scene().snapshot(null)))))
        .as(page)
        .isEmpty();
  }

  private String journal() {
    try {
      return Files.readString(caseFolder().resolve("journal.jsonl"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void an_answer_changes_the_proposal_and_the_choice_is_journalled() throws Exception {
    practise();
    command("Choose the order of the wizards");
    hand.until("a proposal", () -> told("proposedLabel").startsWith("Proposed:"));
    sheetLooksRight("order", ".order-sheet");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    hand.use(
        "answer-harm",
        ChoiceBox.class,
        box -> {
          ((ChoiceBox<Reply>) box).setValue(Reply.YES);
          return true;
        });
    hand.until("it to follow", () -> told("proposedLabel").startsWith("Proposed: Stop the harm"));
    sheetLooksRight("order-light", ".order-sheet");
    hand.key("order-stop-the-harm", KeyCode.DOWN);
    hand.key("order-race-the-clock", KeyCode.DOWN);
    hand.until("the keys' choice", () -> told("chooseButton").equals("Choose “API only”"));
    hand.until(
        "it to be seen",
        () -> ((ScrollPane) Sight.of("orderScroll").orElseThrow()).getVvalue() > 0.9);
    hand.use(
        "order-quiet",
        RadioButton.class,
        radio -> {
          radio.fire();
          return true;
        });
    hand.until("what is chosen", () -> told("chooseButton").equals("Choose “Quiet”"));
    hand.type("reasonField", "we watch it first");
    hand.press("chooseButton");
    hand.until("the sheet is gone", () -> Sight.of("proposedLabel").isEmpty());
    hand.until("the choice in the journal", () -> journal().contains("we watch it first"));
    assertThat(journal()).contains("we watch it first", "stop-the-harm", "responder's answer");
    command("Choose the order of the wizards");
    hand.until(
        "the earlier choice",
        () ->
            told("earlierLabel").startsWith("✓ “Quiet” was chosen at")
                && told("earlierLabel").endsWith("we watch it first")
                && told("chooseButton").equals("Choose “Quiet” again"));
    sheetLooksRight("order-again-light", ".order-sheet");
    hand.key("reasonField", KeyCode.ESCAPE);
    hand.until("the sheet is gone", () -> Sight.of("proposedLabel").isEmpty());
  }

  @Test
  void what_may_be_done_is_told_by_wizard_with_the_rights_of_each() throws Exception {
    practise();
    command("Show what you may do here");
    hand.until("the answer", () -> told("summaryLabel").startsWith("✓"));
    hand.until("the rows are drawn", () -> told("rightsTable").contains("evacuate"));
    sheetLooksRight("rights", ".rights-sheet");
    hand.press("closeButton");
    hand.until("the sheet is gone", () -> Sight.of("summaryLabel").isEmpty());
  }
}
