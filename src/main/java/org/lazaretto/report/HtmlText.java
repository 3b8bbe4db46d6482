package org.lazaretto.report;

/** Text for an HTML document, where it stands between tags. */
final class HtmlText {
  private HtmlText() {}

  /** Text with its hidden characters shown in a style of their own. */
  static String styled(String text) {
    return escape(text, "<b class=\"esc\">", "</b>");
  }

  /** The same without any tag, for titles and attributes. */
  static String plain(String text) {
    return escape(text, "", "");
  }

  private static String escape(String text, String before, String after) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    Visible.walk(
        text,
        new Visible.Sink() {
          @Override
          public void plain(int codePoint) {
            switch (codePoint) {
              case '&' -> out.append("&amp;");
              case '<' -> out.append("&lt;");
              case '>' -> out.append("&gt;");
              case '"' -> out.append("&#34;");
              case '\'' -> out.append("&#39;");
              case '`' -> out.append("&#96;");
              default -> out.appendCodePoint(codePoint);
            }
          }

          @Override
          public void escape(String escape) {
            out.append(before).append(escape).append(after);
          }
        });
    return out.toString();
  }
}
