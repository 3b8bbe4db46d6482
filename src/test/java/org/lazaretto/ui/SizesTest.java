package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** Map, graph, search and every tab of the inspector in the smallest window. */
class SizesTest extends WindowTest {
  private static boolean says(String id, String text) {
    return Sight.of(id).map(Sight::text).orElse("").contains(text);
  }

  private void suspect(int width, int height) throws Exception {
    open(new Opening.Practice("cryptominer-eks", Optional.empty(), 1), width, height);
    hand.find("namespace-shop");
    worlds.range().awaitSettled(PATIENCE);
    hand.until("no curtain", () -> Sight.of("curtainPane").isEmpty());
    hand.type("searchField", "payments");
    hand.until("hits", () -> says("hitList", "payments"));
    bothThemes("search", width);
    hand.key("searchField", KeyCode.ENTER);
    hand.press("markButton");
    hand.type("reasonField", "its log speaks of a mining pool");
    hand.press("reasonConfirmButton");
    hand.find("suspectMenu");
    hand.until(
        "the freeze done",
        () ->
            Sight.of("stage-freeze")
                .filter(stage -> stage.getStyleClass().contains("stage-done"))
                .isPresent());
    hand.until("no notice", () -> Sight.of("noticeList").map(Sight::text).orElse("").isEmpty());
  }

  private void bothThemes(String page, int width) throws Exception {
    for (Theme theme : Theme.values()) {
      hand.act(() -> theme.dress(scene()));
      AtomicInteger glances = new AtomicInteger();
      hand.until("the map in that theme", () -> glances.incrementAndGet() > 4);
      looksRight("size-%d-%s-%s".formatted(width, page, theme.name().toLowerCase(Locale.ROOT)));
    }
    hand.act(() -> Theme.DARK.dress(scene()));
  }

  @Test
  void every_picture_and_tab_fits_into_the_smallest_window() throws Exception {
    int width = 1100;
    suspect(width, 700);
    bothThemes("map", width);
    String[] tabs = {"overview", "events", "log", "neighbours", "yaml"};
    for (int i = 1; i < tabs.length; i++) {
      int turned = i;
      hand.act(() -> ((TabPane) scene().lookup("#detailTabs")).getSelectionModel().select(turned));
      hand.until(
          "its content",
          () ->
              Sight.of("inspectorPane")
                  .filter(p -> !Sight.text(p).contains("being read"))
                  .isPresent());
      bothThemes(tabs[i], width);
    }
    hand.press("graphButton");
    hand.until("a suspect", () -> says("graphView", "◆"));
    bothThemes("graph", width);
  }

  @Test
  void an_open_wizard_leaves_the_picture_room_in_the_smallest_window() throws Exception {
    int width = 1100;
    suspect(width, 700);
    hand.press("stage-cordon");
    hand.find("summaryBox");
    hand.until("the list folded", () -> Sight.of("findPane").isEmpty());
    assertThat(widthOf("picturePane")).isGreaterThan(440);
    bothThemes("wizard", width);

    hand.press("drawerBox closeButton");
    hand.find("findPane");
    assertThat(widthOf("findPane")).isBetween(200.0, 260.0);
  }

  private double widthOf(String pane) throws Exception {
    return ((Region) hand.find(pane)).getWidth();
  }
}
