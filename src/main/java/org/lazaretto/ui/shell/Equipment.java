package org.lazaretto.ui.shell;

import java.util.Optional;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.DesktopServices;

/**
 * What the window works with.
 *
 * @param workstation what can be opened
 * @param background where work goes that blocks
 * @param desktop what the desktop around the window does
 * @param preferences what the user chose
 * @param guide plays walkthroughs for somebody who watches; without it none is offered
 * @param rehearses whether pages are made once out of sight before somebody comes to them: in a
 *     process that has made them before it gains nothing
 */
public record Equipment(
    Workstation workstation,
    Background background,
    DesktopServices desktop,
    Preferences preferences,
    Optional<Guide> guide,
    boolean rehearses) {
  /** A window that offers no walkthrough. */
  public Equipment(
      Workstation workstation,
      Background background,
      DesktopServices desktop,
      Preferences preferences) {
    this(workstation, background, desktop, preferences, Optional.empty(), true);
  }
}
