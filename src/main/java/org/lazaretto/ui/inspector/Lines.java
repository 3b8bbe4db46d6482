package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Texts;

/** Makes lines that can be drawn of lines that an intruder may have written. */
final class Lines {
  /** How many characters of one line are shown. */
  static final int LONGEST = 4_096;

  private static final String TAB = "    ";

  private Lines() {}

  /**
   * What is shown of a line: tabs as spaces, everything else that is obeyed instead of shown as an
   * escape, the end of an overlong line replaced by a note.
   *
   * @param bytes how long the whole line is
   */
  static String visible(String raw, long bytes) {
    String head = raw.length() > LONGEST ? raw.substring(0, edge(raw)) : raw;
    String text = HostileText.visible(head.replace("\t", TAB));
    String fitting = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    boolean cut = bytes > LONGEST || fitting.length() < text.length();
    return cut ? fitting + Texts.of("inspector.line.cut", bytes) : fitting;
  }

  /** No surrogate pair is cut in two. */
  private static int edge(String raw) {
    return Character.isHighSurrogate(raw.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /** The lines of a text. */
  static List<TextLine> of(String text) {
    List<TextLine> lines = new ArrayList<>();
    text.lines()
        .forEach(
            line -> lines.add(new TextLine(lines.size(), "", visible(line, line.length()), false)));
    return lines;
  }
}
