package org.lazaretto.ui;

import org.junit.jupiter.api.Test;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Theme;

/** The inspector as a person uses it, in a pane of its own. */
class InspectorTest extends PaneTest {
  @Test
  void a_pod_is_shown_with_what_its_object_says() throws Exception {
    open(360, 816);
    looksRight("inspector-empty");
    Pod suspect = miner();
    hand.act(() -> desk().select(new Selection.OfPod(suspect.ref())));
    hand.until("its containers", () -> told("sectionList").contains("Burstable"));
    looksRight("inspector-pod-dark");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    looksRight("inspector-pod-light");
    hand.act(() -> Theme.DARK.dress(scene()));
    hand.press("markButton");
    looksRight("inspector-reason");
    hand.type("reasonField", "its log speaks of a mining pool");
    hand.press("reasonConfirmButton");
    hand.find("suspectMenu");
    looksRight("inspector-suspect");
    hand.act(() -> desk().select(new Selection.OfNode(suspect.node().orElseThrow())));
    hand.until("its conditions", () -> told("sectionList").contains("MemoryPressure"));
    looksRight("inspector-node");
    hand.act(() ->
        desk()
            .select(
                new Selection.OfWorkload(
                    desk().snapshot().workloadOf(suspect).orElseThrow().object())));
    looksRight("inspector-workload");
  }
}
