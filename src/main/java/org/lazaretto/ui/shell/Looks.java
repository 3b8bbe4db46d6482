package org.lazaretto.ui.shell;

import java.util.Optional;
import javafx.scene.Scene;
import org.lazaretto.settings.Preferences;
import org.lazaretto.settings.Settings;
import org.lazaretto.settings.Settings.WindowState;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Motion;
import org.lazaretto.ui.fx.Theme;

/** What the window looks like: as it was left the last time, and kept for the next. */
final class Looks {
  private final Preferences preferences;
  private final Background background;
  private final Scene scene;
  private final Voice voice;

  /**
   * Gives the scene the looks that were kept.
   *
   * @param voice says what could not be kept
   */
  Looks(Preferences preferences, Background background, Scene scene, Voice voice) {
    this.preferences = preferences;
    this.background = background;
    this.scene = scene;
    this.voice = voice;
    theme().dress(scene);
    Motion.reduce(scene, preferences.now().reducedMotion());
    Columns.rememberIn(scene, new ColumnMemory(preferences));
  }

  private Theme theme() {
    return preferences.now().look() == Settings.Look.LIGHT ? Theme.LIGHT : Theme.DARK;
  }

  /** Turns from dark to light, or back, and saves it. */
  void turnTheme() {
    Settings.Look look = theme() == Theme.DARK ? Settings.Look.LIGHT : Settings.Look.DARK;
    preferences.change(settings -> settings.with(look));
    theme().dress(scene);
    save();
  }

  PaneSizes sizes() {
    return PaneSizes.of(preferences.now().panes());
  }

  /**
   * Keeps where the window stands, without saving it yet.
   *
   * @param left the sizes of the panes, if any are shown
   */
  void keep(WindowState window, Optional<PaneSizes> left) {
    preferences.change(settings ->
        settings.with(
            window, left.map(sizes -> sizes.in(settings.panes())).orElse(settings.panes())));
  }

  /** Saves all that was kept or changed, and moves no more than is wanted from now on. */
  void save() {
    Motion.reduce(scene, preferences.now().reducedMotion());
    background.run(
        preferences::save,
        trouble -> trouble.ifPresent(voice::say),
        failure -> voice.say(failure.words()));
  }
}
