package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.PortException;

/**
 * Turns edits into a JSON patch that applies to the object as it was read and to no other state of
 * the fields: each is tested before it is changed.
 */
final class EditPatch {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JsonNode object;
  private final ArrayNode patch = JsonNodeFactory.instance.arrayNode();
  private boolean single;

  EditPatch(JsonNode object) {
    this.object = object;
  }

  /** The operations; none if every field is as wanted. */
  ArrayNode of(ObjectRef ref, List<FieldEdit> edits) throws PortException {
    single = edits.size() == 1;
    for (FieldEdit edit : edits) {
      switch (edit) {
        case FieldEdit.Value value -> value(ref, value);
        case FieldEdit.Item item -> item(item);
      }
    }
    if (!patch.isEmpty()) {
      ObjectNode uid = JsonNodeFactory.instance.objectNode();
      uid.put("op", "test").put("path", "/metadata/uid").put("value", ref.uid());
      patch.insert(0, uid);
    }
    return patch;
  }

  private void value(ObjectRef ref, FieldEdit.Value edit) throws PortException {
    Optional<JsonNode> now = at(edit.pointer());
    Optional<JsonNode> wanted = read(edit.wanted());
    if (now.equals(wanted)) {
      return;
    }
    if (!now.equals(read(edit.former()))) {
      throw new PortException(
          PortException.Kind.CONFLICT,
          edit.pointer()
              + " of "
              + ref.spoken()
              + " was changed by somebody else: it is "
              + spoken(now)
              + ", expected was "
              + edit.former().orElse("absent")
              + " (nothing was changed)");
    }
    set(edit.pointer(), now, wanted);
  }

  private void item(FieldEdit.Item edit) throws PortException {
    Optional<JsonNode> now = at(edit.pointer());
    JsonNode item = read(Optional.of(edit.item())).orElseThrow();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    boolean there = false;
    for (JsonNode each : now.orElse(list)) {
      boolean same = holds(each, item);
      there |= same;
      if (edit.add() || !same) {
        list.add(each);
      }
    }
    if (there == edit.add()) {
      return;
    }
    if (edit.add()) {
      list.add(item);
    }
    set(edit.pointer(), now, list.isEmpty() ? Optional.empty() : Optional.of(list));
  }

  private static boolean holds(JsonNode each, JsonNode item) {
    for (Map.Entry<String, JsonNode> member : item.properties()) {
      if (!member.getValue().equals(each.path(member.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private void set(String pointer, Optional<JsonNode> now, Optional<JsonNode> wanted) {
    now.ifPresent(value -> operation("test", pointer).set("value", value));
    if (wanted.isEmpty()) {
      remove(pointer);
      return;
    }
    if (now.isEmpty()) {
      parent(pointer);
    }
    operation(now.isPresent() ? "replace" : "add", pointer).set("value", wanted.get());
  }

  /** An API server leaves out a map that became empty; a patch that leaves one says so itself. */
  private void remove(String pointer) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    boolean last = single && parent.startsWith("/metadata/") && object.at(parent).size() == 1;
    operation("remove", last ? parent : pointer);
  }

  private void parent(String pointer) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    boolean made = patch.findValuesAsText("path").contains(parent);
    if (at(parent).isEmpty() && !made) {
      operation("add", parent).putObject("value");
    }
  }

  private ObjectNode operation(String op, String path) {
    return patch.addObject().put("op", op).put("path", path);
  }

  private Optional<JsonNode> at(String pointer) {
    JsonNode value = object.at(JsonPointer.compile(pointer));
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private static Optional<JsonNode> read(Optional<String> text) throws PortException {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(text.get()));
    } catch (JsonProcessingException e) {
      throw new PortException(
          PortException.Kind.INVALID, "a value of the edit is no JSON (nothing was sent)");
    }
  }

  private static String spoken(Optional<JsonNode> value) {
    return value.map(JsonNode::toString).orElse("absent");
  }
}
