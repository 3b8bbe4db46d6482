package org.lazaretto.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.PortException;

/** Fields of objects in memory, as JSON texts by pointer. A list is kept as one text an entry. */
final class FakeObjects {
  private final Map<String, ObjectRef> refs = new TreeMap<>();
  private final Map<String, Map<String, String>> fields = new HashMap<>();

  /** There is such an object. */
  synchronized void put(ObjectRef ref, String manifest) {
    refs.put(key(ref), ref);
    fields.put(key(ref), new TreeMap<>(Map.of("", manifest)));
  }

  /** A field of it has that value. */
  synchronized void set(ObjectRef ref, String pointer, String value) {
    refs.put(key(ref), ref);
    fields.computeIfAbsent(key(ref), _ -> new TreeMap<>()).put(pointer, value);
  }

  synchronized Optional<LiveFields> fields(ObjectRef ref, List<String> pointers) {
    if (!refs.containsKey(key(ref))) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>(of(ref));
    String manifest = values.getOrDefault("", "");
    values.keySet().retainAll(pointers);
    if (!manifest.isEmpty()) {
      for (String pointer : pointers) {
        written(manifest, pointer).ifPresent(value -> values.putIfAbsent(pointer, value));
      }
    }
    return Optional.of(new LiveFields(refs.getOrDefault(key(ref), ref), values));
  }

  private static Optional<String> written(String manifest, String pointer) {
    try {
      JsonNode value = new ObjectMapper().readTree(manifest).at(pointer);
      return value.isMissingNode() ? Optional.empty() : Optional.of(value.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  synchronized boolean wouldChange(ObjectRef ref, List<FieldEdit> edits) throws PortException {
    present(ref);
    boolean changes = false;
    for (FieldEdit edit : edits) {
      Optional<String> now = Optional.ofNullable(of(ref).get(edit.pointer()));
      Optional<String> wanted = wanted(edit);
      if (edit instanceof FieldEdit.Value value
          && !now.equals(wanted)
          && !now.equals(value.former())) {
        throw new PortException(PortException.Kind.CONFLICT, "changed by somebody else");
      }
      changes |= !now.equals(wanted);
    }
    return changes;
  }

  synchronized void apply(ObjectRef ref, List<FieldEdit> edits) {
    for (FieldEdit edit : edits) {
      wanted(edit)
          .ifPresentOrElse(
              value -> set(ref, edit.pointer(), value), () -> of(ref).remove(edit.pointer()));
    }
  }

  private static Optional<String> wanted(FieldEdit edit) {
    return switch (edit) {
      case FieldEdit.Value value -> value.wanted();
      case FieldEdit.Item item ->
          item.add() ? Optional.of("[" + item.item() + "]") : Optional.empty();
    };
  }

  synchronized void remove(ObjectRef ref) {
    refs.remove(key(ref));
    fields.remove(key(ref));
  }

  synchronized void absent(ObjectRef ref) throws PortException {
    if (refs.containsKey(key(ref))) {
      throw new PortException(PortException.Kind.CONFLICT, ref.spoken() + " already exists");
    }
  }

  synchronized void present(ObjectRef ref) throws PortException {
    if (!refs.containsKey(key(ref))) {
      throw new PortException(PortException.Kind.NOT_FOUND, ref.spoken() + " not found");
    }
  }

  private Map<String, String> of(ObjectRef ref) {
    return fields.computeIfAbsent(key(ref), _ -> new TreeMap<>());
  }

  private static String key(ObjectRef ref) {
    return ref.spoken();
  }
}
