package org.lazaretto.ui.wizard;

import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.run.RunLine;

/** Copies the chosen line of a run, with the whole of what was said of it. */
final class CopiedLine {
  private CopiedLine() {}

  /** Lets that list be copied from, by Ctrl+C and by its menu. */
  static void by(ListView<RunLine> list) {
    MenuItem copy = new MenuItem(Texts.of("wizard.step.copy"));
    copy.setOnAction(_ -> copy(list));
    list.setContextMenu(new ContextMenu(copy));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(list);
            event.consume();
          }
        });
  }

  private static void copy(ListView<RunLine> list) {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .ifPresent(line -> Clip.copy(words(line)));
  }

  /** {@code S-004 Evict shop/web-1: refused. Its reason}. */
  static String words(RunLine line) {
    String said = line.text().isEmpty() ? "" : ". " + line.text();
    return line.step().id() + " " + line.title() + ": " + RunWords.phase(line) + said;
  }
}
