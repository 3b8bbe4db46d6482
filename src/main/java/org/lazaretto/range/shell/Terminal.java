package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;

/** What a terminal does with typed characters: it shows them and hands on whole lines. */
public final class Terminal {
  private static final int LONGEST = 64 << 10;

  private final boolean echo;
  private final StringBuilder line = new StringBuilder();

  /**
   * A terminal.
   *
   * @param echo whether it is one, or else only a stream of lines
   */
  public Terminal(boolean echo) {
    this.echo = echo;
  }

  /** What comes of typing. */
  public interface Keys {
    /** To be shown. */
    void show(String text);

    /** A line is complete; it has no end. */
    void line(String text);

    /** Control-C. */
    void interrupt();

    /** Control-D in an empty line. */
    void end();
  }

  /** Takes what was typed. */
  public void type(byte[] bytes, Keys keys) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      key(text.charAt(i), keys);
    }
  }

  private void key(char c, Keys keys) {
    if (c == '\n' || (echo && c == '\r')) {
      String whole = line.toString();
      line.setLength(0);
      show(keys, "\r\n");
      keys.line(whole);
    } else if (!echo) {
      append(c);
    } else if (c == 3) {
      line.setLength(0);
      show(keys, "^C\r\n");
      keys.interrupt();
    } else if (c == 4) {
      if (line.isEmpty()) {
        keys.end();
      }
    } else if (c == 127 || c == 8) {
      if (!line.isEmpty()) {
        line.setLength(line.length() - 1);
        show(keys, "\b \b");
      }
    } else if (c == 21) {
      show(keys, "\b \b".repeat(line.length()));
      line.setLength(0);
    } else if (c >= 32) {
      append(c);
      show(keys, String.valueOf(c));
    }
  }

  private void append(char c) {
    if (line.length() < LONGEST) {
      line.append(c);
    }
  }

  private void show(Keys keys, String text) {
    if (echo) {
      keys.show(text);
    }
  }

  /** What was typed after the last whole line. */
  public String rest() {
    String rest = line.toString();
    line.setLength(0);
    return rest;
  }
}
