package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads and builds JSON trees; a missing field reads as empty, zero or false, as the API's defaults
 * do.
 */
public final class Tree {
  private Tree() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object with the head that every API object carries, and its metadata's name. */
  public static ObjectNode head(String apiVersion, String kind, String namespace, String name) {
    ObjectNode root = object().put("apiVersion", apiVersion).put("kind", kind);
    ObjectNode metadata = root.putObject("metadata").put("name", name);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return root;
  }

  /** The text at a path, or the empty text. */
  public static String text(JsonNode node, String... path) {
    return at(node, path).asText("");
  }

  /** The number at a path, or the given one. */
  public static int number(JsonNode node, int otherwise, String... path) {
    return at(node, path).asInt(otherwise);
  }

  /** The node at a path; a missing node where there is none. */
  public static JsonNode at(JsonNode node, String... path) {
    JsonNode here = node;
    for (String field : path) {
      here = here.path(field);
    }
    return here;
  }

  /** The object at a path, made where it is missing. */
  public static ObjectNode made(ObjectNode node, String... path) {
    ObjectNode here = node;
    for (String field : path) {
      here = here.path(field) instanceof ObjectNode child ? child : here.putObject(field);
    }
    return here;
  }

  /** The list under a field, made where it is missing. */
  public static ArrayNode list(ObjectNode node, String field) {
    return node.path(field) instanceof ArrayNode child ? child : node.putArray(field);
  }

  /** A map of texts such as labels, in the order of their keys. */
  public static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new TreeMap<>();
    node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  /** An object of texts such as labels. */
  public static ObjectNode object(Map<String, String> texts) {
    ObjectNode node = object();
    texts.forEach(node::put);
    return node;
  }

  /** The first element that fits. */
  public static Optional<ObjectNode> first(JsonNode list, Predicate<JsonNode> fits) {
    for (JsonNode element : list) {
      if (element instanceof ObjectNode object && fits.test(element)) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  /** Drops the elements that fit and says whether there were any. */
  public static boolean drop(JsonNode list, Predicate<JsonNode> fits) {
    boolean any = false;
    for (Iterator<JsonNode> each = list.elements(); each.hasNext(); ) {
      if (fits.test(each.next())) {
        each.remove();
        any = true;
      }
    }
    return any;
  }

  /** Lays one object over another: objects merge, everything else replaces. */
  public static void overlay(ObjectNode under, JsonNode over) {
    over.properties()
        .forEach(e -> {
          if (e.getValue().isObject() && under.path(e.getKey()) instanceof ObjectNode child) {
            overlay(child, e.getValue());
          } else {
            under.set(e.getKey(), e.getValue().deepCopy());
          }
        });
  }

  /** A moment as the API writes it: whole seconds, UTC. */
  public static String time(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A moment as the API wrote it. */
  public static Optional<Instant> moment(JsonNode node, String... path) {
    String text = text(node, path);
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
