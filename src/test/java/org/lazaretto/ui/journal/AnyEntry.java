package org.lazaretto.ui.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Entry;

/** An entry of any kind, in which every text is the same. */
final class AnyEntry {
  private final String text;

  private AnyEntry(String text) {
    this.text = text;
  }

  static Entry of(Class<?> type, String text) {
    return (Entry) new AnyEntry(text).value(type);
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Object inside = value(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == List.class ? List.of(inside) : Optional.of(inside);
    }
    Class<?> known = (Class<?>) type;
    if (known == String.class) {
      return text;
    } else if (known == int.class) {
      return 1;
    } else if (known == long.class) {
      return 1L;
    } else if (known == boolean.class) {
      return true;
    } else if (known == Instant.class) {
      return Instant.EPOCH;
    }
    return known.isEnum() ? known.getEnumConstants()[0] : made(known);
  }

  private Object made(Class<?> record) {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType());
    }
    try {
      return record.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + record, e);
    }
  }
}
