package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.ui.walkthrough.Sight;
import org.lazaretto.ui.walkthrough.Tour;

/**
 * The whole main job through the real window, as the walkthrough plays it, with a look at every
 * page on the way.
 */
class MainPathTest extends WindowTest {
  @Test
  @Timeout(value = 480, unit = TimeUnit.SECONDS)
  void a_miner_is_found_marked_contained_evacuated_around_ended_and_reported() throws Exception {
    practise();
    PageJudge judge = new PageJudge(hand, stage());

    new Tour(hand, judge, _ -> {}).play(worlds.scenario());

    assertThat(judge.pages())
        .contains("map", "search", "inspector", "graph", "cordon-preview", "evacuate-result")
        .endsWith("report", "report-search", "exported");
    theWindowSaysSo();
    Path folder = caseFolder();
    theJournalSaysSo(workstation().read(folder));
    theReportSaysSo(folder);
    assertThat(judge.broken()).isEmpty();
  }

  private void theWindowSaysSo() throws Exception {
    for (String phase :
        List.of(
            "observe", "freeze", "cordon", "isolate", "evacuate", "dispose", "recover", "report")) {
      assertThat(hand.see(() -> Sight.of("stage-" + phase).orElseThrow().getStyleClass()))
          .as(phase)
          .contains("stage-done");
    }
    hand.until("the chain", () -> told("chainButton").contains("verified"));
    assertThat(hand.see(() -> scene().lookup("#mapView").getAccessibleText()))
        .contains("1 suspect");
  }

  private void theJournalSaysSo(CaseFile file) {
    assertThat(file.verification().problems()).isEmpty();
    List<Entry> entries = file.lines().stream().map(JournalLine::entry).toList();
    assertThat(only(entries, Entry.SuspectMarked.class))
        .singleElement()
        .satisfies(mark -> assertThat(mark.pod().path()).isEqualTo(suspect()));
    assertThat(only(entries, Entry.RunEnded.class))
        .allSatisfy(run -> assertThat(run.status()).as(run.wizard()).isEqualTo("done"))
        .extracting(Entry.RunEnded::wizard)
        .containsExactly(
            "freeze", "cordon", "isolate", "credentials", "evacuate", "dispose", "recover");
    assertThat(only(entries, Entry.OrderChosen.class)).hasSize(1);
    assertThat(only(entries, Entry.Intent.class))
        .as("every intent has its outcome")
        .hasSameSizeAs(only(entries, Entry.Outcome.class));
    assertThat(only(entries, Entry.Verified.class))
        .allSatisfy(read -> assertThat(read.verdict()).isEqualTo("holds"));
    assertThat(only(entries, Entry.ReportWritten.class)).hasSize(3);
  }

  private static <T extends Entry> List<T> only(List<Entry> entries, Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private String suspect() {
    return worlds.scenario().walkthrough().stream()
        .filter(step -> step.action().equals("mark"))
        .map(WalkthroughStep::options)
        .map(options -> options.getOrDefault("pod", ""))
        .findFirst()
        .orElseThrow();
  }

  private void theReportSaysSo(Path folder) throws Exception {
    try (Stream<Path> reports = Files.list(folder.resolve("reports"))) {
      Path html =
          reports.filter(file -> file.toString().endsWith(".html")).findFirst().orElseThrow();
      assertThat(Files.readString(html))
          .contains("EXERCISE")
          .contains("TLP:CLEAR")
          .contains(suspect())
          .contains("chain holds")
          .contains("One node was cordoned")
          .contains("Map before the plan to cordon")
          .contains("Map after the plan to evacuate");
    }
  }
}
