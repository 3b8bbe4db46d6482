package org.lazaretto.ui.fx;

/** What every page can ask of the window around it. */
public interface WindowControls {
  /** Turns from light to dark or back. */
  void turnTheme();

  /** Opens the settings over the page. */
  void showSettings();

  /** Opens the list of all actions. */
  void showPalette();

  /** Opens the sheet of shortcuts. */
  void showShortcuts();

  /** Leaves what is open for the start page. */
  void showStart();

  /** Shows a sheet over the page; it is closed when it is taken away. */
  void showSheet(Page sheet);

  /** Takes the sheet away. */
  void hideSheet();
}
