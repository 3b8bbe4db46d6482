package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The report of an open case, asked for from the journal. */
class ReportExportTest extends WindowTest {
  @Test
  void the_journal_exports_the_report_into_the_case_and_has_a_line_for_each_file()
      throws Exception {
    practise();
    hand.press("reportButton");
    hand.until(
        "three lines of reports",
        () ->
            org.lazaretto.ui.walkthrough.Sight.of("rowTable")
                .map(table -> (javafx.scene.control.TableView<?>) table)
                .filter(table -> table.getItems().size() >= 7)
                .isPresent());
    try (Stream<Path> files = Files.walk(home)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(n -> n.startsWith("report-"))
              .toList();
      assertThat(names).hasSize(3);
    }
  }
}
