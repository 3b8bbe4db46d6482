package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Hand;

/** What every FXML file keeps to, so that pages can be read, translated, tested and heard. */
class FxmlLintTest {
  private static final Set<String> WORDS =
      Set.of("text", "promptText", "accessibleText", "accessibleHelp", "title", "headerText");

  /** Controls that a screen reader can only name by a text that is given to them. */
  private static final Set<String> WORDLESS =
      Set.of(
          "TextField",
          "TextArea",
          "PasswordField",
          "ListView",
          "TableView",
          "TreeView",
          "ComboBox",
          "ChoiceBox",
          "Slider",
          "Spinner",
          "ProgressBar",
          "ProgressIndicator",
          "CustomTextField");

  private static final Set<String> LABELED =
      Set.of("Button", "ToggleButton", "MenuButton", "SplitMenuButton", "CheckBox", "RadioButton");

  private static final Pattern KIND =
      Pattern.compile(
          "[a-z][A-Za-z0-9]*"
              + "(Button|Toggle|Label|Field|Area|List|Table|Column|Tree|Box|Pane|Bar|Split|Tab|Tabs|Menu"
              + "|Item|Check|Radio|Choice|Combo|Slider|Spinner|Link|Icon|Image|View|Row|Grid|Flow"
              + "|Group|Text|Progress|Separator|Spacer|Scroll|Stack|Strip|Card|Drawer|Header|Footer|Page"
              + "|Area|Band|Veil|Rail|Chip|Chips|Canvas|Name|Line|Indicator|Region|Accordion|Picker)s?");

  /** A place may have a name though nobody goes there yet. */
  private static final Pattern PLACE = Pattern.compile(".*(Pane|Box|Bar|Veil)");

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  /** Without its controller, whose making would start its work; handlers are checked apart. */
  @Test
  void every_file_loads() throws InterruptedException {
    Hand hand = new Hand(Toolkit.fx(), WindowTest.PATIENCE);
    for (FxmlFile file : FxmlFile.all()) {
      String bare =
          file.text()
              .replaceAll("\\sfx:controller=\"[^\"]*\"", "")
              .replaceAll("\\son[A-Z]\\w*=\"#[^\"]*\"", "");
      Object root = hand.see(() -> load(file, bare));
      assertThat(root).as("%s", file.path()).isInstanceOf(javafx.scene.Parent.class);
    }
  }

  private static Object load(FxmlFile file, String text) {
    try {
      FXMLLoader loader = new FXMLLoader(file.path().toUri().toURL(), Texts.bundle());
      return loader.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(file.path() + ": " + e.getMessage(), e);
    }
  }

  @Test
  void every_file_has_a_controller_with_the_fields_and_handlers_it_needs()
      throws ClassNotFoundException {
    List<String> broken = new ArrayList<>();
    for (FxmlFile file : FxmlFile.all()) {
      Optional<Class<?>> controller = file.controller();
      if (controller.isEmpty()) {
        broken.add(file.path() + ": no controller");
        continue;
      }
      Set<String> identities = file.identities().keySet();
      for (Field field : injected(controller.get())) {
        if (!identities.contains(field.getName())) {
          broken.add(file.path() + ": nothing for the field " + field.getName());
        }
      }
      Set<String> methods =
          Arrays.stream(controller.get().getDeclaredMethods())
              .map(method -> "#" + method.getName())
              .collect(Collectors.toSet());
      file.elements().stream()
          .flatMap(tag -> tag.attributes().entrySet().stream())
          .filter(entry -> entry.getKey().startsWith("on") && entry.getValue().startsWith("#"))
          .filter(entry -> !methods.contains(entry.getValue()))
          .forEach(entry -> broken.add(file.path() + ": no handler " + entry.getValue()));
    }
    assertThat(broken).isEmpty();
  }

  private static List<Field> injected(Class<?> controller) {
    return Arrays.stream(controller.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(FXML.class))
        .toList();
  }

  @Test
  void every_identity_is_a_field_or_a_selector_and_says_what_kind_of_thing_it_is()
      throws ClassNotFoundException {
    Set<String> literals = new TreeSet<>(SourceFiles.literals());
    String css = String.join("\n", SourceFiles.css().values());
    List<String> broken = new ArrayList<>();
    for (FxmlFile file : FxmlFile.all()) {
      Set<String> fields =
          injected(file.controller().orElseThrow()).stream()
              .map(Field::getName)
              .collect(Collectors.toSet());
      for (String id : file.identities().keySet()) {
        if (!KIND.matcher(id).matches()) {
          broken.add(file.path() + ": not noun and kind: " + id);
        }
        if (!PLACE.matcher(id).matches()
            && !fields.contains(id)
            && !literals.contains(id)
            && !literals.contains("#" + id)
            && !css.contains("#" + id)) {
          broken.add(file.path() + ": nobody uses " + id);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_text_is_a_key_that_exists_and_no_style_stands_in_the_line() {
    Set<String> keys = Texts.bundle().keySet();
    List<String> broken = new ArrayList<>();
    for (FxmlFile file : FxmlFile.all()) {
      for (FxmlFile.Tag tag : file.elements()) {
        for (Map.Entry<String, String> entry : tag.attributes().entrySet()) {
          if (WORDS.contains(entry.getKey()) && !key(entry.getValue(), keys)) {
            broken.add(file.path() + ": " + tag.told() + " says " + entry.getValue());
          }
        }
        if (tag.attribute("style").isPresent()) {
          broken.add(file.path() + ": " + tag.told() + " has a style in the line");
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean key(String value, Set<String> keys) {
    return value.startsWith("%") && keys.contains(value.substring(1));
  }

  @Test
  void every_control_without_words_has_a_text_for_who_listens() {
    List<String> broken = new ArrayList<>();
    for (FxmlFile file : FxmlFile.all()) {
      String controller =
          SourceFiles.java().entrySet().stream()
              .filter(entry -> controls(entry.getKey().toString(), file))
              .map(Map.Entry::getValue)
              .collect(Collectors.joining());
      for (FxmlFile.Tag tag : file.elements()) {
        boolean wordless =
            WORDLESS.contains(tag.name())
                || (LABELED.contains(tag.name()) && tag.attribute("text").isEmpty());
        if (wordless && tag.attribute("accessibleText").isEmpty() && !told(tag, controller)) {
          broken.add(file.path() + ": " + tag.told());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean controls(String source, FxmlFile file) {
    return file.elements().getFirst().attribute("fx:controller").stream()
        .anyMatch(name -> source.endsWith(name.replace('.', '/') + ".java"));
  }

  /** Whether the controller gives the words, because they change. */
  private static boolean told(FxmlFile.Tag tag, String controller) {
    return tag.attribute("fx:id").stream()
        .anyMatch(id ->
            Pattern.compile(
                    "\\b"
                        + id
                        + "\\s*[.](setText|setAccessibleText|textProperty|accessibleTextProperty)")
                .matcher(controller)
                .find());
  }
}
