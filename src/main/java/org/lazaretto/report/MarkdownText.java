package org.lazaretto.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for a Markdown document, in running text, tables and code. */
final class MarkdownText {
  private static final Pattern TICKS = Pattern.compile("`+");
  private static final Pattern LIST_START = Pattern.compile("^(?:[-+=]|\\d{1,9}[.)](?=\\s|$))");
  private static final Pattern LINK_START = Pattern.compile("(?i)(://|www\\.|mailto:)");

  private MarkdownText() {}

  /** Text that may stand anywhere but in code: no mark-up, no HTML, no link, no table cell. */
  static String running(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (char c : Visible.text(text).toCharArray()) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '#', '!', '$', '{', '}' ->
            out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    return unlinked(listless(out.toString()));
  }

  /** A text at the start of a line must not begin a list, a rule or a heading. */
  private static String listless(String text) {
    Matcher found = LIST_START.matcher(text);
    if (!found.find()) {
      return text;
    }
    int sign = found.end() - 1;
    return text.substring(0, sign) + "\\" + text.substring(sign);
  }

  /** Renderers make links of bare addresses too. */
  private static String unlinked(String text) {
    return LINK_START
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(found.group().replace(":", "\\:").replace(".", "\\.")));
  }

  /**
   * A code span, safe inside a table cell; a dash for no text. Renderers differ on a backslash
   * before a bar in code, so that stands as running text.
   */
  static String code(String text) {
    if (text.isBlank()) {
      return "–";
    }
    String visible = Visible.text(text);
    if (visible.contains("\\|")) {
      return running(text);
    }
    String fence = fence(visible, 1);
    String pad = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
    return fence + pad + visible.replace("|", "\\|") + pad + fence;
  }

  /** A code block of one line. */
  static String block(String text) {
    String visible = Visible.text(text);
    String fence = fence(visible, 3);
    return fence + "text\n" + visible + "\n" + fence;
  }

  private static String fence(String text, int least) {
    int longest =
        TICKS.matcher(text).results().mapToInt(found -> found.group().length()).max().orElse(0);
    return "`".repeat(Math.max(least, longest + 1));
  }
}
