package org.lazaretto.settings;

/**
 * What the user chose, and how the window was left.
 *
 * @param look light or dark
 * @param reducedMotion whether nothing moves that need not
 * @param operator who is at the keyboard, as journals name them; empty for the account's name
 * @param exerciseSpeed how many simulated seconds pass in one real second of an exercise
 * @param caseFolder where new cases are made; empty for the usual place
 * @param window how the window was left
 * @param panes how the panes were left
 */
public record Settings(
    Look look,
    boolean reducedMotion,
    String operator,
    double exerciseSpeed,
    String caseFolder,
    WindowState window,
    PaneState panes) {
  /** How fast and how slow an exercise may go. */
  public static final double SLOWEST = 0.1;

  /** The greatest speed of an exercise. */
  public static final double FASTEST = 100;

  /** What holds before anything was chosen. */
  public static final Settings USUAL =
      new Settings(Look.DARK, false, "", 1, "", WindowState.USUAL, PaneState.USUAL);

  /** Keeps the speed where an exercise works. */
  public Settings {
    exerciseSpeed =
        exerciseSpeed >= SLOWEST && exerciseSpeed <= FASTEST
            ? exerciseSpeed
            : Math.clamp(Double.isNaN(exerciseSpeed) ? 1 : exerciseSpeed, SLOWEST, FASTEST);
  }

  /** Light or dark. */
  public enum Look {
    DARK,
    LIGHT
  }

  /**
   * How the window was left.
   *
   * @param x pixels from the left of the screens; NaN if it was never placed
   * @param y pixels from the top; NaN if it was never placed
   * @param width in pixels
   * @param height in pixels
   */
  public record WindowState(double x, double y, double width, double height, boolean maximised) {
    /** As a first window is. */
    public static final WindowState USUAL =
        new WindowState(Double.NaN, Double.NaN, 1440, 900, false);
  }

  /** The same in another look. */
  public Settings with(Look value) {
    return new Settings(value, reducedMotion, operator, exerciseSpeed, caseFolder, window, panes);
  }

  /** The same with or without motion. */
  public Settings withReducedMotion(boolean value) {
    return new Settings(look, value, operator, exerciseSpeed, caseFolder, window, panes);
  }

  /** The same with another person at the keyboard. */
  public Settings withOperator(String value) {
    return new Settings(
        look, reducedMotion, value.strip(), exerciseSpeed, caseFolder, window, panes);
  }

  /** The same with exercises at another speed. */
  public Settings withExerciseSpeed(double value) {
    return new Settings(look, reducedMotion, operator, value, caseFolder, window, panes);
  }

  /** The same with cases in another place. */
  public Settings withCaseFolder(String value) {
    return new Settings(look, reducedMotion, operator, exerciseSpeed, value, window, panes);
  }

  /** The same with a window and panes left otherwise. */
  public Settings with(WindowState left, PaneState sizes) {
    return new Settings(look, reducedMotion, operator, exerciseSpeed, caseFolder, left, sizes);
  }

  /** The same with columns of tables drawn otherwise. */
  public Settings with(ColumnState columns) {
    return with(window, panes.with(columns));
  }
}
