package org.lazaretto.ui.find;

/**
 * One line of the left pane.
 *
 * @param id its {@code fx:id}, and what it is known by from one picture to the next
 * @param sign what stands before its text
 * @param text what it says, made visible
 * @param count what stands at its right, may be empty
 * @param active whether it is chosen; a box that is checked
 * @param faint whether it is of little weight
 * @param hint what is said on hover
 * @param act what a click or Enter does
 */
record Line(
    String id,
    Sign sign,
    String text,
    String count,
    boolean active,
    boolean faint,
    String hint,
    Runnable act) {
  /** What stands before a line. */
  enum Sign {
    SUSPECT("◆"),
    FLAG("!"),
    FAILING("✕"),
    NONE(""),
    BOX("");

    private final String glyph;

    Sign(String glyph) {
      this.glyph = glyph;
    }

    String glyph() {
      return glyph;
    }
  }

  /** Whether it looks the same; what it does may be another object. */
  boolean looksLike(Line other) {
    return id.equals(other.id)
        && sign == other.sign
        && text.equals(other.text)
        && count.equals(other.count)
        && active == other.active
        && faint == other.faint
        && hint.equals(other.hint);
  }
}
