package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lazaretto.session.Incident;
import org.lazaretto.ui.shell.Opening;

/** The pages that the main path does not come to, in every size and both themes. */
class OtherPagesTest extends WindowTest {
  @Test
  void the_start_page_and_its_sheets_break_no_rule() throws Exception {
    open(new Opening.Start());
    PageJudge judge = new PageJudge(hand, stage());
    hand.find("start-cryptominer-eks");
    judge.keep("start");
    hand.press("shortcutsButton");
    hand.find("keyBox");
    judge.keep("start-shortcuts");
    hand.press("closeButton");
    hand.press("paletteButton");
    hand.find("actionList");
    judge.keep("start-palette");
    hand.key("queryField", KeyCode.ESCAPE);
    hand.press("settingsButton");
    hand.find("operatorField");
    judge.keep("start-settings");

    assertThat(judge.broken()).isEmpty();
  }

  @Test
  void a_case_that_is_only_read_breaks_no_rule() throws Exception {
    Path folder = home.resolve("case");
    try (Incident incident = workstation().practise("cryptominer-eks", Optional.of(folder), 1)) {
      assertThat(incident.journal()).isNotEmpty();
    }
    open(new Opening.Reading(folder));
    PageJudge judge = new PageJudge(hand, stage());
    hand.until("the report", () -> told("bodyBox").contains("Nobody is marked."));
    judge.keep("reading");
    assertThat(judge.broken()).isEmpty();
  }

  @Test
  void what_opens_beside_the_picture_breaks_no_rule() throws Exception {
    practise();
    PageJudge judge = new PageJudge(hand, stage());
    hand.press("legendToggle");
    hand.find("legendGrid");
    judge.keep("legend");
    hand.press("legendToggle");
    hand.press("noteButton");
    hand.type("noteArea", "The team lead was called.");
    judge.keep("note");

    assertThat(judge.broken()).isEmpty();
  }
}
