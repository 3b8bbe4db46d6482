package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/**
 * Reads protobuf messages by a small description of the few fields that matter; the rest is
 * skipped.
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
    /** The name it gets. */
    String name();

    /** Text. */
    record Text(String name) implements Field {}

    /** Text, any number of times. */
    record Texts(String name) implements Field {}

    /** A whole number. */
    record Whole(String name) implements Field {}

    /** Yes or no. */
    record Flag(String name) implements Field {}

    /** A message. */
    record Message(String name, Map<Integer, Field> fields) implements Field {}
  }

  /**
   * Reads a message.
   *
   * @throws ApiProblem 400 if it is not one
   */
  static ObjectNode read(ByteBuffer message, Map<Integer, Field> fields) {
    return read(message, fields, 0);
  }

  private static ObjectNode read(ByteBuffer message, Map<Integer, Field> fields, int depth) {
    ObjectNode tree = Json.object();
    while (message.hasRemaining()) {
      long key = varint(message);
      Field field = fields.getOrDefault((int) (key >>> 3), new Field.Flag(""));
      switch ((int) (key & 7)) {
        case VARINT -> number(tree, field, varint(message));
        case FIXED64 -> slice(message, Long.BYTES);
        case BYTES -> bytes(tree, field, slice(message, varint(message)), depth);
        case FIXED32 -> slice(message, Integer.BYTES);
        default -> throw broken();
      }
    }
    return tree;
  }

  private static void number(ObjectNode tree, Field field, long value) {
    switch (field) {
      case Field.Whole(String name) -> tree.put(name, value);
      case Field.Flag(String name) when !name.isEmpty() -> tree.put(name, value != 0);
      case Field.Flag skipped -> {}
      case Field.Text skipped -> {}
      case Field.Texts skipped -> {}
      case Field.Message skipped -> {}
    }
  }

  private static void bytes(ObjectNode tree, Field field, ByteBuffer value, int depth) {
    switch (field) {
      case Field.Text(String name) -> tree.put(name, text(value));
      case Field.Texts(String name) -> tree.withArray(name).add(text(value));
      case Field.Message(String name, var fields) -> {
        if (depth > DEEPEST) {
          throw broken();
        }
        tree.set(name, read(value, fields, depth + 1));
      }
      case Field.Whole skipped -> {}
      case Field.Flag skipped -> {}
    }
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
