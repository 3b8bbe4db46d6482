package org.lazaretto.range.http.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.MapOf;
import org.lazaretto.range.http.shape.Shape.Scalar;
import org.lazaretto.range.http.shape.Shape.Struct;

/** Holds an object against its shape, with the words of Go's decoder. */
public final class Reading {
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?[0-9.]+(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|n|u|[eE][+-]?[0-9]+)?");

  private final List<String> unknown = new ArrayList<>();
  private Optional<String> misfit = Optional.empty();

  private Reading() {}

  /**
   * What came of it.
   *
   * @param tree the object without what its shape does not know
   * @param unknown what is not known, as in {@code unknown field "spec.foo"}
   * @param misfit the first value of a wrong type, as Go's decoder tells it
   */
  public record Read(ObjectNode tree, List<String> unknown, Optional<String> misfit) {
    /** Copies the list. */
    public Read {
      unknown = List.copyOf(unknown);
    }
  }

  /** Where a value stands: with indices for people, without them for Go's decoder. */
  private record At(String struct, String path, String bare) {
    At field(String in, String name) {
      return new At(in, joined(path, name), joined(bare, name));
    }

    At index(int index) {
      return new At(struct, path + "[" + index + "]", bare);
    }

    At word(String word) {
      return new At(struct, joined(path, word), bare);
    }

    private static String joined(String one, String other) {
      return one.isEmpty() ? other : one + "." + other;
    }
  }

  /** Reads an object. */
  public static Read of(ObjectNode object, Struct shape) {
    Reading reading = new Reading();
    ObjectNode tree = reading.struct(object, shape, new At(shape.name(), "", ""));
    return new Read(tree, reading.unknown, reading.misfit);
  }

  private ObjectNode struct(ObjectNode object, Struct shape, At at) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String name = entry.getKey();
      At here = at.field(shape.name().substring(shape.name().indexOf('.') + 1), name);
      Optional<Shape> field = shape.field(name);
      if (field.isPresent()) {
        if (!entry.getValue().isNull()) {
          kept.set(name, value(entry.getValue(), field.get(), here));
        }
      } else if (shape.open()) {
        kept.set(name, entry.getValue());
      } else {
        unknown.add("unknown field \"" + here.path() + "\"");
      }
    }
    return kept;
  }

  private JsonNode value(JsonNode value, Shape shape, At at) {
    return switch (shape) {
      case Struct struct ->
          value instanceof ObjectNode o ? struct(o, struct, at) : wrong(value, shape, at);
      case ListOf list ->
          value instanceof ArrayNode a ? list(a, list, at) : wrong(value, shape, at);
      case MapOf map -> value instanceof ObjectNode o ? map(o, map, at) : wrong(value, shape, at);
      case Scalar scalar -> fits(value, scalar, at) ? value : wrong(value, shape, at);
    };
  }

  private JsonNode list(ArrayNode values, ListOf shape, At at) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode(values.size());
    for (int i = 0; i < values.size(); i++) {
      kept.add(value(values.get(i), shape.of(), at.index(i)));
    }
    return kept;
  }

  private JsonNode map(ObjectNode values, MapOf shape, At at) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      kept.set(entry.getKey(), value(entry.getValue(), shape.of(), at.word(entry.getKey())));
    }
    return kept;
  }

  private boolean fits(JsonNode value, Scalar scalar, At at) {
    return switch (scalar) {
      case ANY -> true;
      case STRING -> value.isTextual();
      case BOOL -> value.isBoolean();
      case INT32 -> value.isIntegralNumber() && value.canConvertToInt();
      case INT64 -> value.isIntegralNumber() && value.canConvertToLong();
      case DOUBLE -> value.isNumber();
      case INTORSTRING -> value.isTextual() || value.isIntegralNumber();
      case BYTES ->
          value.isTextual() && understood(isBase64(value.asText()), "illegal base64 data");
      case TIME, MICROTIME ->
          value.isTextual() && understood(isTime(value.asText()), timeWords(value, at));
      case QUANTITY ->
          value.isNumber()
              || (value.isTextual()
                  && understood(
                      QUANTITY.matcher(value.asText()).matches(),
                      "quantities must match the regular expression"
                          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"));
    };
  }

  private boolean understood(boolean is, String else_) {
    if (!is && misfit.isEmpty()) {
      misfit = Optional.of(else_);
    }
    return true;
  }

  private static String timeWords(JsonNode value, At at) {
    return "parsing time \"%1$s\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"%1$s\" as \"2006\" (%2$s)"
        .formatted(value.asText(), at.path());
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getMimeDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException broken) {
      return false;
    }
  }

  private JsonNode wrong(JsonNode value, Shape shape, At at) {
    if (misfit.isEmpty()) {
      misfit =
          Optional.of(
              "json: cannot unmarshal %s into Go struct field %s.%s of type %s"
                  .formatted(word(value), at.struct(), at.bare(), shape.word()));
    }
    return value;
  }

  private static String word(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "number" : "number " + value.asText();
      case ARRAY -> "array";
      case STRING -> "string";
      default -> "object";
    };
  }
}
