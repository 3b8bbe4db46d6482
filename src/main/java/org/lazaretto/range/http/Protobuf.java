package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/**
 * Reads protobuf messages by a description of their fields. A field that is not described and says
 * something is refused: to drop it would be to do something else than was asked.
 */
final class Protobuf {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int MOST_BITS = 63;
  private static final int DEEPEST = 16;

  private Protobuf() {}

  /** What a field holds. */
  sealed interface Field {
    /** Text; empty is as good as absent. */
    record Text(String name) implements Field {}

    /** Text, any number of times. */
    record Texts(String name) implements Field {}

    /** A whole number. */
    record Whole(String name) implements Field {}

    /** Yes or no. */
    record Flag(String name) implements Field {}

    /** A message. */
    record Message(String name, Map<Integer, Field> fields) implements Field {}

    /** A message, any number of times. */
    record Messages(String name, Map<Integer, Field> fields) implements Field {}

    /** Words by words. */
    record Words(String name) implements Field {}

    /** Bytes by words; they become base64, as in JSON. */
    record Data(String name) implements Field {}

    /** Something that the server sets itself, whatever a client says. */
    record Ignored() implements Field {}
  }

  /**
   * Reads a message.
   *
   * @throws ApiProblem 400 if it is not one, 415 if it holds what is not described
   */
  static ObjectNode read(ByteBuffer message, Map<Integer, Field> fields) {
    return read(message, fields, 0);
  }

  private static ObjectNode read(ByteBuffer message, Map<Integer, Field> fields, int depth) {
    if (depth > DEEPEST) {
      throw broken();
    }
    ObjectNode tree = Json.object();
    while (message.hasRemaining()) {
      long key = varint(message);
      int number = (int) (key >>> 3);
      Optional<Field> field = Optional.ofNullable(fields.get(number));
      switch ((int) (key & 7)) {
        case VARINT -> number(tree, number, field, varint(message));
        case BYTES -> bytes(tree, number, field, slice(message, varint(message)), depth);
        case FIXED64 -> refuseUnless(slice(message, Long.BYTES).getLong() == 0, number);
        case FIXED32 -> refuseUnless(slice(message, Integer.BYTES).getInt() == 0, number);
        default -> throw broken();
      }
    }
    return tree;
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

  private static void number(ObjectNode tree, int number, Optional<Field> field, long value) {
    if (field.isEmpty()) {
      refuseUnless(value == 0, number);
    } else if (field.get() instanceof Field.Whole(String name)) {
      tree.put(name, value);
    } else if (field.get() instanceof Field.Flag(String name)) {
      tree.put(name, value != 0);
    } else if (!(field.get() instanceof Field.Ignored)) {
      throw broken();
    }
  }

  private static void bytes(
      ObjectNode tree, int number, Optional<Field> field, ByteBuffer value, int depth) {
    if (field.isEmpty()) {
      refuseUnless(saysNothing(value), number);
      return;
    }
    switch (field.get()) {
      case Field.Text(String name) -> {
        if (value.hasRemaining()) {
          tree.put(name, text(value));
        }
      }
      case Field.Texts(String name) -> tree.withArray(name).add(text(value));
      case Field.Message(String name, var fields) -> {
        ObjectNode inner = read(value, fields, depth + 1);
        if (!inner.isEmpty()) {
          tree.set(name, inner);
        }
      }
      case Field.Messages(String name, var fields) ->
          tree.withArray(name).add(read(value, fields, depth + 1));
      case Field.Words(String name) -> entry(Json.child(tree, name), value, false);
      case Field.Data(String name) -> entry(Json.child(tree, name), value, true);
      case Field.Ignored ignored -> {}
      case Field.Whole mismatch -> throw broken();
      case Field.Flag mismatch -> throw broken();
    }
  }

  private static boolean saysNothing(ByteBuffer value) {
    try {
      return isBlank(value, 0);
    } catch (ApiProblem noMessage) {
      return false;
    }
  }

  /** Whether a message says nothing: its fields are all zero, empty or blank themselves. */
  private static boolean isBlank(ByteBuffer message, int depth) {
    while (message.hasRemaining()) {
      long key = varint(message);
      boolean blank =
          switch ((int) (key & 7)) {
            case VARINT -> varint(message) == 0;
            case BYTES -> depth < DEEPEST && isBlank(slice(message, varint(message)), depth + 1);
            default -> false;
          };
      if (!blank) {
        return false;
      }
    }
    return true;
  }

  private static void entry(ObjectNode map, ByteBuffer entry, boolean encoded) {
    String key = "";
    ByteBuffer value = ByteBuffer.allocate(0);
    while (entry.hasRemaining()) {
      long tag = varint(entry);
      ByteBuffer part = slice(entry, varint(entry));
      if (tag >>> 3 == 1) {
        key = text(part);
      } else {
        value = part;
      }
    }
    map.put(key, encoded ? base64(value) : text(value));
  }

  private static String base64(ByteBuffer value) {
    return StandardCharsets.US_ASCII.decode(Base64.getEncoder().encode(value)).toString();
  }

  private static String text(ByteBuffer value) {
    return StandardCharsets.UTF_8.decode(value).toString();
  }

  private static ByteBuffer slice(ByteBuffer message, long length) {
    if (length < 0 || length > message.remaining()) {
      throw broken();
    }
    ByteBuffer part = message.slice(message.position(), (int) length);
    message.position(message.position() + (int) length);
    return part;
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; shift <= MOST_BITS; shift += 7) {
      if (!message.hasRemaining()) {
        throw broken();
      }
      byte next = message.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw broken();
  }

  private static ApiProblem broken() {
    return ApiProblem.badRequest("the protobuf body cannot be read");
  }
}
