package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Entry;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;
import org.lazaretto.ui.walkthrough.WindowGuide;

/** A walkthrough that is watched in the window from the start page on. */
class WatchTest extends WindowTest {
  @BeforeEach
  void somebody_can_play() {
    guide = Optional.of(new WindowGuide(Toolkit.fx(), Duration.ZERO));
  }

  private List<String> notes() throws Exception {
    return workstation().read(caseFolder()).lines().stream()
        .map(line -> line.entry())
        .filter(Entry.Note.class::isInstance)
        .map(entry -> ((Entry.Note) entry).text())
        .toList();
  }

  @Test
  void a_walkthrough_is_played_in_sight_and_says_where_its_result_is() throws Exception {
    worlds.shortened(2);
    open(new Opening.Start());
    hand.find("watch-cryptominer-eks");
    looksRight("start-watch");
    hand.press("watch-cryptominer-eks");
    hand.until("its first step", () -> told("guideLabel").contains("step 1 of 2"));
    hand.until("its end", () -> told("guideLabel").contains("The walkthrough has ended"));
    assertThat(hand.read("guideLabel")).startsWith("EXERCISE").contains(caseFolder().toString());
    looksRight("guide-ended");
    hand.press("guideFolderButton");
    assertThat(desktop.shown()).containsExactly(caseFolder());
    assertThat(notes()).first().asString().contains("no person decides");
    hand.press("guideCloseButton");
    hand.until("the bar is gone", () -> Sight.of("guideLabel").isEmpty());
  }

  @Test
  void who_stops_a_walkthrough_has_the_window_and_the_journal_says_from_where_on()
      throws Exception {
    guide = Optional.of(new WindowGuide(Toolkit.fx(), Duration.ofHours(1)));
    open(new Opening.Start());
    hand.press("watch-cryptominer-eks");
    hand.until("a step", () -> told("guideLabel").contains("step 1 of") || waiting());
    looksRight("guide-doing");
    hand.press("guideStopButton");
    hand.until("the end", () -> told("guideLabel").contains("was stopped"));
    looksRight("guide-stopped");
    hand.type("searchField", "payments");
    hand.find("hitList");
    assertThat(hand.see(() -> told("guideLabel"))).contains("was stopped");
  }

  private static boolean waiting() {
    return told("guideLabel").contains("begins when the practice cluster has started");
  }

  @Test
  void without_a_guide_no_walkthrough_is_offered() throws Exception {
    guide = Optional.empty();
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    assertThat(hand.sees("watch-cryptominer-eks")).isFalse();
  }
}
