package org.lazaretto.range.shell;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.range.shell.Syntax.Part;
import org.lazaretto.range.shell.Syntax.Unreadable;
import org.lazaretto.range.shell.Syntax.Word;

/** Cuts a command line into words and operators. */
final class Lexer {
  private static final List<String> OPERATORS =
      List.of("&&", "||", ";;", ">>", ">&", "<", ">", "|", "&", ";", "(", ")", "\n");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** A word, or an operator. */
  sealed interface Token {
    /**
     * A word.
     *
     * @param plain as it is written, or empty if any of it is quoted
     */
    record Text(Word word, String plain) implements Token {}

    /** An operator; {@code number} is the one before a redirection, or -1. */
    record Operator(String sign, int number) implements Token {}
  }

  static List<Token> tokens(String source) throws Unreadable {
    Lexer lexer = new Lexer(source);
    lexer.run();
    return lexer.tokens;
  }

  private void run() throws Unreadable {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r') {
        at++;
      } else if (c == '\\' && source.startsWith("\\\n", at)) {
        at += 2;
      } else if (c == '#') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (!operator()) {
        word();
      }
    }
  }

  private boolean operator() {
    int number = -1;
    int here = at;
    if (Character.isDigit(source.charAt(at))
        && at + 1 < source.length()
        && "<>".indexOf(source.charAt(at + 1)) >= 0) {
      number = source.charAt(at) - '0';
      here++;
    }
    for (String sign : OPERATORS) {
      if (source.startsWith(sign, here)) {
        tokens.add(new Token.Operator(sign, number));
        at = here + sign.length();
        return true;
      }
    }
    return false;
  }

  private void word() throws Unreadable {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    int from = at;
    while (at < source.length() && " \t\r\n;&|<>()".indexOf(source.charAt(at)) < 0) {
      char c = source.charAt(at);
      if (c == '\'') {
        quoted = true;
        flush(parts, text, false);
        parts.add(new Part.Text(until('\''), true));
      } else if (c == '"') {
        quoted = true;
        flush(parts, text, false);
        inQuotes(parts);
      } else if (c == '\\') {
        quoted = true;
        flush(parts, text, false);
        at++;
        parts.add(new Part.Text(at < source.length() ? source.substring(at, at + 1) : "\\", true));
        at++;
      } else if (c == '$' || c == '`') {
        flush(parts, text, false);
        parts.add(dollar(false));
      } else {
        text.append(c);
        at++;
      }
    }
    flush(parts, text, false);
    String plain = quoted ? "" : source.substring(from, Math.min(at, source.length()));
    tokens.add(new Token.Text(new Word(parts), plain));
  }

  private static void flush(List<Part> parts, StringBuilder text, boolean quoted) {
    if (!text.isEmpty()) {
      parts.add(new Part.Text(text.toString(), quoted));
      text.setLength(0);
    }
  }

  private String until(char end) throws Unreadable {
    int close = source.indexOf(end, at + 1);
    if (close < 0) {
      throw new Unreadable("syntax error: unterminated quoted string", true);
    }
    String inside = source.substring(at + 1, close);
    at = close + 1;
    return inside;
  }

  private void inQuotes(List<Part> parts) throws Unreadable {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < source.length() && source.charAt(at) != '"') {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < source.length() && "$`\"\\\n".indexOf(source.charAt(at + 1)) >= 0) {
        if (source.charAt(at + 1) != '\n') {
          text.append(source.charAt(at + 1));
        }
        at += 2;
      } else if (c == '$' || c == '`') {
        flush(parts, text, true);
        parts.add(dollar(true));
      } else {
        text.append(c);
        at++;
      }
    }
    if (at >= source.length()) {
      throw new Unreadable("syntax error: unterminated quoted string", true);
    }
    at++;
    parts.add(new Part.Text(text.toString(), true));
  }

  private Part dollar(boolean quoted) throws Unreadable {
    if (source.charAt(at) == '`') {
      return new Part.Output(until('`'), quoted);
    }
    at++;
    if (source.startsWith("(", at)) {
      return new Part.Output(balanced(), quoted);
    }
    if (source.startsWith("{", at)) {
      String inside = until('}');
      int colon = inside.indexOf(":-");
      return colon < 0
          ? new Part.Variable(inside, "", quoted)
          : new Part.Variable(inside.substring(0, colon), inside.substring(colon + 2), quoted);
    }
    int from = at;
    if (at < source.length() && "?$!#@*0123456789".indexOf(source.charAt(at)) >= 0) {
      at++;
    } else {
      while (at < source.length()
          && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
        at++;
      }
    }
    return from == at
        ? new Part.Text("$", quoted)
        : new Part.Variable(source.substring(from, at), "", quoted);
  }

  private String balanced() throws Unreadable {
    int depth = 0;
    int from = at + 1;
    char quote = 0;
    for (; at < source.length(); at++) {
      char c = source.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return source.substring(from, at++);
      }
    }
    throw new Unreadable("syntax error: unexpected end of file (expecting \")\")", true);
  }
}
