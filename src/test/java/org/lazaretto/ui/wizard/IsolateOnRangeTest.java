package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Toolkit;

/** An isolation and the way back from it, over the wire, with their pictures. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class IsolateOnRangeTest {
  @TempDir Path home;

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  @Test
  void a_suspect_is_shut_off_and_opened_again_as_it_was() throws Exception {
    try (RangeDesk range = RangeDesk.open(home)) {
      PodRef miner = range.suspected();
      Map<String, String> before = labels(range, miner);
      open(range, Wizard.ISOLATE);
      range.hand.find("probeCheck");
      range.picture("isolate-1-choose");
      walk(range, "isolate");
      assertThat(range.hand.read("provenBox")).contains("to it: blocked");
      range.hand.until("the label is seen", () -> labels(range, miner).containsKey(Quarantine.KEY));

      open(range, Wizard.RECOVER);
      range.hand.type("hardenedArea", "the tag is pinned, the registry's token is new");
      range.picture("recover-1-choose");
      walk(range, "recover");
      range.hand.until("the label is gone", () -> labels(range, miner).equals(before));
    }
  }

  @Test
  void a_look_from_inside_is_waived_in_writing_and_shows_what_stands_and_what_is_blocked()
      throws Exception {
    try (RangeDesk range = RangeDesk.open(home)) {
      range.suspected();
      open(range, Wizard.ISOLATE);
      range.hand.press("lookCheck");
      range.picture("look-1-choose");
      range.hand.press("mainButton");
      range.hand.type("waiverT35Field", "what it still sends has to be known");
      range.picture("look-2-consequences");
      range.hand.press("mainButton");
      range.hand.find("stepBox");
      range.hand.press("mainButton");
      range.hand.type("reasonArea", "its pool is still reached");
      range.hand.press("mainButton");
      range.hand.find("verdictBox");
      range.picture("look-6-result");
      assertThat(range.hand.read("provenBox"))
          .contains("new connections: blocked")
          .contains("established connections: open")
          .contains("from it: blocked");
      assertThat(range.hand.read("verdictLabel")).contains("Not everything holds");
    }
  }

  @Test
  void a_suspect_is_ended_only_when_each_piece_of_evidence_is_kept_or_waived() throws Exception {
    try (RangeDesk range = RangeDesk.open(home)) {
      range.suspected();
      open(range, Wizard.CREDENTIALS);
      range.hand.find("tokensCheck");
      range.picture("credentials-1-choose");
      open(range, Wizard.DISPOSE);
      range.hand.find("orphanRadio");
      range.picture("dispose-1-choose");
      range.hand.press("mainButton");
      range.hand.find("waiverEmemoryField");
      range.picture("dispose-2-consequences");
    }
  }

  private static Map<String, String> labels(RangeDesk range, PodRef pod) {
    return range.desk.snapshot().pod(pod.uid()).orElseThrow().labels();
  }

  /** From the first page to the result, which holds. */
  private static void walk(RangeDesk range, String wizard) throws Exception {
    range.hand.press("mainButton");
    if (wizard.equals("recover")) {
      range.hand.type("waiverR03Field", "the pod is watched, and gone within the hour");
    }
    range.picture(wizard + "-2-consequences");
    range.hand.press("mainButton");
    range.hand.find("stepBox");
    range.picture(wizard + "-3-preview");
    range.hand.press("mainButton");
    range.hand.type("reasonArea", "its pool is still reached");
    range.picture(wizard + "-4-approve");
    range.hand.press("mainButton");
    range.hand.find("verdictBox");
    range.picture(wizard + "-6-result");
    assertThat(range.hand.read("verdictLabel")).contains("verified");
  }

  private static void open(RangeDesk range, Wizard wizard) throws InterruptedException {
    range.hand.act(() -> range.desk.drawerProperty().set(Optional.of(wizard)));
  }
}
