package org.lazaretto.report;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** A case in which every text of every kind of entry is the same hostile one. */
final class HostileCase {
  private final String text;

  private HostileCase(String text) {
    this.text = text;
  }

  static ReportInput of(String text) {
    HostileCase hostile = new HostileCase(text);
    List<JournalLine> lines =
        java.util.Arrays.stream(Entry.class.getPermittedSubclasses()).map(hostile::line).toList();
    return new ReportInput(
        (CaseInfo) hostile.value(CaseInfo.class),
        lines,
        new ChainState(false, List.of(text), false),
        new ReportInput.Edition(text, Instant.EPOCH, Classification.AMBER),
        List.of(new Entry.Gap(text, text)),
        List.of(),
        OptionalInt.empty());
  }

  private JournalLine line(Class<?> type) {
    return new JournalLine(1, Instant.EPOCH, text, text, text, (Entry) value(type));
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
