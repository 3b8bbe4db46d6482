package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StyleTest {
  private static final Pattern THEME = Pattern.compile(":root \\{(.*?)\\}", Pattern.DOTALL);
  private static final Pattern TOKEN = Pattern.compile("--(\\w+): #(\\w{6})");

  private static String html = "";

  @BeforeAll
  static void write() {
    html = new Reports().html(SampleCases.contained().report());
  }

  @Test
  void text_has_a_contrast_of_four_and_a_half_to_one_in_every_theme() {
    Matcher theme = THEME.matcher(html);
    int themes = 0;
    for (; theme.find(); themes++) {
      Map<String, Integer> tokens = tokens(theme.group(1));
      for (String text : new String[] {"text", "quiet", "good", "caution", "bad", "open"}) {
        for (String ground : new String[] {"page", "box"}) {
          assertThat(contrast(tokens.getOrDefault(text, 0), tokens.getOrDefault(ground, 0)))
              .as("--%s on --%s in theme %d", text, ground, themes)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
    }
    assertThat(themes).as("light, dark and print").isEqualTo(3);
  }

  @Test
  void a_report_is_one_well_formed_file_that_loads_nothing() throws Exception {
    Xml.parse(html);
    assertThat(html)
        .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .doesNotContain("<script")
        .doesNotContainPattern("(?i)\\b(src|href|action|data)\\s*=")
        .doesNotContainPattern("(?i)@import|url\\(|http://");
  }

  @Test
  void an_empty_case_is_well_formed_and_speaks_of_each_empty_section() throws Exception {
    String empty = new Reports().html(CaseScript.begin().report());

    Xml.parse(empty);
    assertThat(empty)
        .contains("No pod has been marked")
        .contains("No step was run")
        .contains("No plan was approved")
        .contains("No evidence was kept")
        .contains("tells of no gap")
        .contains("Nothing was changed in the cluster");
  }

  private static Map<String, Integer> tokens(String theme) {
    Map<String, Integer> tokens = new LinkedHashMap<>();
    Matcher token = TOKEN.matcher(theme);
    while (token.find()) {
      tokens.put(token.group(1), Integer.parseInt(token.group(2), 16));
    }
    return tokens;
  }

  private static double contrast(int one, int other) {
    double light = Math.max(luminance(one), luminance(other));
    double dark = Math.min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double value = (channel & 0xff) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
