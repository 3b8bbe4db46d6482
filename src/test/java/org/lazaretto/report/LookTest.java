package org.lazaretto.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.CaseInfo;

class LookTest {
  @Test
  void look() throws Exception {
    Reports reports = new Reports();
    write(reports, "contained", SampleCases.contained().report());
    CaseInfo info =
        new CaseInfo(
            "EX-1", "Cryptominer " + "long-name-".repeat(12), CaseScript.UID, "range", true);
    write(
        reports,
        "troubled",
        IncidentReport.of(
            SampleCases.troubled()
                .input(
                    info,
                    new ChainState(
                        false, List.of("Line 12 does not carry the hash of line 11"), false))));
    write(reports, "empty", CaseScript.begin().report());
    write(
        reports,
        "hostile",
        IncidentReport.of(
            HostileCase.of("<script>alert(1)</script> | \u202egnp.exe " + "x".repeat(150))));
  }

  private static void write(Reports reports, String name, IncidentReport report) throws Exception {
    for (ReportFormat format : ReportFormat.values()) {
      Files.writeString(
          Path.of("/tmp/look", name + "." + format.word()), reports.write(report, format));
    }
  }
}
