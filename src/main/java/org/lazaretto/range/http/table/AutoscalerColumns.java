package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** HorizontalPodAutoscalers, with what each aims at and what was measured of it. */
final class AutoscalerColumns {
  private static final int MOST_TARGETS = 2;
  private static final String UNKNOWN = "<unknown>";

  private AutoscalerColumns() {}

  static List<Column> autoscalers() {
    return List.of(
        Column.ofName(),
        Column.text("Reference", AutoscalerColumns::scaled),
        Column.text("Targets", AutoscalerColumns::targets),
        Column.text("MinPods", Cells.text("/spec/minReplicas", "<unset>")),
        Column.text("MaxPods", Cells.text("/spec/maxReplicas", "")),
        Column.text("Replicas", Cells.text("/status/currentReplicas", "0")),
        Column.ofAge());
  }

  private static String scaled(JsonNode autoscaler) {
    JsonNode target = autoscaler.at("/spec/scaleTargetRef");
    return target.path("kind").asText() + "/" + target.path("name").asText();
  }

  private static String targets(JsonNode autoscaler) {
    JsonNode metrics = autoscaler.at("/spec/metrics");
    JsonNode current = autoscaler.at("/status/currentMetrics");
    List<String> told = new ArrayList<>();
    for (int i = 0; i < Math.min(metrics.size(), MOST_TARGETS); i++) {
      told.add(target(metrics.get(i), current.path(i)));
    }
    if (told.isEmpty()) {
      return Cells.NONE;
    }
    int more = metrics.size() - told.size();
    return String.join(", ", told) + (more > 0 ? " + " + more + " more..." : "");
  }

  private static String target(JsonNode metric, JsonNode measured) {
    String type = metric.path("type").asText("");
    String source =
        type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    JsonNode aim = metric.path(source).path("target");
    JsonNode now = measured.path(source).path("current");
    boolean resource = type.endsWith("esource");
    if (resource && aim.hasNonNull("averageUtilization")) {
      String name = metric.path(source).path("name").asText("");
      return name + ": " + pair(now, aim, "averageUtilization", "%");
    }
    if (aim.hasNonNull("averageValue")) {
      String name = resource ? metric.path(source).path("name").asText("") + ": " : "";
      boolean says = type.equals("Object") || type.equals("External");
      return name + pair(now, aim, "averageValue", "") + (says ? " (avg)" : "");
    }
    return pair(now, aim, "value", "");
  }

  private static String pair(JsonNode now, JsonNode aim, String field, String unit) {
    String measured = now.hasNonNull(field) ? now.path(field).asText() + unit : UNKNOWN;
    String wanted = aim.hasNonNull(field) ? aim.path(field).asText() + unit : "<auto>";
    return measured + "/" + wanted;
  }
}
