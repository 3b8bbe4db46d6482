package org.lazaretto.journal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Writes JSON of which there is one form only: members in the order they are given, no white space,
 * UTF-8. Control, format and lone surrogate characters are escaped, so that a hostile name neither
 * breaks a line nor moves a terminal's cursor, and every Java string comes back as it was.
 */
final class CanonicalJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(600).append('{');
  private final UnaryOperator<String> filter;
  private boolean first = true;
  private boolean filtered;

  /**
   * @param filter what every text goes through before it is written
   */
  CanonicalJson(UnaryOperator<String> filter) {
    this.filter = filter;
  }

  CanonicalJson text(String name, String value) {
    return exact(name, pass(value));
  }

  /** A text that is ours and goes through no filter. */
  CanonicalJson exact(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  CanonicalJson number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  CanonicalJson flag(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  CanonicalJson open(String name) {
    name(name);
    out.append('{');
    first = true;
    return this;
  }

  CanonicalJson close() {
    out.append('}');
    first = false;
    return this;
  }

  CanonicalJson texts(String name, List<String> values) {
    name(name);
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      comma(i == 0);
      string(pass(values.get(i)));
    }
    out.append(']');
    return this;
  }

  <T> CanonicalJson objects(String name, List<T> values, BiConsumer<CanonicalJson, T> members) {
    name(name);
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      comma(i == 0);
      out.append('{');
      first = true;
      members.accept(this, values.get(i));
      out.append('}');
    }
    out.append(']');
    first = false;
    return this;
  }

  /** The whole object and a newline; nothing can be added after it. */
  byte[] line() {
    return out.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the filter changed any text. */
  boolean filtered() {
    return filtered;
  }

  private String pass(String value) {
    String passed = filter.apply(value);
    filtered |= !passed.equals(value);
    return passed;
  }

  private void name(String name) {
    comma(first);
    first = false;
    string(name);
    out.append(':');
  }

  private void comma(boolean none) {
    if (!none) {
      out.append(',');
    }
  }

  private void string(String value) {
    out.append('"');
    int plain = plain(value, 0);
    out.append(value, 0, plain);
    for (int i = plain; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        plain = plain(value, i);
        out.append(value, i, plain);
        i = plain - 1;
      } else if (isPair(value, i)) {
        i = pair(value, i);
      } else {
        wide(c);
      }
    }
    out.append('"');
  }

  /** Where the characters end that are written as they are: nearly every text is one such run. */
  private static int plain(String value, int from) {
    int i = from;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean isPair(String value, int at) {
    return Character.isHighSurrogate(value.charAt(at))
        && at + 1 < value.length()
        && Character.isLowSurrogate(value.charAt(at + 1));
  }

  /** Writes both halves and returns where the second stands. */
  private int pair(String value, int at) {
    int type = Character.getType(value.codePointAt(at));
    if (type == Character.FORMAT || type == Character.UNASSIGNED) {
      escape(value.charAt(at));
      escape(value.charAt(at + 1));
    } else {
      out.append(value, at, at + 2);
    }
    return at + 1;
  }

  private void wide(char c) {
    switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          escape(c);
      default -> out.append(c);
    }
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX[(c >> shift) & 0xf]);
    }
  }
}
