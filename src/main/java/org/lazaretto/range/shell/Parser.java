package org.lazaretto.range.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lazaretto.range.shell.Lexer.Token;
import org.lazaretto.range.shell.Syntax.Assignment;
import org.lazaretto.range.shell.Syntax.Part;
import org.lazaretto.range.shell.Syntax.Redirect;
import org.lazaretto.range.shell.Syntax.Unreadable;
import org.lazaretto.range.shell.Syntax.Word;

/**
 * Reads command lines: the simple forms of a shell, with {@code for}, {@code if}, {@code while}.
 */
final class Parser {
  private static final Set<String> CLOSING =
      Set.of("do", "done", "then", "else", "elif", "fi", "}", ")");
  private static final int DEEPEST = 40;

  private final List<Token> tokens;
  private int at;
  private int depth;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Syntax parse(String source) throws Unreadable {
    Parser parser = new Parser(Lexer.tokens(source));
    Syntax all = parser.sequence();
    if (parser.at < parser.tokens.size()) {
      throw parser.unexpected();
    }
    return all;
  }

  private String sign() {
    return at < tokens.size() && tokens.get(at) instanceof Token.Operator(String sign, int number)
        ? sign
        : "";
  }

  private String plain() {
    return at < tokens.size() && tokens.get(at) instanceof Token.Text(Word word, String plain)
        ? plain
        : "";
  }

  private boolean closes() {
    return at >= tokens.size() || CLOSING.contains(sign()) || CLOSING.contains(plain());
  }

  private Unreadable unexpected() {
    if (at >= tokens.size()) {
      return new Unreadable("syntax error: unexpected end of file", true);
    }
    String what = sign().isEmpty() ? plain() : sign();
    String shown = what.equals("\n") ? "newline" : "\"" + what + "\"";
    return new Unreadable("syntax error: unexpected " + shown, false);
  }

  private void expect(String word) throws Unreadable {
    if (!plain().equals(word) && !sign().equals(word)) {
      throw unexpected();
    }
    at++;
  }

  private void skipLines() {
    while (sign().equals("\n")) {
      at++;
    }
  }

  private Syntax sequence() throws Unreadable {
    if (++depth > DEEPEST) {
      throw new Unreadable("syntax error: nested too deep", false);
    }
    List<Syntax> parts = new ArrayList<>();
    skipLines();
    while (!closes()) {
      parts.add(both());
      boolean separated = Set.of(";", "&", "\n").contains(sign());
      if (!separated && !closes()) {
        throw unexpected();
      }
      at += separated ? 1 : 0;
      skipLines();
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Syntax.Sequence(parts);
  }

  private Syntax both() throws Unreadable {
    Syntax first = pipe();
    while (sign().equals("&&") || sign().equals("||")) {
      boolean ifWell = sign().equals("&&");
      at++;
      skipLines();
      first = new Syntax.Both(first, ifWell, pipe());
    }
    return first;
  }

  private Syntax pipe() throws Unreadable {
    boolean negated = plain().equals("!");
    at += negated ? 1 : 0;
    List<Syntax> parts = new ArrayList<>();
    parts.add(command());
    while (sign().equals("|")) {
      at++;
      skipLines();
      parts.add(command());
    }
    return parts.size() == 1 && !negated ? parts.getFirst() : new Syntax.Pipe(parts, negated);
  }

  private Syntax command() throws Unreadable {
    if (sign().equals("(")) {
      at++;
      return new Syntax.Group(closed(")"), true);
    }
    return switch (plain()) {
      case "{" -> {
        at++;
        yield new Syntax.Group(closed("}"), false);
      }
      case "for" -> loop();
      case "if" -> {
        at++;
        yield condition();
      }
      case "while", "until" -> {
        boolean well = plain().equals("while");
        at++;
        Syntax condition = closed("do");
        yield new Syntax.While(condition, well, closed("done"));
      }
      default -> simple();
    };
  }

  private Syntax closed(String end) throws Unreadable {
    Syntax inside = sequence();
    expect(end);
    return inside;
  }

  private Syntax loop() throws Unreadable {
    at++;
    String name = plain();
    at++;
    skipLines();
    expect("in");
    List<Word> words = new ArrayList<>();
    while (at < tokens.size() && tokens.get(at) instanceof Token.Text(Word word, String plain)) {
      words.add(word);
      at++;
    }
    at += sign().equals(";") ? 1 : 0;
    skipLines();
    expect("do");
    return new Syntax.For(name, words, closed("done"));
  }

  private Syntax condition() throws Unreadable {
    Syntax condition = closed("then");
    Syntax then = sequence();
    Syntax otherwise = Syntax.NOTHING;
    if (plain().equals("elif")) {
      at++;
      return new Syntax.If(condition, then, condition());
    }
    if (plain().equals("else")) {
      at++;
      otherwise = sequence();
    }
    expect("fi");
    return new Syntax.If(condition, then, otherwise);
  }

  private Syntax simple() throws Unreadable {
    List<Assignment> assignments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Redirect> redirects = new ArrayList<>();
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (token instanceof Token.Text(Word word, String plain)) {
        if (words.isEmpty() && isAssignment(word)) {
          assignments.add(assignment(word));
        } else {
          words.add(word);
        }
        at++;
      } else if (token instanceof Token.Operator(String sign, int number)
          && Set.of("<", ">", ">>", ">&").contains(sign)) {
        at++;
        redirects.add(new Redirect(number < 0 ? first(sign) : number, sign, target()));
      } else {
        break;
      }
    }
    if (assignments.isEmpty() && words.isEmpty() && redirects.isEmpty()) {
      throw unexpected();
    }
    return new Syntax.Simple(assignments, words, redirects);
  }

  private static int first(String sign) {
    return sign.equals("<") ? 0 : 1;
  }

  private Word target() throws Unreadable {
    if (at < tokens.size() && tokens.get(at) instanceof Token.Text(Word word, String plain)) {
      at++;
      return word;
    }
    throw unexpected();
  }

  private static boolean isAssignment(Word word) {
    return !word.parts().isEmpty()
        && word.parts().getFirst() instanceof Part.Text(String text, boolean quoted)
        && !quoted
        && text.matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*");
  }

  private static Assignment assignment(Word word) {
    Part.Text head = (Part.Text) word.parts().getFirst();
    int sign = head.text().indexOf('=');
    List<Part> value = new ArrayList<>(word.parts());
    value.set(0, new Part.Text(head.text().substring(sign + 1), true));
    return new Assignment(head.text().substring(0, sign), new Word(value));
  }
}
