package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Sight;

/** The cordon wizard over the wire, forth and back, with a picture of each page. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CordonOnRangeTest {
  @TempDir Path home;

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  @Test
  void a_node_is_cordoned_and_the_way_there_can_be_walked_back_and_forth() throws Exception {
    try (RangeDesk range = RangeDesk.open(home)) {
      PodRef miner = range.suspected();
      String node = range.desk.snapshot().pod(miner.uid()).flatMap(Pod::node).orElseThrow();
      range.hand.act(() -> range.desk.drawerProperty().set(Optional.of(Wizard.CORDON)));
      range.hand.find("suspectBox");
      assertThat(ticked(range, "nodeLabelCheck")).isTrue();
      assertThat(ticked(range, "holdsCheck")).isTrue();
      assertThat(ticked(range, "taintCheck")).isTrue();
      range.picture("cordon-1-choose");
      range.hand.press("mainButton");
      range.hand.find("countLabel");
      range.picture("cordon-2-consequences");
      range.hand.press("mainButton");
      range.hand.until(
          "the server has answered", () -> text("stepBox").contains("dry run: accepted"));
      range.picture("cordon-3-preview");
      range.hand.press("mainButton");
      range.hand.type("reasonArea", "the miner stands there");
      range.hand.press("backButton");
      range.hand.press("backButton");
      range.hand.press("backButton");
      range.hand.find("suspectBox");
      range.hand.press("mainButton");
      range.hand.press("mainButton");
      range.hand.press("mainButton");
      String kept = range.hand.use("reasonArea", TextArea.class, TextArea::getText);
      assertThat(kept).isEqualTo("the miner stands there");
      range.picture("cordon-4-approve");
      assertThat(range.hand.read("mainButton")).isEqualTo("Cordon 1 node");
      range.hand.press("mainButton");
      range.hand.find("verdictBox");
      range.picture("cordon-6-result");
      assertThat(text("countFlow")).contains("3 verified");
      assertThat(range.hand.read("verdictLabel")).contains("verified");
      range.hand.until(
          "the node is seen cordoned",
          () -> range.desk.snapshot().node(node).map(Node::unschedulable).orElse(false));
      assertThat(range.hand.read("mainButton")).isEqualTo("Next: isolate the suspect");
    }
  }

  private static boolean ticked(RangeDesk range, String id) throws Exception {
    return range.hand.use(id, CheckBox.class, CheckBox::isSelected);
  }

  private static String text(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }
}
