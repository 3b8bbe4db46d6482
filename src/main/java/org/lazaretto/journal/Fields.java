package org.lazaretto.journal;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The members of a JSON object that was read; a member that is not known is passed over. */
record Fields(JsonNode node) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** An object that is not what it should be. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  static Fields parse(byte[] bytes, int from, int length) throws Malformed {
    try {
      JsonNode node = MAPPER.readTree(bytes, from, length);
      if (!node.isObject()) {
        throw new Malformed("it is no JSON object");
      }
      return new Fields(node);
    } catch (IOException e) {
      throw new Malformed("it is no JSON");
    }
  }

  boolean has(String name) {
    return node.has(name);
  }

  String text(String name) throws Malformed {
    JsonNode value = node.path(name);
    require(value.isTextual(), name);
    return value.textValue();
  }

  long number(String name) throws Malformed {
    JsonNode value = node.path(name);
    require(value.isIntegralNumber() && value.canConvertToLong(), name);
    return value.longValue();
  }

  int small(String name) throws Malformed {
    long value = number(name);
    require(value == (int) value, name);
    return (int) value;
  }

  boolean flag(String name) throws Malformed {
    JsonNode value = node.path(name);
    require(value.isBoolean(), name);
    return value.booleanValue();
  }

  Instant instant(String name) throws Malformed {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new Malformed("its member " + name + " is no time");
    }
  }

  Fields object(String name) throws Malformed {
    JsonNode value = node.path(name);
    require(value.isObject(), name);
    return new Fields(value);
  }

  List<String> texts(String name) throws Malformed {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(name)) {
      require(value.isTextual(), name);
      texts.add(value.textValue());
    }
    return texts;
  }

  List<Fields> objects(String name) throws Malformed {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode value : array(name)) {
      require(value.isObject(), name);
      objects.add(new Fields(value));
    }
    return objects;
  }

  private JsonNode array(String name) throws Malformed {
    JsonNode value = node.path(name);
    require(value.isArray(), name);
    return value;
  }

  private static void require(boolean holds, String name) throws Malformed {
    if (!holds) {
      throw new Malformed("its member " + name + " is missing or of a wrong kind");
    }
  }
}
