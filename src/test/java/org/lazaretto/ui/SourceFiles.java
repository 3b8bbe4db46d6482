package org.lazaretto.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that the window is made of, as they stand in the source tree. */
final class SourceFiles {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path JAVA = Path.of("src/main/java/org/lazaretto");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  private SourceFiles() {}

  /** Each FXML file with its text. */
  static Map<Path, String> fxml() {
    return texts(RESOURCES.resolve("fxml"), ".fxml");
  }

  /** Each style sheet with its text, without its comments. */
  static Map<Path, String> css() {
    Map<Path, String> sheets = texts(RESOURCES.resolve("css"), ".css");
    sheets.replaceAll((_, text) -> text.replaceAll("(?s)/[*].*?[*]/", ""));
    return sheets;
  }

  /** Each file of texts. */
  static Map<Path, String> bundles() {
    return texts(RESOURCES.resolve("texts"), ".properties");
  }

  /** Each Java file of the window, and of what opens it. */
  static Map<Path, String> java() {
    Map<Path, String> all = texts(JAVA.resolve("ui"), ".java");
    all.putAll(texts(JAVA.resolve("launch"), ".java"));
    return all;
  }

  /** Every string literal of the window's Java files; text blocks count line by line. */
  static List<String> literals() {
    List<String> literals = new ArrayList<>();
    for (String text : java().values()) {
      Matcher matcher = LITERAL.matcher(text);
      while (matcher.find()) {
        literals.add(matcher.group(1));
      }
    }
    return literals;
  }

  private static Map<Path, String> texts(Path folder, String ending) {
    Map<Path, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
        texts.put(file, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
