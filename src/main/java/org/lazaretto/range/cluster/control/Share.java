package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;

/** Amounts that are a number or a percentage of something. */
final class Share {
  private Share() {}

  /** Rounded up, as surge and what a budget demands are. */
  static int up(JsonNode value, int of, int otherwise) {
    return read(value, of, otherwise, true);
  }

  /** Rounded down, as unavailability in a rolling update is. */
  static int down(JsonNode value, int of, int otherwise) {
    return read(value, of, otherwise, false);
  }

  private static int read(JsonNode value, int of, int otherwise, boolean up) {
    if (value.isNumber()) {
      return value.asInt();
    }
    String text = value.asText("");
    if (!text.matches("[0-9]{1,3}%")) {
      return otherwise;
    }
    int percent = Integer.parseInt(text.substring(0, text.length() - 1));
    return up ? (percent * of + 99) / 100 : percent * of / 100;
  }
}
