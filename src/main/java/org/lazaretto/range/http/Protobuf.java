package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.http.ProtobufWire.Part;
import org.lazaretto.range.http.shape.Shape;
import org.lazaretto.range.http.shape.Shape.Field;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/**
 * Reads protobuf messages by the shape of what they hold. A field that the shape does not know and
 * that says something is refused: to drop it would be to do something else than was asked.
 */
final class Protobuf {
  private static final int DEEPEST = 24;

  /**
   * Where zero or "no" is something else than silence. Go's encoder writes it for all other fields
   * too, where it means nothing.
   */
  private static final Set<String> ZERO_SAYS_SOMETHING =
      Set.of(
          "replicas",
          "minReplicas",
          "gracePeriodSeconds",
          "terminationGracePeriodSeconds",
          "activeDeadlineSeconds",
          "ttlSecondsAfterFinished",
          "parallelism",
          "completions",
          "backoffLimit",
          "tolerationSeconds",
          "runAsUser",
          "runAsGroup",
          "runAsNonRoot",
          "fsGroup",
          "privileged",
          "allowPrivilegeEscalation",
          "readOnlyRootFilesystem",
          "automountServiceAccountToken",
          "enableServiceLinks",
          "shareProcessNamespace",
          "hostUsers",
          "optional",
          "orphanDependents",
          "mode",
          "defaultMode",
          "value");

  private Protobuf() {}

  /**
   * Reads a message.
   *
   * @throws ApiProblem 400 if it is not one, 415 if it holds what its shape does not know
   */
  static ObjectNode read(ByteBuffer message, Struct shape) {
    ObjectNode tree = Json.object();
    into(tree, message, shape, 0);
    return tree;
  }

  private static void into(ObjectNode tree, ByteBuffer message, Struct shape, int depth) {
    if (depth > DEEPEST) {
      throw ProtobufWire.broken();
    }
    Map<Integer, Field> fields = new HashMap<>();
    shape.own().stream().filter(f -> f.number() > 0).forEach(f -> fields.put(f.number(), f));
    while (message.hasRemaining()) {
      Part part = ProtobufWire.next(message);
      Optional<Field> field = Optional.ofNullable(fields.get(part.field()));
      if (field.isEmpty()) {
        refuseUnless(part.saysNothing(), part.field());
      } else if (field.get().inline() && field.get().shape() instanceof Struct inner) {
        into(tree, part.bytes(), inner, depth + 1);
      } else {
        take(tree, field.get(), part, depth);
      }
    }
  }

  private static void refuseUnless(boolean harmless, int number) {
    if (!harmless) {
      throw ApiProblem.of(
          415,
          "UnsupportedMediaType",
          "field "
              + number
              + " of the protobuf body is not understood here, send application/json instead");
    }
  }

  private static void take(ObjectNode tree, Field field, Part part, int depth) {
    String name = field.name();
    switch (field.shape()) {
      case ListOf list -> tree.withArray(name).add(element(list.of(), part, depth));
      case MapOf map -> entry(Json.child(tree, name), map.of(), part, depth);
      case Struct struct -> {
        ObjectNode inner = Json.object();
        into(inner, part.bytes(), struct, depth + 1);
        if (!inner.isEmpty() || tree.has(name)) {
          Json.child(tree, name).setAll(inner);
        }
      }
      case Scalar scalar -> {
        JsonNode value = scalar(scalar, part);
        if (says(value)
            || (ZERO_SAYS_SOMETHING.contains(name) && !value.isNull() && !value.isTextual())) {
          tree.set(name, value);
        }
      }
    }
  }

  private static boolean says(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> value.asDouble() != 0;
      case BOOLEAN -> value.asBoolean();
      case STRING -> !value.asText().isEmpty();
      case NULL -> false;
      default -> true;
    };
  }

  private static JsonNode element(Shape shape, Part part, int depth) {
    return switch (shape) {
      case Scalar scalar -> scalar(scalar, part);
      case Struct struct -> {
        ObjectNode inner = Json.object();
        into(inner, part.bytes(), struct, depth + 1);
        yield inner;
      }
      case ListOf list -> {
        // A list in a list or a map is a message whose first field repeats.
        ObjectNode holder = Json.object();
        ByteBuffer items = part.bytes();
        holder.putArray("items");
        while (items.hasRemaining()) {
          holder.withArray("items").add(element(list.of(), ProtobufWire.next(items), depth + 1));
        }
        yield holder.get("items");
      }
      case MapOf map -> throw ProtobufWire.broken();
    };
  }

  private static void entry(ObjectNode map, Shape of, Part entry, int depth) {
    String key = "";
    Optional<JsonNode> value = Optional.empty();
    ByteBuffer bytes = entry.bytes();
    while (bytes.hasRemaining()) {
      Part part = ProtobufWire.next(bytes);
      if (part.field() == 1) {
        key = part.text();
      } else {
        value = Optional.of(element(of, part, depth + 1));
      }
    }
    map.set(key, value.orElse(TextNode.valueOf("")));
  }

  private static JsonNode scalar(Scalar scalar, Part part) {
    return switch (scalar) {
      case STRING -> TextNode.valueOf(part.text());
      case BYTES -> TextNode.valueOf(Base64.getEncoder().encodeToString(part.array()));
      case BOOL -> BooleanNode.valueOf(part.number() != 0);
      case INT32 -> IntNode.valueOf((int) part.number());
      case INT64 -> LongNode.valueOf(part.number());
      case DOUBLE -> DoubleNode.valueOf(Double.longBitsToDouble(part.number()));
      case QUANTITY -> TextNode.valueOf(ProtobufWire.textAt(part.bytes(), 1));
      case TIME, MICROTIME -> time(part.bytes());
      case INTORSTRING -> intOrString(part.bytes());
      case ANY -> raw(part.bytes());
    };
  }

  private static JsonNode time(ByteBuffer message) {
    Map<Integer, Part> parts = ProtobufWire.all(message);
    if (!parts.containsKey(1)) {
      return Json.object().nullNode();
    }
    return TextNode.valueOf(Instant.ofEpochSecond(parts.get(1).number()).toString());
  }

  private static JsonNode intOrString(ByteBuffer message) {
    Map<Integer, Part> parts = ProtobufWire.all(message);
    boolean text = parts.containsKey(1) && parts.get(1).number() == 1;
    if (text) {
      return TextNode.valueOf(parts.containsKey(3) ? parts.get(3).text() : "");
    }
    return IntNode.valueOf(parts.containsKey(2) ? (int) parts.get(2).number() : 0);
  }

  private static JsonNode raw(ByteBuffer message) {
    Map<Integer, Part> parts = ProtobufWire.all(message);
    if (!parts.containsKey(1) || parts.get(1).array().length == 0) {
      return Json.object().nullNode();
    }
    try {
      return Json.parse(parts.get(1).array());
    } catch (IOException broken) {
      throw ProtobufWire.broken();
    }
  }
}
