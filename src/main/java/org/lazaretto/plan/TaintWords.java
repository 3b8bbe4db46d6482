package org.lazaretto.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.Taint;

/** Taints as JSON and as words of a command line. */
public final class TaintWords {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TaintWords() {}

  /** What a pod needs to stand the taint that empties a node (T-17). */
  public static FieldEdit evacuationTolerated() {
    return new FieldEdit.Item(
        "/spec/tolerations",
        "{\"key\":\"lazaretto.org/evacuate\",\"operator\":\"Exists\",\"effect\":\"NoExecute\"}",
        true);
  }

  /** The taint of an entry of {@code spec.taints}; what it does not say is empty. */
  public static Taint taint(String json) {
    JsonNode taint = read(json);
    return new Taint(
        taint.path("key").asText(""),
        taint.path("value").asText(""),
        taint.path("effect").asText(""));
  }

  /** The entry of {@code spec.taints}. */
  public static String json(Taint taint) {
    return MAPPER
        .createObjectNode()
        .put("key", taint.key())
        .put("value", taint.value())
        .put("effect", taint.effect())
        .toString();
  }

  /** {@code key=value:Effect}, or {@code key:Effect-} to remove it. */
  static String of(String json, boolean add) {
    JsonNode taint = read(json);
    String key = taint.path("key").asText("");
    String effect = taint.path("effect").asText("");
    String value = taint.path("value").asText("");
    return add ? key + "=" + value + ":" + effect : key + ":" + effect + "-";
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an edit's value is no JSON", e);
    }
  }
}
