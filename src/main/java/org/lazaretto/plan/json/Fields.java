package org.lazaretto.plan.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.plan.json.PlanFormatException.Kind;

/** The members of one JSON object of a plan; asking for one that is not so is an error. */
final class Fields {
  private static final int LONGEST_SHOWN = 60;

  private final JsonNode node;
  private final String path;

  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static Fields of(JsonNode node, String path) throws PlanFormatException {
    if (!node.isObject()) {
      throw wrong(path.isEmpty() ? "the file" : path, "is not an object");
    }
    return new Fields(node, path);
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) throws PlanFormatException {
    JsonNode value = member(name);
    if (!value.isTextual()) {
      throw wrong(join(path, name), "is not a text");
    }
    return value.textValue();
  }

  boolean flag(String name) throws PlanFormatException {
    JsonNode value = member(name);
    if (!value.isBoolean()) {
      throw wrong(join(path, name), "is neither true nor false");
    }
    return value.booleanValue();
  }

  int number(String name) throws PlanFormatException {
    JsonNode value = member(name);
    if (!value.isInt()) {
      throw wrong(join(path, name), "is not a whole number");
    }
    return value.intValue();
  }

  Fields object(String name) throws PlanFormatException {
    return of(member(name), join(path, name));
  }

  List<Fields> objects(String name) throws PlanFormatException {
    List<Fields> all = new ArrayList<>();
    for (JsonNode element : array(name)) {
      all.add(of(element, join(path, name) + "[" + all.size() + "]"));
    }
    return all;
  }

  List<String> texts(String name) throws PlanFormatException {
    List<String> all = new ArrayList<>();
    for (JsonNode element : array(name)) {
      if (!element.isTextual()) {
        throw wrong(join(path, name) + "[" + all.size() + "]", "is not a text");
      }
      all.add(element.textValue());
    }
    return all;
  }

  /** All members of an object whose values are texts. */
  Map<String, String> pairs(String name) throws PlanFormatException {
    Fields object = object(name);
    Map<String, String> all = new TreeMap<>();
    for (String key : (Iterable<String>) object.node::fieldNames) {
      all.put(key, object.text(key));
    }
    return all;
  }

  PlanFormatException wrongValue(String name) {
    return wrong(join(path, name), "has a value that no plan has");
  }

  private JsonNode array(String name) throws PlanFormatException {
    JsonNode value = member(name);
    if (!value.isArray()) {
      throw wrong(join(path, name), "is not a list");
    }
    return value;
  }

  private JsonNode member(String name) throws PlanFormatException {
    return Optional.ofNullable(node.get(name))
        .orElseThrow(() -> wrong(join(path, shown(name)), "is missing"));
  }

  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A member's name as a message may show it: short and without control characters. */
  static String shown(String name) {
    String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }

  private static PlanFormatException wrong(String where, String what) {
    return new PlanFormatException(
        Kind.NOT_A_PLAN, "This is not a plan: " + where + " " + what + ".");
  }
}
