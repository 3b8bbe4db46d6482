package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.range.store.ApiProblem.Cause;

/** Collects the rules that an object breaks, in the words of a real server. */
final class Causes {
  private final List<Cause> found = new ArrayList<>();

  /** What was found so far. */
  List<Cause> found() {
    return List.copyOf(found);
  }

  /** A value that breaks a rule; texts are quoted. */
  void invalid(String field, JsonNode value, String rule) {
    add("FieldValueInvalid", "Invalid value: " + value + ": " + rule, field);
  }

  /** A text that breaks a rule. */
  void invalid(String field, String value, String rule) {
    add("FieldValueInvalid", "Invalid value: \"" + value + "\": " + rule, field);
  }

  /** A value that is missing. */
  void required(String field, String hint) {
    add("FieldValueRequired", "Required value" + (hint.isEmpty() ? "" : ": " + hint), field);
  }

  /** A word that is none of those there are. */
  void unsupported(String field, String value, List<String> supported) {
    String all = "\"" + String.join("\", \"", supported) + "\"";
    add(
        "FieldValueNotSupported",
        "Unsupported value: \"" + value + "\": supported values: " + all,
        field);
  }

  /** Something that stands twice where it may stand once. */
  void duplicate(String field, String value) {
    add("FieldValueDuplicate", "Duplicate value: \"" + value + "\"", field);
  }

  /** A name that nothing bears. */
  void notFound(String field, String value) {
    add("FieldValueNotFound", "Not found: \"" + value + "\"", field);
  }

  /** Something that may not be so. */
  void forbidden(String field, String why) {
    add("FieldValueForbidden", "Forbidden: " + why, field);
  }

  /** Any other broken rule. */
  void add(String reason, String message, String field) {
    found.add(new Cause(reason, message, field));
  }
}
