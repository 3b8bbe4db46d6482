package org.lazaretto.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody looks for: terms that must all match.
 *
 * @param terms at most {@value #MOST_TERMS}; none matches nothing
 */
public record Query(List<Term> terms) {
  static final int MOST_TERMS = 12;
  private static final int LONGEST = 2_000;

  /** Looks for nothing. */
  public static final Query NOTHING = new Query(List.of());

  /** Copies what it is given. */
  public Query {
    terms = List.copyOf(terms);
  }

  /**
   * One word to be found.
   *
   * @param field where, or everywhere if empty
   * @param text in lower case, not empty, without white space
   */
  public record Term(Optional<Field> field, String text) {
    /** Whether the term looks at that field. */
    boolean covers(Field other) {
      return field.isEmpty() || field.get() == other;
    }
  }

  /**
   * Reads what was typed: words between white space, each with or without a prefix such as {@code
   * ns:}. Any text is a query: an unknown prefix is part of the word ({@code sha256:4be1}), a known
   * one without a word is not yet a term, and what is longer than anybody types is cut.
   */
  public static Query parse(String typed) {
    String bounded = typed.substring(0, Math.min(typed.length(), LONGEST));
    List<Term> terms = new ArrayList<>();
    for (String word : bounded.toLowerCase(Locale.ROOT).split("[\\s\\h]+", -1)) {
      Term term = term(word);
      if (!term.text().isEmpty() && terms.size() < MOST_TERMS) {
        terms.add(term);
      }
    }
    return new Query(terms);
  }

  private static Term term(String word) {
    int colon = word.indexOf(':');
    Optional<Field> field = colon < 1 ? Optional.empty() : Field.of(word.substring(0, colon));
    return new Term(field, field.isEmpty() ? word : word.substring(colon + 1));
  }

  /** Whether it looks for nothing. */
  public boolean isEmpty() {
    return terms.isEmpty();
  }
}
