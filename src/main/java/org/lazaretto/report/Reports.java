package org.lazaretto.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pebbletemplates.pebble.PebbleEngine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report in its formats. Every text of the model is escaped here and nowhere else; a text
 * never becomes mark-up, script, link or hidden character. Safe to use from several threads.
 */
public final class Reports {
  private final PebbleEngine html = Templates.html();
  private final PebbleEngine markdown = Templates.markdown();
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** The report in that format, as text to be stored in UTF-8. */
  public String write(IncidentReport report, ReportFormat format) {
    return switch (format) {
      case HTML -> html(report);
      case MD -> markdown(report);
      case JSON -> json(report);
    };
  }

  /** One HTML file, well-formed as XML too, without script and without outer resources. */
  public String html(IncidentReport report) {
    return render(html, "report/report.html.peb", report);
  }

  /** Markdown as GitHub and GitLab read it. */
  public String markdown(IncidentReport report) {
    return render(markdown, "report/report.md.peb", report);
  }

  /** The document model in ASCII JSON. */
  public String json(IncidentReport report) {
    try {
      return json.writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("records of texts can always be written", e);
    }
  }

  private static String render(PebbleEngine engine, String template, IncidentReport report) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(out, Map.of("r", report), Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory does not fail", e);
    }
    return out.toString();
  }
}
