package org.lazaretto.find;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values by number, with their texts; it only grows. */
final class Dictionary<K> {
  private final Function<K, List<String>> texts;
  private final Map<K, Integer> numbers = new HashMap<>();
  private final List<K> values = new ArrayList<>();
  private final List<List<String>> entries = new ArrayList<>();
  private Column column = Column.of(List.of());

  Dictionary(Function<K, List<String>> texts) {
    this.texts = texts;
  }

  int number(K value) {
    return numbers.computeIfAbsent(
        value,
        added -> {
          values.add(added);
          entries.add(texts.apply(added));
          return values.size() - 1;
        });
  }

  int size() {
    return values.size();
  }

  /** Its texts, laid out anew only if values were added. */
  Column column() {
    if (column.entries() != entries.size()) {
      column = Column.of(entries);
    }
    return column;
  }

  /** Other texts of the same values, which may change without them. */
  Column column(Function<K, List<String>> changing) {
    return Column.of(values.stream().map(changing).toList());
  }
}
