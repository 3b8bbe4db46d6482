package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Sight;

/** The filters above map and graph in the real window, over the training range. */
class FilterChipsTest extends WindowTest {
  private void lookAtMiner() throws Exception {
    practise();
    hand.find("namespaceChip");
    hand.type("searchField", "payments");
    hand.find("hitList");
    enter(false);
    hand.find("markButton");
  }

  private void enter(boolean all) throws Exception {
    Node field = hand.find("searchField");
    hand.act(() ->
        field.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, all, false, all)));
  }

  private void mark() throws Exception {
    hand.press("markButton");
    hand.type("reasonField", "its log speaks of a mining pool");
    hand.press("reasonConfirmButton");
    hand.find("suspectMenu");
  }

  private static BooleanSupplier says(String id, String text) {
    return () -> Sight.of(id).map(Sight::text).orElse("").contains(text);
  }

  private static BooleanSupplier chosen(String id) {
    return () -> Sight.of(id).filter(chip -> ((ToggleButton) chip).isSelected()).isPresent();
  }

  @Test
  void each_filter_has_a_chip_that_takes_it_off() throws Exception {
    lookAtMiner();
    assertThat(hand.sees("suspectsChip")).isFalse();
    assertThat(hand.sees("litChip")).isFalse();
    mark();
    hand.until("its chip", says("suspectsChip", "1 suspect"));

    hand.press("suspectsChip");
    hand.until("the chip on", chosen("suspectsChip"));
    looksRight("chips-suspects");
    hand.press("flag-host-network");
    hand.until("another light", says("litChip", "host network"));
    assertThat(hand.see(chosen("suspectsChip")::getAsBoolean)).isFalse();
    hand.press("flaggedChip");
    hand.press("namespace-platform");
    hand.until("a namespace less", says("namespaceChip", "of 6"));
    looksRight("chips-dark");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    looksRight("chips-light");

    hand.press("litChip");
    hand.press("flaggedChip");
    hand.act(() -> ((MenuButton) scene().lookup("#namespaceChip")).show());
    hand.act(() -> ((MenuButton) scene().lookup("#namespaceChip")).getItems().getFirst().fire());
    hand.until("all namespaces", says("namespaceChip", "all"));
    assertThat(hand.sees("litChip")).isFalse();
  }

  @Test
  void what_a_search_lights_is_named_and_taken_off() throws Exception {
    practise();
    hand.find("namespaceChip");
    hand.type("searchField", "redis");
    hand.find("hitList");
    hand.until("hits", () -> Sight.of("hitList").map(Sight::text).orElse("").contains("redis"));
    enter(true);

    hand.until("the search", says("litChip", "redis"));
    looksRight("chips-search");
    hand.press("litChip");
    hand.until("no chip", () -> Sight.of("litChip").isEmpty());
  }

  @Test
  void a_pivot_of_the_inspector_lasts_without_a_suspect() throws Exception {
    lookAtMiner();
    hand.act(() -> pivots().show());
    hand.until("its pivots", () -> pivots().getItems().size() >= 5);
    hand.act(() -> pivots().getItems().get(1).fire());

    hand.until("the pivot", says("litChip", "same service account as payments"));
    hand.act(() -> pivots().show());
    hand.until("a way back", () -> pivots().getItems().size() > 5);
    assertThat(hand.sees("litChip")).isTrue();
    hand.press("litChip");
    hand.until("no chip", () -> Sight.of("litChip").isEmpty());
  }

  private static MenuButton pivots() {
    return (MenuButton) Sight.of("pivotMenu").orElseThrow();
  }

  @Test
  void beside_a_drawer_in_the_smallest_window_every_tool_is_there() throws Exception {
    lookAtMiner();
    mark();
    hand.until("the freeze", says("journalPane", "freeze"));
    hand.press("flag-host-network");
    hand.until("a chip", says("litChip", "host network"));
    hand.act(() -> {
      stage().setWidth(1100);
      stage().setHeight(700);
    });
    hand.press("stage-cordon");
    hand.find("summaryBox");
    toolsAreWhole("litChip", "zoomOutButton", "zoomInButton", "fitButton");
    looksRight("chips-small-drawer");
    narrowPicture();
    hand.until("one chip for all", says("foldedChip", "1 filter"));
    toolsAreWhole("foldedChip", "zoomOutButton", "zoomInButton", "fitButton");
    hand.press("graphButton");
    hand.find("scopeCombo");
    toolsAreWhole("scopeCombo", "zoomOutButton", "zoomInButton", "fitButton");
    looksRight("chips-small-drawer-graph");
  }

  /** As where the picture has next to no room beside other panes. */
  private void narrowPicture() throws Exception {
    hand.use(
        "lensBar",
        Region.class,
        bar -> {
          bar.setMaxWidth(400);
          return true;
        });
  }

  /** Inside of the bar, and as wide as they want to be. */
  private void toolsAreWhole(String... ids) throws Exception {
    for (String id : ids) {
      Node tool = hand.find(id);
      Node bar = hand.find("lensBar");
      hand.until(
          id + " in the bar",
          () ->
              bar.localToScene(bar.getLayoutBounds())
                  .contains(tool.localToScene(tool.getLayoutBounds())));
      if (tool instanceof ButtonBase button) {
        assertThat(hand.see(button::isTextTruncated)).as(id).isFalse();
      }
    }
  }
}
