package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A part of the object as it shall be, RFC 7386: null removes, lists are replaced. */
record MergePatch(ObjectNode patch) implements Patch {
  @Override
  public ObjectNode apply(ObjectNode object) {
    return merge(object.deepCopy(), patch);
  }

  private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
    patch
        .properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (value.isNull()) {
            target.remove(field.getKey());
          } else if (value instanceof ObjectNode part) {
            JsonNode there = target.path(field.getKey());
            ObjectNode base = there instanceof ObjectNode o ? o : Json.object();
            target.set(field.getKey(), merge(base, part));
          } else {
            target.set(field.getKey(), value.deepCopy());
          }
        });
    return target;
  }
}
