package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Sight;

/** Freeze, cordon and evacuation over the wire, one after the other, with their pictures. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class EvacuateOnRangeTest {
  @TempDir Path home;

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  @Test
  void the_clean_applications_leave_and_the_suspect_stays() throws Exception {
    try (RangeDesk range = RangeDesk.open(home)) {
      PodRef miner = range.suspected();
      String node = range.desk.snapshot().pod(miner.uid()).flatMap(Pod::node).orElseThrow();
      open(range, Wizard.EVACUATE);
      range.hand.find("cordonFirstButton");
      range.picture("evacuate-0-open-node");
      range.hand.press("cordonFirstButton");
      for (int page = 0; page < 4; page++) {
        range.hand.press("mainButton");
      }
      range.hand.find("verdictBox");
      range.hand.until(
          "the node is seen cordoned",
          () -> range.desk.snapshot().node(node).orElseThrow().unschedulable());
      open(range, Wizard.EVACUATE);
      range.hand.use(
          "emptyDirCheck",
          CheckBox.class,
          box -> {
            box.fire();
            return true;
          });
      range.hand.until(
          "the table",
          () -> text("workloadTable").contains("stays") && text("workloadTable").contains("moves"));
      range.picture("evacuate-1-choose");
      range.hand.press("mainButton");
      range.hand.type("waiverT44Field", "a short gap is agreed with the shop");
      range.picture("evacuate-2-consequences");
      range.hand.press("mainButton");
      range.hand.until("the server has answered", () -> text("stepBox").contains("dry run: acc"));
      range.picture("evacuate-3-preview");
      assertThat(range.hand.see(() -> range.desk.previewProperty().get().pods()))
          .containsKey(miner.uid());
      range.hand.press("mainButton");
      range.hand.type("reasonArea", "a poisoned tag; the others pull other images");
      range.picture("evacuate-4-approve");
      range.hand.type("typedField", node.split("\\.", 2)[0]);
      range.hand.press("mainButton");
      range.hand.find("verdictBox");
      range.picture("evacuate-6-result");
      assertThat(range.hand.read("verdictLabel")).contains("verified");
      assertThat(range.incident.snapshot().pod(miner.uid())).isPresent();
      open(range, Wizard.FREEZE);
      range.hand.press("mainButton");
      range.hand.press("mainButton");
      range.hand.find("stepList");
      range.picture("freeze-3-preview");
    }
  }

  private static void open(RangeDesk range, Wizard wizard) throws InterruptedException {
    range.hand.act(() -> range.desk.drawerProperty().set(Optional.of(wizard)));
  }

  private static String text(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }
}
