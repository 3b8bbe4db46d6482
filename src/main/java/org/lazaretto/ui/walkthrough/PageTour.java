package org.lazaretto.ui.walkthrough;

import java.io.IOException;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Looks at the pages beside the main path, and leaves the window as it found it. */
final class PageTour {
  /** What each tab is called, in the order in which they stand. */
  private static final List<String> TABS =
      List.of("overview", "events", "log", "neighbours", "yaml");

  private final Hand hand;
  private final Album album;

  PageTour(Hand hand, Album album) {
    this.hand = hand;
    this.album = album;
  }

  /** The whole window, once each of its pages stands and the cluster was read. */
  void map() throws IOException, StuckException, InterruptedException {
    hand.find("rowTable");
    loaded("the cluster");
    hand.until("both lenses", () -> Sight.of("graphButton").filter(Node::isDisabled).isEmpty());
    album.keep("map");
  }

  /** Every tab of what is selected; ends at the first, which is left to who comes next. */
  void inspector() throws IOException, StuckException, InterruptedException {
    for (String tab : TABS.subList(1, TABS.size())) {
      turn(tab);
      album.keep("inspector-" + tab);
    }
    turn(TABS.getFirst());
  }

  private void turn(String name) throws StuckException, InterruptedException {
    hand.use(
        "detailTabs",
        TabPane.class,
        tabs -> {
          Tab tab =
              tabs.getTabs().stream()
                  .filter(each -> each.getId().equals(name + "Tab"))
                  .findFirst()
                  .orElseThrow();
          tabs.getSelectionModel().select(tab);
          return true;
        });
    loaded(name);
  }

  /** Waits until nothing in sight says that it is still being read. */
  private void loaded(String what) throws StuckException, InterruptedException {
    hand.until(what + " to be read", () -> !Sight.any(PageTour::loading));
  }

  private static boolean loading(Node node) {
    return node.getStyleClass().contains("state-loading");
  }

  /** The other lens. */
  void graph() throws IOException, StuckException, InterruptedException {
    hand.press("graphButton");
    hand.find("graphPane");
    album.keep("graph");
    hand.press("mapButton");
  }

  /** The sheets that stand above the page: what can be done, by which keys, and how it is set. */
  void sheets() throws IOException, StuckException, InterruptedException {
    hand.shortcut(KeyCode.K);
    hand.type("queryField", "report");
    album.keep("palette");
    hand.key("queryField", KeyCode.ESCAPE);
    hand.press("settingsButton");
    hand.find("operatorField");
    album.keep("settings");
    hand.key("operatorField", KeyCode.ESCAPE);
    hand.until("no sheet", () -> Sight.of("operatorField").isEmpty());
  }

  /** The last row of the journal with all that it says. */
  void journal() throws IOException, StuckException, InterruptedException {
    album.keep("journal");
    hand.use(
        "rowTable",
        TableView.class,
        table -> {
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(0);
          Hand.press(table, KeyCode.ENTER);
          return true;
        });
    hand.find("detailBox");
    album.keep("journal-detail");
    hand.key("rowTable", KeyCode.ESCAPE);
  }

  /** Reads the report, searches in it, and exports it. */
  void report() throws IOException, StuckException, InterruptedException {
    hand.press("stage-report");
    hand.find("bodyScroll");
    loaded("the report");
    hand.until("the cover", () -> Sight.any(node -> node.getStyleClass().contains("report-tlp")));
    album.keep("report");
    hand.type("reportSearchField", "chain");
    hand.key("reportSearchField", KeyCode.ENTER);
    album.keep("report-search");
    hand.key("reportSearchField", KeyCode.ESCAPE);
    hand.press("exportButton");
  }
}
