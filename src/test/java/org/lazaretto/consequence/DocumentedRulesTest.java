package org.lazaretto.consequence;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/consequences.md} against the sources of the rules. */
class DocumentedRulesTest {
  private static final Path SOURCES = Path.of("src/main/java/org/lazaretto/consequence");
  private static final Path DOCUMENT = Path.of("docs/consequences.md");
  private static final Pattern ID = Pattern.compile("\"(T-\\d\\d[a-z]?)\"");
  private static final Pattern LEVEL = Pattern.compile("Severity\\.(INFORM|WARN|STOP)\\b");
  private static final Pattern ROW =
      Pattern.compile("\\| (T-\\d\\d[a-z]?) \\| `(\\w+)` \\| ([a-z, ]+) \\| (\\S.*) \\|");

  @Test
  void every_rule_stands_in_the_document_with_its_ids_and_nothing_else_does() throws IOException {
    Map<String, Set<String>> written = new TreeMap<>();
    rows().forEach(row -> add(written, row.group(2), row.group(1)));
    Map<String, Set<String>> coded = new TreeMap<>();
    for (Path source : sources()) {
      matches(ID, Files.readString(source)).forEach(id -> add(coded, name(source), id));
    }

    assertThat(written).isEqualTo(coded);
  }

  @Test
  void the_levels_in_the_document_are_those_in_the_rules() throws IOException {
    Map<String, Set<String>> written = new TreeMap<>();
    rows()
        .forEach(row ->
            Stream.of(row.group(3).split(", "))
                .forEach(level -> add(written, row.group(2), level)));
    Map<String, Set<String>> coded = new TreeMap<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      if (matches(ID, text).isEmpty()) {
        continue;
      }
      for (String level : matches(LEVEL, text)) {
        add(coded, name(source), level.toLowerCase(java.util.Locale.ROOT));
      }
      if (text.contains("new Doubt(")) {
        add(coded, name(source), "warn");
      }
    }

    assertThat(written).isEqualTo(coded);
  }

  private static Stream<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(DOCUMENT)).results();
  }

  private static Set<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.filter(f -> f.toString().endsWith(".java")).collect(toCollection(TreeSet::new));
    }
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String name(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  private static void add(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
  }
}
