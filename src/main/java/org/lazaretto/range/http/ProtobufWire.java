package org.lazaretto.range.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.lazaretto.range.store.ApiProblem;

/** Takes protobuf messages apart (Protocol Buffers documentation, "Encoding"). */
final class ProtobufWire {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int MOST_BITS = 63;
  private static final int DEEPEST = 16;

  private ProtobufWire() {}

  /**
   * One field of a message.
   *
   * @param field its number
   * @param isNumber whether it holds a number; else it holds bytes
   * @param value the number, or 0
   * @param content the bytes, or none
   */
  record Part(int field, boolean isNumber, long value, ByteBuffer content) {
    long number() {
      if (!isNumber) {
        throw broken();
      }
      return value;
    }

    ByteBuffer bytes() {
      if (isNumber) {
        throw broken();
      }
      return content.duplicate();
    }

    byte[] array() {
      ByteBuffer bytes = bytes();
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      return array;
    }

    String text() {
      return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    /** Whether it is zero, empty, or a message that says nothing itself. */
    boolean saysNothing() {
      if (isNumber) {
        return value == 0;
      }
      try {
        return isBlank(bytes(), 0);
      } catch (ApiProblem noMessage) {
        return false;
      }
    }
  }

  /**
   * The next field.
   *
   * @throws ApiProblem 400 if there is none that can be read
   */
  static Part next(ByteBuffer message) {
    long key = varint(message);
    int field = (int) (key >>> 3);
    return switch ((int) (key & 7)) {
      case VARINT -> new Part(field, true, varint(message), ByteBuffer.allocate(0));
      case FIXED64 -> {
        long bits = Long.reverseBytes(slice(message, Long.BYTES).getLong());
        yield new Part(field, true, bits, ByteBuffer.allocate(0));
      }
      case FIXED32 -> {
        long bits = Integer.reverseBytes(slice(message, Integer.BYTES).getInt());
        yield new Part(field, true, bits, ByteBuffer.allocate(0));
      }
      case BYTES -> new Part(field, false, 0, slice(message, varint(message)));
      default -> throw broken();
    };
  }

  /** All fields of a message in which none repeats. */
  static Map<Integer, Part> all(ByteBuffer message) {
    Map<Integer, Part> parts = new HashMap<>();
    while (message.hasRemaining()) {
      Part part = next(message);
      parts.put(part.field(), part);
    }
    return parts;
  }

  /** The text of one field, empty if it is not there. */
  static String textAt(ByteBuffer message, int field) {
    Map<Integer, Part> parts = all(message);
    return parts.containsKey(field) ? parts.get(field).text() : "";
  }

  private static boolean isBlank(ByteBuffer message, int depth) {
    while (message.hasRemaining()) {
      Part part = next(message);
      boolean blank =
          part.isNumber() ? part.value() == 0 : depth < DEEPEST && isBlank(part.bytes(), depth + 1);
      if (!blank) {
        return false;
      }
    }
    return true;
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

  static ApiProblem broken() {
    return ApiProblem.badRequest("the protobuf body cannot be read");
  }
}
