package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.lazaretto.report.Classification;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.report.ReportPage;
import org.lazaretto.ui.walkthrough.Sight;

/** The report as it is read in the window. */
class ReportPageTest extends PaneTest {
  private final AtomicInteger exported = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();

  @Override
  Page pageOf(Desk desk) {
    return new ReportPage(
        desk.incident().dossier(),
        desk.background(),
        desk.classificationProperty(),
        new ReportPage.Doors(exported::incrementAndGet, left::incrementAndGet));
  }

  @Test
  void the_report_says_what_is_empty_and_names_a_suspect_once_it_is_marked() throws Exception {
    open(820, 700);
    whole();
    assertThat(told("bodyBox")).contains("Nobody is marked.");
    looksRight("report-empty");
    var suspect = miner();
    desk().incident().mark(suspect.ref(), "its log speaks of a mining pool");
    hand.press("refreshButton");
    hand.until("the suspect", () -> told("bodyBox").contains("its log speaks of a mining pool"));
    assertThat(told("bodyBox")).contains(suspect.ref().path());
    looksRight("report-dark");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    looksRight("report-light");
    hand.press("exportButton");
    hand.press("closeButton");
    assertThat(exported).hasValue(1);
    assertThat(left).hasValue(1);
  }

  @Test
  void words_are_searched_by_keys_alone_and_what_is_found_comes_into_sight() throws Exception {
    open(820, 500);
    whole();
    double top = hand.see(() -> scroll().getVvalue());

    hand.act(() -> press(scroll(), KeyCode.F, true));
    assertThat(hand.see(() -> scene().getFocusOwner().getId())).isEqualTo("reportSearchField");
    hand.type("reportSearchField", "chain of the journal");
    assertThat(hand.read("hitCountLabel")).isEqualTo("1 of 1");
    hand.until("what is found comes into sight", () -> scroll().getVvalue() > top);
    looksRight("report-search");

    hand.type("reportSearchField", "line");
    String first = hand.read("hitCountLabel");
    hand.key("reportSearchField", KeyCode.ENTER);
    assertThat(hand.read("hitCountLabel")).isNotEqualTo(first);
    hand.key("reportSearchField", KeyCode.ESCAPE);
    assertThat(hand.see(() -> scroll().isFocused())).isTrue();
    assertThat(left).as("left by the first Esc").hasValue(0);
    hand.act(() -> press(scroll(), KeyCode.ESCAPE, false));
    assertThat(left).hasValue(1);
  }

  @Test
  void the_classification_that_is_chosen_is_the_reports_and_the_desks() throws Exception {
    open(820, 700);
    whole();
    assertThat(told("bodyBox")).contains("TLP:CLEAR");
    hand.use(
        "classificationCombo",
        ComboBox.class,
        combo -> {
          combo.getSelectionModel().select(0);
          return true;
        });
    hand.until("a report for few", () -> told("bodyBox").contains("for the named recipients only"));
    assertThat(desk().classificationProperty().get()).isEqualTo(Classification.RED);
    looksRight("report-tlp-red");
  }

  /** It is made section by section; the chain is the last of them. */
  private void whole() throws Exception {
    hand.until("the whole report", () -> told("bodyBox").contains("Every step, every line"));
  }

  private static ScrollPane scroll() {
    return (ScrollPane) Sight.of("bodyScroll").orElseThrow();
  }

  private static void press(Node node, KeyCode code, boolean shortcut) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
  }
}
