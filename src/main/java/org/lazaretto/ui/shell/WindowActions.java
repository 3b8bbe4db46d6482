package org.lazaretto.ui.shell;

import java.util.List;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;

/** What can be done on every page. */
final class WindowActions {
  private WindowActions() {}

  static List<Action> of(WindowControls controls) {
    return List.of(
        Action.of("window.palette", Texts.of("shell.action.palette"), controls::showPalette)
            .on(Shortcut.pressed("Shortcut+K")),
        Action.of("window.shortcuts", Texts.of("shell.action.shortcuts"), controls::showShortcuts)
            .on(Shortcut.typed("?")),
        Action.of("window.theme", Texts.of("shell.theme.turn"), controls::turnTheme)
            .on(Shortcut.pressed("Shortcut+T")),
        Action.of("window.settings", Texts.of("shell.settings.show"), controls::showSettings)
            .on(Shortcut.pressed("Shortcut+Comma")));
  }
}
