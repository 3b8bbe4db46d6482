package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every style sheet keeps to, so that both themes hold and nothing styles what is gone. */
class CssLintTest {
  private static final Pattern DECLARATION =
      Pattern.compile("(-[a-z][a-z0-9-]*)\\s*:\\s*([^;{}]+)(?=[;}])");
  private static final Pattern RULE = Pattern.compile("([^{}]+)[{]([^{}]*)[}]");
  private static final Pattern CLASS = Pattern.compile("[.]([A-Za-z][A-Za-z0-9_-]*)");
  private static final Pattern TOKEN = Pattern.compile("-(?:lz|color)-[a-z0-9-]+");
  private static final Pattern SIZE = Pattern.compile("([0-9.]+)px");
  private static final Pattern COLOUR =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?|hsla?)[(]|(?<![-a-z])(?:white|black|red|green|blue"
              + "|yellow|orange|gray|grey|purple|cyan|magenta|gold|silver|navy|teal|maroon|pink|brown)(?![-a-z])");

  private static boolean tokens(Path sheet) {
    return sheet.getFileName().toString().startsWith("tokens-");
  }

  private static String primer() throws IOException {
    String file = new PrimerDark().getUserAgentStylesheet();
    try (InputStream bytes =
        Objects.requireNonNull(PrimerDark.class.getResourceAsStream(file), file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> found(Pattern pattern, String text, int group) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(group));
    }
    return found;
  }

  @Test
  void colours_stand_in_the_token_files_only() {
    List<String> broken = new ArrayList<>();
    SourceFiles.css()
        .forEach((sheet, text) -> {
          Matcher declaration = DECLARATION.matcher(text);
          while (!tokens(sheet) && declaration.find()) {
            if (COLOUR.matcher(declaration.group(2)).find()) {
              broken.add(sheet + ": " + declaration.group());
            }
          }
        });
    assertThat(broken).isEmpty();
  }

  @Test
  void both_themes_have_the_same_tokens() {
    List<Set<String>> names = new ArrayList<>();
    SourceFiles.css()
        .forEach((sheet, text) -> {
          if (tokens(sheet)) {
            names.add(found(DECLARATION, text, 1));
          }
        });
    assertThat(names).hasSize(2);
    assertThat(names.getFirst()).isEqualTo(names.getLast());
  }

  @Test
  void every_token_that_is_used_exists() throws IOException {
    Set<String> known = found(DECLARATION, primer(), 1);
    SourceFiles.css().values().forEach(text -> known.addAll(found(DECLARATION, text, 1)));
    List<String> broken = new ArrayList<>();
    SourceFiles.css()
        .forEach((sheet, text) -> {
          for (String token : found(TOKEN, text, 0)) {
            if (!known.contains(token)) {
              broken.add(sheet + ": " + token);
            }
          }
        });
    assertThat(broken).isEmpty();
  }

  @Test
  void no_text_is_smaller_than_12_px() {
    List<String> broken = new ArrayList<>();
    SourceFiles.css()
        .forEach((sheet, text) -> {
          Matcher declaration = DECLARATION.matcher(text);
          while (declaration.find()) {
            String property = declaration.group(1);
            Matcher size = SIZE.matcher(declaration.group(2));
            if (Set.of("-fx-font", "-fx-font-size").contains(property)
                && size.find()
                && Double.parseDouble(size.group(1)) < 12) {
              broken.add(sheet + ": " + declaration.group());
            }
          }
        });
    assertThat(broken).isEmpty();
  }

  /** But for the common ground, from which any page may take. */
  @Test
  void every_class_that_is_styled_is_worn() throws IOException {
    Set<String> worn = new TreeSet<>(found(CLASS, primer(), 1));
    SourceFiles.literals().forEach(literal -> worn.addAll(List.of(literal.split("[\\s,]+"))));
    for (String text : SourceFiles.fxml().values()) {
      for (String value : found(Pattern.compile("styleClass=\"([^\"]*)\""), text, 1)) {
        worn.addAll(List.of(value.split("[\\s,]+")));
      }
    }
    Set<String> beginnings = new TreeSet<>(worn);
    beginnings.removeIf(name -> !name.endsWith("-"));
    List<String> broken = new ArrayList<>();
    for (Map.Entry<Path, String> sheet : SourceFiles.css().entrySet()) {
      if (sheet.getKey().endsWith("fx.css")) {
        continue;
      }
      Matcher rule = RULE.matcher(sheet.getValue());
      while (rule.find()) {
        for (String name : found(CLASS, rule.group(1), 1)) {
          if (!worn.contains(name) && beginnings.stream().noneMatch(name::startsWith)) {
            broken.add(sheet.getKey() + ": ." + name);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
  }
}
