package org.lazaretto.range.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which fields an object must have: all of the terms.
 *
 * @param terms none means that any object is selected
 */
public record FieldSelector(List<Term> terms) {
  private static final FieldSelector EVERYTHING = new FieldSelector(List.of());

  /** Copies what it holds. */
  public FieldSelector {
    terms = List.copyOf(terms);
  }

  /**
   * One condition.
   *
   * @param label the field, as in {@code spec.nodeName}
   * @param value what it is compared with
   * @param equal whether it must be equal, else it must differ
   */
  public record Term(String label, String value, boolean equal) {
    boolean holds(Stored object) {
      String actual =
          switch (label) {
            case "metadata.name" -> object.name();
            case "metadata.namespace" -> object.namespace();
            default -> object.field(label).orElse("");
          };
      return actual.equals(value) == equal;
    }
  }

  /** Selects any object. */
  public static FieldSelector everything() {
    return EVERYTHING;
  }

  /**
   * Reads the form of a query, as in {@code spec.nodeName=a,status.phase!=Running}; a comma, an
   * equals sign or a backslash in a value stands behind a backslash.
   *
   * @throws ApiProblem 400 in the words of a real server if it cannot be read, or names a field
   *     that objects of this type cannot be selected by
   */
  public static FieldSelector parse(ResourceType type, String query) {
    List<Term> terms = new ArrayList<>();
    for (String part : query.split("(?<!\\\\),", -1)) {
      if (!part.isEmpty()) {
        terms.add(term(type, query, part));
      }
    }
    return new FieldSelector(terms);
  }

  private static Term term(ResourceType type, String query, String part) {
    int sign = part.indexOf('=');
    if (sign < 1) {
      throw ApiProblem.badRequest(
          "invalid selector: '" + query + "'; can't understand '" + part + "'");
    }
    boolean differs = part.charAt(sign - 1) == '!';
    boolean doubled = !differs && part.startsWith("==", sign);
    String label = part.substring(0, differs ? sign - 1 : sign);
    if (!FieldLabels.supports(type, label)) {
      throw FieldLabels.unsupported(type, label);
    }
    String value = part.substring(sign + (doubled ? 2 : 1)).replaceAll("\\\\([,=\\\\])", "$1");
    return new Term(label, value, !differs);
  }

  /** Whether this object is selected. */
  public boolean matches(Stored object) {
    return terms.stream().allMatch(term -> term.holds(object));
  }

  /** The same, and that a field has a value. */
  public FieldSelector and(String label, String value) {
    List<Term> more = new ArrayList<>(terms);
    more.add(new Term(label, value, true));
    return new FieldSelector(more);
  }

  /** The value that a field must have, if one is demanded; an index may be used for it. */
  public Optional<String> demanded(String label) {
    return terms.stream()
        .filter(term -> term.equal() && term.label().equals(label))
        .map(Term::value)
        .findFirst();
  }
}
