package org.lazaretto.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes entries of every variant, filled with texts that an intruder might choose. */
final class AnyEntry {
  private static final List<String> HOSTILE =
      List.of(
          "",
          "\"",
          "\\",
          "\\n",
          "\n{\"prev\":\"",
          "\u0000\u0001\u001b[31m",
          "\u007f\u0085\u009b",
          "\ud800",
          "\udc00\ud800",
          "\ud83d\ude00",
          "\u202ereversed\u2066",
          "\u2028\u2029\ufeff",
          "größe 日本語",
          "</script><img src=x onerror=alert(1)>",
          "$(reboot) `id` '; rm -rf /",
          "../../etc/passwd",
          "\",\"type\":\"evidence-taken\",\"file\":\"/etc/passwd");

  private final Random random;

  AnyEntry(long seed) {
    random = new Random(seed);
  }

  /** One of each variant. */
  List<Entry> ofEach() {
    return Arrays.stream(Entry.class.getPermittedSubclasses())
        .map(type -> (Entry) record(type))
        .toList();
  }

  private Object record(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values =
          Arrays.stream(components).map(component -> value(component.getGenericType())).toArray();
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class ? list(inner) : optional(inner);
    }
    if (type == String.class) {
      return text();
    } else if (type == int.class) {
      return random.nextInt();
    } else if (type == long.class) {
      return random.nextLong();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }
    Class<?> raw = (Class<?>) type;
    return raw.isEnum()
        ? raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)]
        : record(raw);
  }

  private List<Object> list(Type inner) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(inner));
    }
    return values;
  }

  private Optional<Object> optional(Type inner) {
    return random.nextBoolean() ? Optional.of(value(inner)) : Optional.empty();
  }

  String text() {
    StringBuilder text = new StringBuilder(HOSTILE.get(random.nextInt(HOSTILE.size())));
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) random.nextInt(0x10000));
    }
    return text.append(HOSTILE.get(random.nextInt(HOSTILE.size()))).toString();
  }
}
