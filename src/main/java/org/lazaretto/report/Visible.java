package org.lazaretto.report;

/**
 * Makes characters visible that could hide or turn round what stands beside them: controls, escape
 * sequences, zero-width and direction marks, fillers, odd spaces, lone surrogates, and piled-up
 * combining marks. They are written as {@code \}{@code u202e}.
 */
final class Visible {
  private Visible() {}

  /** What a renderer does with the pieces. */
  interface Sink {
    /** A character that may be shown as it is. */
    void plain(int codePoint);

    /** The escape of a character that may not. */
    void escape(String escape);
  }

  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    walk(
        text,
        new Sink() {
          @Override
          public void plain(int codePoint) {
            out.appendCodePoint(codePoint);
          }

          @Override
          public void escape(String escape) {
            out.append(escape);
          }
        });
    return out.toString();
  }

  static void walk(String text, Sink sink) {
    boolean mark = true;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      boolean combining = combining(c);
      if (hides(c) || (combining && mark)) {
        sink.escape(escape(c));
      } else {
        sink.plain(c);
      }
      mark = combining || hides(c);
      at += Character.charCount(c);
    }
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Character.isBmpCodePoint(c) ? "\\u%04x".formatted(c) : "\\u{%x}".formatted(c);
    };
  }

  private static boolean combining(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }

  private static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.ENCLOSING_MARK ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      default -> filler(c);
    };
  }

  /** Letters and marks that show nothing: Hangul fillers, the empty Braille cell, selectors. */
  private static boolean filler(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x2800
        || c == 0x3164
        || c == 0xffa0
        || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xe0100 && c <= 0xe01ef);
  }
}
