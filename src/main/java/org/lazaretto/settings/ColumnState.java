package org.lazaretto.settings;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How wide somebody drew the columns of tables.
 *
 * @param widths pixels by {@code table.column}; what no column could be is left out
 */
public record ColumnState(Map<String, Double> widths) {
  /** Nobody has drawn any. */
  public static final ColumnState NONE = new ColumnState(Map.of());

  /** The least width of a column that can still be taken hold of, in pixels. */
  public static final double LEAST = 16;

  /** No column is wider than any screen, in pixels. */
  public static final double MOST = 4000;

  private static final int MOST_COLUMNS = 200;
  private static final int LONGEST_NAME = 80;

  /** Keeps what may be the width of a column. */
  public ColumnState {
    TreeMap<String, Double> kept = new TreeMap<>();
    new TreeMap<>(widths)
        .forEach((name, width) -> {
          if (width >= LEAST
              && width <= MOST
              && name.length() <= LONGEST_NAME
              && kept.size() < MOST_COLUMNS) {
            kept.put(name, width);
          }
        });
    widths = Map.copyOf(kept);
  }

  /** The width of a column, if somebody drew it. */
  public OptionalDouble of(String table, String column) {
    Double width = widths.get(name(table, column));
    return width == null ? OptionalDouble.empty() : OptionalDouble.of(width);
  }

  /** The same with the columns of a table as they are now; those that it has no more are gone. */
  public ColumnState with(String table, Map<String, Double> now) {
    Map<String, Double> next = new TreeMap<>(widths);
    next.keySet().removeIf(name -> name.startsWith(name(table, "")));
    now.forEach((column, width) -> next.put(name(table, column), width));
    return new ColumnState(next);
  }

  private static String name(String table, String column) {
    return table + "." + column;
  }
}
