package org.lazaretto.ui.find;

import java.util.Optional;
import org.lazaretto.find.Filter;
import org.lazaretto.find.Narrowing;

/**
 * What the chips above the picture say.
 *
 * @param suspects how many pods are marked
 * @param suspectsAlone whether they alone are lit
 * @param flaggedOnly whether only flagged pods are lit
 * @param shown how many of the namespaces are shown
 * @param namespaces how many there are
 * @param lit what else the picture is narrowed to, in words
 */
record Chips(
    int suspects,
    boolean suspectsAlone,
    boolean flaggedOnly,
    int shown,
    int namespaces,
    Optional<String> lit) {
  /** The chips of a filter. */
  static Chips of(Filter filter, FindLines lines) {
    boolean alone = filter.narrowing() instanceof Narrowing.ToSuspects;
    return new Chips(
        lines.suspects().size(),
        alone,
        filter.flaggedOnly(),
        (int) lines.namespaces().stream().filter(FindLines.Namespace::shown).count(),
        lines.namespaces().size(),
        alone ? Optional.empty() : FilterWords.of(filter.narrowing()));
  }

  /** How many parts the filter has. */
  int on() {
    return (suspectsAlone || lit.isPresent() ? 1 : 0)
        + (flaggedOnly ? 1 : 0)
        + (someHidden() ? 1 : 0);
  }

  /** Whether some namespace is dimmed. */
  boolean someHidden() {
    return shown < namespaces;
  }
}
