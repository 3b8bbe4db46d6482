package org.lazaretto.model;

/** Text from a cluster, made safe to look at: an intruder may have chosen every character of it. */
public final class HostileText {
  private HostileText() {}

  /**
   * The text with every character that a terminal or a page would obey instead of showing it
   * (control, format and bidirectional characters, lone surrogates) written as a visible escape.
   * Line breaks and tabs are escaped too: the result is one line.
   */
  public static String visible(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    if (obeyed(point)) {
      safe.append(point > 0xFFFF ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point));
    } else {
      safe.appendCodePoint(point);
    }
  }

  private static boolean obeyed(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
