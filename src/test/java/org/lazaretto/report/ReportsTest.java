package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private final Reports reports = new Reports();

  @Test
  void all_formats_tell_of_the_same_case() throws IOException {
    IncidentReport report = SampleCases.contained().report();
    for (ReportFormat format : ReportFormat.values()) {
      String text = reports.write(report, format);
      if (System.getProperty("look") != null) {
        Files.writeString(Path.of(System.getProperty("look"), "report." + format.word()), text);
      }
      assertThat(text).contains("IR-2026-014").contains("TLP:AMBER").contains("shop/orders-b4x9");
    }
  }
}
