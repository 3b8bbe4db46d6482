package org.lazaretto.plan.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;

/** Finds where a file says something else than the plan in it would be written. */
final class Differences {
  private Differences() {}

  /** One sentence naming the first place that differs; empty if none does. */
  static Optional<String> first(JsonNode wanted, JsonNode found, String path) {
    if (wanted.isObject() && found.isObject()) {
      return inObject(wanted, found, path);
    }
    if (wanted.isArray() && found.isArray() && wanted.size() == found.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        Optional<String> inside = first(wanted.get(i), found.get(i), path + "[" + i + "]");
        if (inside.isPresent()) {
          return inside;
        }
      }
      return Optional.empty();
    }
    return wanted.equals(found)
        ? Optional.empty()
        : Optional.of(path + " is not what its content gives.");
  }

  private static Optional<String> inObject(JsonNode wanted, JsonNode found, String path) {
    for (Iterator<String> names = found.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!wanted.has(name)) {
        return Optional.of(Fields.join(path, Fields.shown(name)) + " does not belong there.");
      }
    }
    for (Iterator<String> names = wanted.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      String inner = Fields.join(path, name);
      if (!found.has(name)) {
        return Optional.of(inner + " is missing.");
      }
      Optional<String> inside = first(wanted.get(name), found.get(name), inner);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }
}
