package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.range.http.Faults;
import org.lazaretto.ui.walkthrough.Sight;

/** The window and the case are closed while a plan is under way. */
class LeavingTest extends WindowTest {
  private static final Duration LATE = Duration.ofSeconds(5);

  @Test
  void the_window_does_not_close_over_a_plan_and_what_was_cancelled_has_its_end_on_disk()
      throws Exception {
    practise();
    markTheMiner();
    toTheApprovalOfACordon();
    worlds
        .range()
        .faults()
        .strike(
            Faults.Match.of("patch", "nodes"),
            Faults.Turn.all(),
            new Faults.Fault.LateAnswer(LATE));
    hand.press("drawerBox mainButton");
    hand.find("runList");

    closeTheWindow();
    assertThat(hand.read("titleLabel")).isEqualTo("A plan is under way: Cordon");
    hand.press("stayButton");
    hand.until("the sheet is gone", () -> Sight.of("stayButton").isEmpty());
    assertThat(hand.see(() -> stage().isShowing())).isTrue();

    closeTheWindow();
    hand.press("cancelRunButton");
    hand.until("the window is closed", () -> !stage().isShowing());
    assertThat(workstation().read(caseFolder()).lines())
        .extracting(line -> line.entry())
        .as("the run has its end")
        .anyMatch(
            entry -> entry instanceof Entry.RunEnded ended && ended.wizard().equals("cordon"));
  }

  private void closeTheWindow() throws InterruptedException {
    hand.act(() -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private void toTheApprovalOfACordon() throws Exception {
    hand.press("stage-cordon");
    hand.press("drawerBox mainButton");
    hand.find("concernBox");
    hand.press("drawerBox mainButton");
    hand.find("effectTable");
    hand.press("drawerBox mainButton");
    hand.type("reasonArea", "it mines");
  }
}
