package org.lazaretto.model;

import java.util.Map;
import java.util.Optional;

/**
 * Some fields of an object as they are now.
 *
 * @param object the object, with the UID that it has now
 * @param values JSON texts by JSON pointer; a field that is absent is missing
 */
public record LiveFields(ObjectRef object, Map<String, String> values) {
  /** Copies what it is given. */
  public LiveFields {
    values = Map.copyOf(values);
  }

  /** The field's value; empty if the field is absent. */
  public Optional<String> value(String pointer) {
    return Optional.ofNullable(values.get(pointer));
  }
}
