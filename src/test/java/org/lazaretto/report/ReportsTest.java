package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportsTest {
  private final Reports reports = new Reports();

  @Test
  void all_formats_tell_of_the_same_case() {
    IncidentReport report = SampleCases.contained().report();
    for (ReportFormat format : ReportFormat.values()) {
      String text = reports.write(report, format);
      assertThat(text).contains("IR-2026-014").contains("TLP:AMBER").contains("shop/orders-b4x9");
    }
  }

  @Test
  void the_same_input_gives_the_same_bytes() {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(reports.write(SampleCases.contained().report(), format))
          .isEqualTo(new Reports().write(SampleCases.contained().report(), format));
    }
  }

  @Test
  void json_is_plain_ascii_with_signs_as_words() {
    String json = reports.json(SampleCases.troubled().report());

    assertThat(json).matches("[\\x20-\\x7e\\n]+");
    assertThat(json).contains("\"sign\" : \"open\"").contains("\"classification\" : \"TLP:AMBER\"");
  }

  @Test
  void a_format_is_known_by_its_extension() {
    assertThat(ReportFormat.of("md")).contains(ReportFormat.MD);
    assertThat(ReportFormat.of("HTML")).contains(ReportFormat.HTML);
    assertThat(ReportFormat.of("docx")).isEmpty();
  }

  @Test
  void a_classification_is_known_with_and_without_its_prefix() {
    assertThat(Classification.of("tlp:amber+strict")).contains(Classification.AMBER_STRICT);
    assertThat(Classification.of("green")).contains(Classification.GREEN);
    assertThat(Classification.of("secret")).isEmpty();
  }
}
