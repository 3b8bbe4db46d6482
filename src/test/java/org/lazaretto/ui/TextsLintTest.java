package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Texts;

/** Texts stand in their bundle once, are all used, and can all be filled in. */
class TextsLintTest {
  private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z0-9.-]+)[ \\t]*[=:](.*)$");
  private static final Pattern ASKED = Pattern.compile("Texts[.]of[(]\\s*\"([^\"]+)\"\\s*([,)])");
  private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");

  /** Each line of each bundle, so that what stands twice is seen twice. */
  private static List<Map.Entry<String, String>> lines() {
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (String text : SourceFiles.bundles().values()) {
      Matcher line = LINE.matcher(text.replaceAll("\\\\\\R\\s*", ""));
      while (line.find()) {
        lines.add(Map.entry(line.group(1), line.group(2).strip()));
      }
    }
    return lines;
  }

  private static Set<String> keys() {
    return lines().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inFxml() {
    Set<String> keys = new TreeSet<>();
    for (String text : SourceFiles.fxml().values()) {
      Matcher matcher = IN_FXML.matcher(text);
      while (matcher.find()) {
        keys.add(matcher.group(1));
      }
    }
    return keys;
  }

  @Test
  void the_keys_that_are_read_here_are_those_of_the_program() {
    assertThat(keys()).isEqualTo(new TreeSet<>(Texts.bundle().keySet()));
  }

  @Test
  void no_key_stands_twice() {
    Set<String> seen = new HashSet<>();
    assertThat(lines().stream().map(Map.Entry::getKey).filter(key -> !seen.add(key))).isEmpty();
  }

  @Test
  void a_key_begins_with_the_area_whose_file_it_is_in() {
    List<String> astray = new ArrayList<>();
    SourceFiles.bundles()
        .forEach((file, text) -> {
          String area = file.getFileName().toString().replace(".properties", ".");
          Matcher line = LINE.matcher(text);
          while (line.find()) {
            if (!line.group(1).startsWith(area)) {
              astray.add(file + ": " + line.group(1));
            }
          }
        });
    assertThat(astray).isEmpty();
  }

  @Test
  void every_key_that_the_source_asks_for_exists() {
    Set<String> keys = keys();
    Map<String, String> missing = new TreeMap<>();
    SourceFiles.java()
        .forEach((file, text) -> {
          Matcher asked = ASKED.matcher(text);
          while (asked.find()) {
            if (!keys.contains(asked.group(1))) {
              missing.put(asked.group(1), file.toString());
            }
          }
        });
    inFxml().stream().filter(key -> !keys.contains(key)).forEach(key -> missing.put(key, "fxml"));
    assertThat(missing).isEmpty();
  }

  /**
   * A literal that ends with a dot or a hyphen, or is a key's beginning, is taken for its group.
   */
  @Test
  void no_key_is_unused() {
    Set<String> literals = new HashSet<>(SourceFiles.literals());
    Set<String> inFxml = inFxml();
    List<String> groups =
        literals.stream().filter(text -> text.matches("[a-z]+[.](.*[.-])?")).toList();
    Set<String> unused = keys();
    unused.removeIf(key ->
        literals.contains(key)
            || inFxml.contains(key)
            || groups.stream().anyMatch(key::startsWith));
    assertThat(unused).isEmpty();
  }

  /** The message format eats it, FXML does not: with ’ both say the same. */
  @Test
  void no_text_has_a_straight_apostrophe() {
    assertThat(lines().stream().filter(line -> line.getValue().contains("'"))).isEmpty();
  }

  @Test
  void every_text_can_be_filled_in_and_none_is_empty() {
    for (Map.Entry<String, String> line : lines()) {
      assertThat(line.getValue()).as(line.getKey()).isNotBlank();
      assertThat(new MessageFormat(line.getValue(), java.util.Locale.ENGLISH)).isNotNull();
    }
  }
}
