package org.lazaretto.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;

/**
 * Edits as a JSON patch for a command line: like the step, it applies to that UID and those former
 * values only.
 */
final class PatchText {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PatchText() {}

  static String of(String uid, List<FieldEdit> edits) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    operation(patch, "test", "/metadata/uid", Optional.of(JsonText.of(uid)));
    for (FieldEdit edit : edits) {
      switch (edit) {
        case FieldEdit.Value value -> value(patch, value);
        case FieldEdit.Item(var pointer, var item, _) ->
            operation(patch, "add", pointer + "/-", Optional.of(item));
      }
    }
    return patch.toString();
  }

  private static void value(ArrayNode patch, FieldEdit.Value edit) {
    if (edit.former().isPresent()) {
      operation(patch, "test", edit.pointer(), edit.former());
    }
    String change =
        edit.wanted().isEmpty() ? "remove" : edit.former().isEmpty() ? "add" : "replace";
    operation(patch, change, edit.pointer(), edit.wanted());
  }

  private static void operation(ArrayNode patch, String op, String path, Optional<String> value) {
    ObjectNode node = patch.addObject().put("op", op).put("path", path);
    if (value.isPresent()) {
      try {
        node.set("value", MAPPER.readTree(value.get()));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException("an edit's value is no JSON", e);
      }
    }
  }
}
