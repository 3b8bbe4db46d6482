package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;
import org.lazaretto.ui.walkthrough.Sight;

/** A cluster that goes on living while somebody works in the window. */
class ChangingClusterTest extends WindowTest {
  private static final int BURST = 3_000;

  @Test
  void a_pod_that_vanishes_while_its_wizard_is_open_is_told_and_holds_the_plan() throws Exception {
    practise();
    String suspect = markTheMiner();
    hand.press("stage-cordon");
    hand.press("drawerBox mainButton");
    hand.find("concernBox");
    hand.press("drawerBox mainButton");
    hand.find("effectTable");
    int sent = sent();

    ObjectStore store = worlds.range().store();
    String name = suspect.substring(suspect.indexOf('/') + 1);
    store.delete(ResourceTypes.PODS, "shop", name, Deletion.now());

    hand.until("the hold", () -> told("drawerBox").contains("no plan can be made any more"));
    assertThat(told("drawerBox")).contains(name);
    looksRight("wizard-vanished");
    assertThat(hand.see(() -> Sight.of("drawerBox mainButton").orElseThrow().isDisabled()))
        .as("the plan goes no further")
        .isTrue();
    looksRight("wizard-vanished");
    assertThat(sent()).as("nothing was sent").isEqualTo(sent);
    hand.press("drawerBox closeButton");
    hand.until("the mark stays", () -> told("findPane").contains("SUSPECTS"));
  }

  private int sent() throws Exception {
    return (int)
        workstation().read(caseFolder()).lines().stream()
            .filter(line -> line.entry() instanceof Entry.Intent)
            .count();
  }

  @Test
  void of_a_thousand_events_a_second_no_last_state_is_lost() throws Exception {
    practise();
    hand.until("all pods", () -> told("countsLabel").contains("6 nodes"));
    ObjectStore store = worlds.range().store();
    List<Stored> nodes = store.list(ResourceTypes.NODES, Optional.empty());
    PulseWatch watch = new PulseWatch(hand);
    long began = System.nanoTime();
    for (int i = 0; i < BURST; i++) {
      String zone = "zone-" + i % 7;
      Stored node = nodes.get(i % nodes.size());
      store.update(ResourceTypes.NODES, "", node.name(), tree -> inZone(tree, zone));
    }
    for (Stored node : nodes) {
      store.update(ResourceTypes.NODES, "", node.name(), tree -> inZone(tree, "the-last"));
    }
    double seconds = (System.nanoTime() - began) / 1e9;

    hand.until("every last state", () -> told("countsLabel").contains("1 zone"));
    watch.end();
    assertThat(BURST / seconds).as("events a second").isGreaterThan(1_000);
    assertThat(watch.longest()).isLessThan(Duration.ofSeconds(2));
  }

  private static ObjectNode inZone(ObjectNode tree, String zone) {
    ((ObjectNode) tree.get("metadata"))
        .withObjectProperty("labels")
        .put("topology.kubernetes.io/zone", zone);
    return tree;
  }
}
