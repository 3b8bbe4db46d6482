package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Sight;

/** The inspector as a person uses it, in a pane of its own. */
class InspectorTest extends PaneTest {
  @Test
  void a_pod_is_shown_with_what_its_object_says_and_marked_with_a_reason() throws Exception {
    open(370, 700);
    looksRight("inspector-empty");
    Pod suspect = miner();
    select(new Selection.OfPod(suspect.ref()));
    hand.until("its object", () -> told("sectionList").contains("Burstable"));
    looksRight("inspector-pod");
    hand.press("markButton");
    looksRight("inspector-reason");
    hand.type("reasonField", "its log speaks of a mining pool");
    hand.press("reasonConfirmButton");
    hand.find("suspectMenu");
    looksRight("inspector-suspect");
    hand.act(() -> desk().actions().byId("inspector.clear").orElseThrow().run().run());
    assertThat(hand.see(() -> overTheEdge("reasonConfirmButton", "reasonField"))).isFalse();
    hand.act(() -> scene().lookup("#reasonConfirmButton").requestFocus());
    looksRight("inspector-unmark");
    hand.press("reasonCancelButton");
    select(new Selection.OfNode(suspect.node().orElseThrow()));
    hand.until("its conditions", () -> told("sectionList").contains("MemoryPressure"));
    looksRight("inspector-node");
    select(new Selection.OfWorkload(desk().snapshot().workloadOf(suspect).orElseThrow().object()));
    hand.until("its replicas", () -> told("sectionList").contains("3 wanted"));
    looksRight("inspector-workload");
  }

  private boolean overTheEdge(String inner, String outer) {
    return right(inner) > right(outer) + 0.5;
  }

  private double right(String id) {
    Node node = scene().lookup("#" + id);
    return node.localToScene(node.getLayoutBounds()).getMaxX();
  }

  @Test
  void each_tab_reads_what_it_shows() throws Exception {
    open(370, 700);
    Pod suspect = miner();
    select(new Selection.OfPod(suspect.ref()));
    hand.until("how many events there are", () -> tab(1).getText().matches("Events [0-9]+"));
    hand.until("how many neighbours", () -> tab(3).getText().matches("Neighbours [0-9]+"));
    turnTo(1);
    hand.until("an event", () -> told("eventList").contains("UnexpectedProcess"));
    looksRight("inspector-events");
    turnTo(2);
    hand.until("the end of the log", () -> told("logStateLabel").equals("following"));
    looksRight("inspector-log");
    hand.type("searchField", "gulf-moon");
    hand.until("a hit", () -> told("hitsLabel").matches("[0-9]+ of [0-9]+"));
    hand.press("nextHitButton");
    hand.until("the log to wait", () -> told("logStateLabel").startsWith("paused"));
    looksRight("inspector-log-search");
    hand.press("wrapButton");
    looksRight("inspector-log-unwrapped");
    turnTo(3);
    hand.find("neighbourList");
    looksRight("inspector-neighbours");
    turnTo(4);
    hand.type("searchField", "trust me");
    hand.until("the hostile annotation", () -> told("hitsLabel").equals("1 of 1"));
    hand.press("nextHitButton");
    looksRight("inspector-yaml");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    looksRight("inspector-yaml-light");
    turnTo(2);
    hand.until("the log", () -> told("logStateLabel").equals("following"));
    looksRight("inspector-log-light");
    turnTo(1);
    looksRight("inspector-events-light");
    turnTo(0);
    hand.until("its object", () -> told("sectionList").contains("Burstable"));
    looksRight("inspector-pod-light");
  }

  @Test
  void in_the_narrowest_window_nothing_is_cut_off() throws Exception {
    open(300, 460);
    select(new Selection.OfPod(miner().ref()));
    hand.until("how many events there are", () -> tab(1).getText().matches("Events [0-9]+"));
    hand.until("how many neighbours", () -> tab(3).getText().matches("Neighbours [0-9]+"));
    hand.until("its object", () -> told("sectionList").contains("Burstable"));
    looksRight("inspector-narrow");
    turnTo(2);
    hand.until("the end of the log", () -> told("logStateLabel").equals("following"));
    looksRight("inspector-narrow-log");
  }

  private void select(Selection what) throws Exception {
    hand.act(() -> desk().select(what));
  }

  private static TabPane tabs() {
    return (TabPane) Sight.of("detailTabs").orElseThrow();
  }

  private static Tab tab(int index) {
    return tabs().getTabs().get(index);
  }

  private void turnTo(int index) throws Exception {
    hand.act(() -> tabs().getSelectionModel().select(index));
  }
}
