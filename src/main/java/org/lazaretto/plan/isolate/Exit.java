package org.lazaretto.plan.isolate;

import java.util.Locale;
import java.util.Set;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;

/**
 * How a suspect comes to leave one service.
 *
 * @param way how
 * @param keys the labels that it loses for it; empty unless it leaves by its labels
 * @param reason why so, one sentence
 */
public record Exit(Pod suspect, ServiceEntry service, Way way, Set<String> keys, String reason) {
  /** Copies what it is given. */
  public Exit {
    keys = Set.copyOf(keys);
  }

  /** A way out of a service. */
  public enum Way {
    /** It loses labels that its owner does not choose by. */
    BY_LABELS,
    /** It loses labels that its owner chooses by too, and is orphaned. */
    ORPHANED,
    /** The service chooses nothing any more. */
    CLOSED,
    /** It stays behind the service. */
    STAYS;

    /** The word in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
