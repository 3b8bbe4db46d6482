package org.lazaretto.range.shell;

import java.util.List;

/** What a command line says. */
sealed interface Syntax {
  /** A command with its words; assignments alone are one without words. */
  record Simple(List<Assignment> assignments, List<Word> words, List<Redirect> redirects)
      implements Syntax {}

  /** Each writes into the next. */
  record Pipe(List<Syntax> parts, boolean negated) implements Syntax {}

  /** The second only if the first went well, or only if it did not. */
  record Both(Syntax first, boolean ifWell, Syntax second) implements Syntax {}

  /** One after the other. */
  record Sequence(List<Syntax> parts) implements Syntax {}

  /** For each word. */
  record For(String name, List<Word> words, Syntax body) implements Syntax {}

  /** If it goes well. */
  record If(Syntax condition, Syntax then, Syntax otherwise) implements Syntax {}

  /** As long as it goes well, or as long as it does not. */
  record While(Syntax condition, boolean well, Syntax body) implements Syntax {}

  /** Braces or parentheses. */
  record Group(Syntax body, boolean apart) implements Syntax {}

  /** Nothing at all. */
  Syntax NOTHING = new Sequence(List.of());

  /** As in {@code NAME=word}. */
  record Assignment(String name, Word value) {}

  /**
   * As in {@code 2>file}.
   *
   * @param operator {@code <}, {@code >}, {@code >>} or {@code >&}
   */
  record Redirect(int from, String operator, Word target) {}

  /** One word before its variables are filled in. */
  record Word(List<Part> parts) {}

  /** A piece of a word; what is quoted is neither split nor matched. */
  sealed interface Part {
    /** As it stands. */
    record Text(String text, boolean quoted) implements Part {}

    /** A variable. */
    record Variable(String name, String otherwise, boolean quoted) implements Part {}

    /** What a command writes. */
    record Output(String source, boolean quoted) implements Part {}
  }

  /** It cannot be read. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean incomplete;

    Unreadable(String message, boolean incomplete) {
      super(message);
      this.incomplete = incomplete;
    }

    /** Whether a further line could make it readable. */
    boolean incomplete() {
      return incomplete;
    }
  }
}
