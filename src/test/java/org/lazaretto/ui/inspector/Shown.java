package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What sections say, as text that a test can look into. */
final class Shown {
  private Shown() {}

  /** One line a row: {@code title | label | parts}; warnings begin with {@code !}. */
  static List<String> rows(List<Section> sections) {
    List<String> rows = new ArrayList<>();
    for (Section section : sections) {
      for (Row row : section.rows()) {
        rows.add((section.title() + " | " + row(row)).strip());
      }
    }
    return rows;
  }

  private static String row(Row row) {
    return switch (row) {
      case Row.Fact(var label, var lines) -> label + " | " + lines(lines);
      case Row.Named(var name, _, var lines) -> name + " | " + lines(lines);
      case Row.Note(var line) -> line(line);
      case Row.Pairs(var pairs) -> new java.util.TreeMap<>(pairs).toString();
      case Row.Foreseen(var finding) -> finding.id() + " " + finding.text();
    };
  }

  private static String lines(List<List<Part>> lines) {
    return lines.stream().map(Shown::line).collect(Collectors.joining(" / "));
  }

  private static String line(List<Part> line) {
    return line.stream().map(Shown::part).collect(Collectors.joining(" "));
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Words(var text) -> text;
      case Part.Quiet(var text) -> text;
      case Part.Warning(var text) -> "!" + text;
      case Part.Name(var text) -> text;
      case Part.NameLink(var text, _) -> text;
      case Part.WordLink(var text, _) -> "[" + text + "]";
    };
  }
}
