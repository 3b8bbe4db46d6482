package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;

/**
 * HorizontalPodAutoscalers in the words of {@code autoscaling/v1}, which knows one metric: the
 * processor's use. As on a real server the rest stands in annotations and comes back from them.
 */
record OldAutoscalers() implements Dialect {
  private static final String NOTES = "autoscaling.alpha.kubernetes.io/";
  private static final String METRICS = NOTES + "metrics";
  private static final String CURRENT = NOTES + "current-metrics";
  private static final String CONDITIONS = NOTES + "conditions";
  private static final String BEHAVIOR = NOTES + "behavior";
  private static final String TARGET = "targetCPUUtilizationPercentage";
  private static final String SEEN = "currentCPUUtilizationPercentage";

  @Override
  public ObjectNode told(ObjectNode stored) {
    ObjectNode told = stored.deepCopy();
    told.put("apiVersion", ResourceTypes.OLD_AUTOSCALERS.apiVersion());
    if (told.get("spec") instanceof ObjectNode spec) {
      use(spec, "metrics", "target").ifPresent(percent -> spec.set(TARGET, percent));
      note(told, METRICS, others(spec.remove("metrics"), "target"));
      note(told, BEHAVIOR, spec.remove("behavior"));
    }
    if (told.get("status") instanceof ObjectNode status) {
      use(status, "currentMetrics", "current").ifPresent(percent -> status.set(SEEN, percent));
      note(told, CURRENT, others(status.remove("currentMetrics"), "current"));
      note(told, CONDITIONS, status.remove("conditions"));
    }
    return told;
  }

  @Override
  public ObjectNode understood(ObjectNode said) {
    ObjectNode stored = said.deepCopy();
    if (stored.has("apiVersion")) {
      stored.put("apiVersion", ResourceTypes.AUTOSCALERS.apiVersion());
    }
    if (stored.get("spec") instanceof ObjectNode spec) {
      metrics(spec, "metrics", "target", spec.remove(TARGET), taken(stored, METRICS));
      taken(stored, BEHAVIOR).ifPresent(behavior -> spec.set("behavior", behavior));
    }
    Optional<JsonNode> current = taken(stored, CURRENT);
    Optional<JsonNode> conditions = taken(stored, CONDITIONS);
    if (stored.get("status") instanceof ObjectNode status) {
      metrics(status, "currentMetrics", "current", status.remove(SEEN), current);
      conditions.ifPresent(list -> status.set("conditions", list));
    }
    if (stored.at("/metadata/annotations").isObject()
        && stored.at("/metadata/annotations").isEmpty()) {
      Json.child(stored, "metadata").remove("annotations");
    }
    return stored;
  }

  private static boolean isUse(JsonNode metric, String side) {
    JsonNode resource = metric.path("resource");
    return metric.path("type").asText("").equals("Resource")
        && resource.path("name").asText("").equals("cpu")
        && resource.path(side).hasNonNull("averageUtilization");
  }

  private static Optional<JsonNode> use(ObjectNode part, String list, String side) {
    return part.path(list)
        .valueStream()
        .filter(metric -> isUse(metric, side))
        .findFirst()
        .map(metric -> metric.path("resource").path(side).path("averageUtilization"));
  }

  private static ArrayNode others(@Nullable JsonNode metrics, String side) {
    ArrayNode others = Json.object().putArray("others");
    if (metrics != null) {
      metrics.valueStream().filter(metric -> !isUse(metric, side)).forEach(others::add);
    }
    return others;
  }

  private static void note(ObjectNode object, String name, @Nullable JsonNode what) {
    if (what != null && !what.isEmpty()) {
      Json.child(Json.child(object, "metadata"), "annotations").put(name, what.toString());
    }
  }

  /** What an annotation of this translation holds; it goes, whether it can be read or not. */
  private static Optional<JsonNode> taken(ObjectNode object, String name) {
    if (!(object.at("/metadata/annotations") instanceof ObjectNode annotations)
        || !annotations.path(name).isTextual()) {
      return Optional.empty();
    }
    String text = annotations.path(name).asText();
    annotations.remove(List.of(name));
    try {
      return Optional.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)))
          .filter(what -> what.isContainerNode());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static void metrics(
      ObjectNode part,
      String list,
      String side,
      @Nullable JsonNode percent,
      Optional<JsonNode> others) {
    ArrayNode metrics = Json.object().putArray(list);
    if (percent != null && !percent.isNull()) {
      ObjectNode resource =
          metrics.addObject().put("type", "Resource").putObject("resource").put("name", "cpu");
      ObjectNode value = resource.putObject(side);
      if (side.equals("target")) {
        value.put("type", "Utilization");
      }
      value.set("averageUtilization", percent);
    }
    others.ifPresent(more -> more.forEach(metrics::add));
    if (!metrics.isEmpty()) {
      part.set(list, metrics);
    }
  }
}
