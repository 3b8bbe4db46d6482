package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.lazaretto.model.Capacity;

/** Reads amounts of CPU, memory and pods. */
final class ResourcesReader implements Json.Fields {
  private long cpuMillis;
  private long memoryBytes;

  private ResourcesReader() {}

  /** The amounts of an object such as {@code {"cpu": "250m", "memory": "128Mi"}}; no pods. */
  static Capacity amounts(JsonParser p) throws IOException {
    ResourcesReader reader = new ResourcesReader();
    Json.object(p, reader);
    return new Capacity(reader.cpuMillis, reader.memoryBytes, 0);
  }

  /** The {@code requests} of a {@code resources} object. */
  static Capacity requests(JsonParser p) throws IOException {
    Capacity[] found = {Capacity.NONE};
    Json.object(
        p,
        (field, value) -> {
          if (field.equals("requests")) {
            found[0] = amounts(value);
          } else {
            value.skipChildren();
          }
        });
    return found[0];
  }

  /** The amounts of a node. */
  static Capacity ofNode(JsonNode node) {
    return new Capacity(
        Quantity.thousandths(Json.text(node.path("cpu"))),
        Quantity.units(Json.text(node.path("memory"))),
        (int) Math.min(Integer.MAX_VALUE, Quantity.units(Json.text(node.path("pods")))));
  }

  @Override
  public void field(String field, JsonParser p) throws IOException {
    switch (field) {
      case "cpu" -> cpuMillis = bounded(Quantity.thousandths(Json.text(p)));
      case "memory" -> memoryBytes = bounded(Quantity.units(Json.text(p)));
      default -> p.skipChildren();
    }
  }

  /** Sums of thousands of such amounts must not overflow, whatever an intruder asks for. */
  private static long bounded(long amount) {
    return Math.min(amount, 1L << 50);
  }
}
