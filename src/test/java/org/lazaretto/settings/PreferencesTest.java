package org.lazaretto.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.adapter.files.SettingsFile;
import org.lazaretto.settings.Settings.Look;
import org.lazaretto.settings.Settings.WindowState;

class PreferencesTest {
  @TempDir private Path home;

  private Path file() {
    return home.resolve("lazaretto").resolve("settings.json");
  }

  private Preferences open() {
    return Preferences.open(SettingsFile.usual(Map.of("XDG_CONFIG_HOME", home.toString())));
  }

  private void holds(String text) throws IOException {
    Files.createDirectories(home.resolve("lazaretto"));
    Files.writeString(file(), text);
  }

  @Test
  void without_a_file_the_usual_settings_hold_and_nothing_is_said() {
    assertThat(open().now()).isEqualTo(Settings.USUAL);
    assertThat(open().notice()).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void what_was_chosen_is_found_again_and_is_private() throws IOException {
    ColumnState columns =
        ColumnState.NONE.with("journal", Map.of("who", 180.5)).with("cases", Map.of("id", 99.0));
    Settings chosen =
        Settings.USUAL
            .with(Look.LIGHT)
            .withReducedMotion(true)
            .withOperator(" Ana Meier, \"IR\" ")
            .withExerciseSpeed(10)
            .withCaseFolder("/srv/cases ä")
            .with(
                new WindowState(-8, 12.5, 1300, 820, true),
                new PaneState(240, 400, 600, 200, columns));
    Preferences preferences = open();
    preferences.change(_ -> chosen);
    assertThat(preferences.save()).isEmpty();

    assertThat(open().now()).isEqualTo(chosen);
    assertThat(open().now().operator()).isEqualTo("Ana Meier, \"IR\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("lazaretto"))))
        .isEqualTo("rwx------");
  }

  @Test
  void what_a_file_leaves_out_is_as_usual() throws IOException {
    holds("{\"theme\": \"light\"}");
    assertThat(open().now()).isEqualTo(Settings.USUAL.with(Look.LIGHT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"theme\": \"light\"",
        "{\"theme\": 7}",
        "{\"theme\": \"pink\"}",
        "{\"window\": {\"width\": \"wide\"}}",
        "{\"panes\": [1, 2]}",
        "{\"columns\": {\"journal.who\": \"wide\"}}",
        "{\"format\": 2}",
        "{\"future\": true}"
      })
  void a_broken_file_is_kept_aside_and_said(String text) throws IOException {
    holds(text);
    Preferences preferences = open();
    assertThat(preferences.now()).isEqualTo(Settings.USUAL);
    assertThat(preferences.notice().orElseThrow()).contains("settings-1.broken.json");
    assertThat(home.resolve("lazaretto/settings-1.broken.json")).hasContent(text);
    assertThat(file()).doesNotExist();
  }

  @Test
  void a_second_broken_file_does_not_replace_the_first() throws IOException {
    holds("one");
    open();
    holds("two");
    assertThat(open().notice().orElseThrow()).contains("settings-2.broken.json");
    assertThat(home.resolve("lazaretto/settings-1.broken.json")).hasContent("one");
  }

  @Test
  void a_place_that_cannot_be_read_or_written_is_said_and_left_alone() throws IOException {
    Files.createDirectories(file());
    Preferences preferences = open();
    assertThat(preferences.now()).isEqualTo(Settings.USUAL);
    assertThat(preferences.notice().orElseThrow()).contains("cannot be read");
    assertThat(preferences.save().orElseThrow()).contains("could not be kept");
    assertThat(file()).isDirectory();
  }

  @Test
  void a_speed_that_no_exercise_could_take_is_bounded() throws IOException {
    holds("{\"exerciseSpeed\": 1e300}");
    assertThat(open().now().exerciseSpeed()).isEqualTo(Settings.FASTEST);
  }

  @Test
  void widths_that_no_column_could_have_are_left_out_and_the_rest_is_kept() throws IOException {
    holds(
        """
        {"columns": {"journal.who": 120, "journal.what": -3, "journal.step": 1e9, "nobody": 50,
         "a%s.b": 40}}
        """
            .formatted("a".repeat(100)));
    assertThat(open().notice()).isEmpty();
    assertThat(open().now().panes().columns().widths())
        .containsOnly(Map.entry("journal.who", 120.0), Map.entry("nobody", 50.0));
  }

  @Test
  void a_file_with_columns_without_end_is_read_in_part() throws IOException {
    String columns =
        IntStream.range(0, 5000)
            .mapToObj("\"t.c%d\": 60"::formatted)
            .collect(Collectors.joining(","));
    holds("{\"columns\": {" + columns + "}}");
    assertThat(open().now().panes().columns().widths()).hasSize(200);
  }

  @Test
  void a_table_that_is_drawn_again_forgets_the_columns_that_it_has_no_more() {
    ColumnState before =
        ColumnState.NONE
            .with("cases", Map.of("id", 90.0, "gone", 70.0))
            .with("x", Map.of("y", 50.0));
    ColumnState after = before.with("cases", Map.of("id", 95.0));
    assertThat(after.widths()).containsOnly(Map.entry("cases.id", 95.0), Map.entry("x.y", 50.0));
    assertThat(after.of("cases", "gone")).isEmpty();
  }

  @Test
  void a_relative_place_is_ignored_as_the_convention_says() {
    assertThat(SettingsFile.usual(Map.of("XDG_CONFIG_HOME", "config")).place())
        .endsWith("/.config/lazaretto/settings.json");
  }

  @Test
  void the_file_is_text_that_people_can_read() throws IOException {
    open().save();
    String text = Files.readString(file(), StandardCharsets.UTF_8);
    assertThat(text).contains("\"theme\" : \"dark\"").doesNotContain("NaN");
  }
}
