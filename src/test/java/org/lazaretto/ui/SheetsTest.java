package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.session.CaseDesk;
import org.lazaretto.settings.Settings;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** What the window shows over or instead of its pages: commands, keys, settings, a read case. */
class SheetsTest extends WindowTest {
  private static String text(String id) {
    return Sight.of(id).map(Sight::text).orElse("");
  }

  @Test
  void every_command_is_found_by_its_words() throws Exception {
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    hand.press("paletteButton");
    hand.type("queryField", "keyboard");
    hand.until("what fits", () -> text("actionList").contains("Show the keyboard shortcuts"));
    looksRight("palette");
  }

  @Test
  void the_keys_are_listed() throws Exception {
    open(new Opening.Start());
    hand.press("shortcutsButton");
    assertThat(hand.read("keyBox")).contains("Ctrl+K");
    looksRight("shortcuts");
    hand.press("closeButton");
    hand.until("the sheet is gone", () -> Sight.of("keyBox").isEmpty());
  }

  @Test
  void what_is_chosen_in_the_settings_holds_when_they_are_closed() throws Exception {
    open(new Opening.Start());
    hand.press("settingsButton");
    hand.type("operatorField", "Ana Meier, IR");
    looksRight("settings");
    hand.press("lightCheck");
    hand.shortcut(KeyCode.T);
    hand.until("the theme's tick gone", () -> !light());
    hand.shortcut(KeyCode.T);
    hand.until("the theme's tick", SheetsTest::light);
    hand.press("closeButton");
    assertThat(preferences.now().operator()).isEqualTo("Ana Meier, IR");
    assertThat(preferences.now().look()).isEqualTo(Settings.Look.LIGHT);
  }

  private static boolean light() {
    return Sight.of("lightCheck").map(CheckBox.class::cast).orElseThrow().isSelected();
  }

  @Test
  void settings_that_could_not_be_understood_are_told_at_once() throws Exception {
    MemorySettings broken = new MemorySettings();
    broken.write("not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    preferences = org.lazaretto.settings.Preferences.open(broken);
    open(new Opening.Start());
    hand.until("what is wrong", () -> text("messageLabel").contains("could not be understood"));
  }

  @Test
  void a_case_that_is_only_read_shows_its_report_and_whether_it_holds() throws Exception {
    Path folder = home.resolve("IR-2026-001");
    CaseInfo info = new CaseInfo("IR-2026-001", "Miner", "", "", false);
    CaseDesk.create(new CaseFolders(home).at(folder), info, workstation().place()).close();
    open(new Opening.Start());
    hand.until("the case", () -> text("caseTable").contains("✓ 2 lines"));
    hand.act(
        () -> ((TableView<?>) Sight.of("caseTable").orElseThrow()).getSelectionModel().select(0));
    hand.press("readButton");
    hand.find("bodyScroll");
    hand.find("rowTable");
    hand.until("the chain", () -> !text("chainLabel").isEmpty());
    assertThat(hand.read("chainLabel")).isEqualTo("✓ the chain holds");
    looksRight("reading");
    hand.press("verifyButton");
    hand.until("the verdict", () -> text("resultLabel").startsWith("✓ The case holds: 2 lines"));
    looksRight("verify");
    hand.press("closeButton");
    hand.press("backButton");
    hand.find("caseTable");
  }
}
