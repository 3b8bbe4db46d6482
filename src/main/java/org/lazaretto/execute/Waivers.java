package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.EvidenceClass;

/** The waivers of one approval: which of them mean something, and which were needed. */
final class Waivers {
  private static final Pattern FINDING = Pattern.compile("[IRT]-[0-9]{2}[a-z]?");

  private final List<Waiver> given;
  private final Set<String> needed = new HashSet<>();

  Waivers(List<Waiver> given) {
    this.given = List.copyOf(given);
  }

  /** What is wrong with the waivers themselves. */
  List<HoldReason> refused() {
    List<HoldReason> refused = new ArrayList<>();
    for (Waiver waiver : given) {
      if (waiver.reason().isBlank()) {
        refused.add(new HoldReason(waiver.id(), "A waiver needs a written reason.", false));
      }
      if (!FINDING.matcher(waiver.id()).matches() && !guards().contains(waiver.id())) {
        refused.add(new HoldReason(waiver.id(), "No finding and no guard has this id.", false));
      }
    }
    return refused;
  }

  private static Set<String> guards() {
    Set<String> guards = new HashSet<>();
    for (EvidenceClass kind : EvidenceClass.values()) {
      guards.add(kind.guard());
    }
    return guards;
  }

  /** Whether that id is waived; from then on that waiver counts as needed. */
  boolean waive(String id) {
    boolean waived = given.stream().anyMatch(waiver -> waiver.id().equals(id));
    if (waived) {
      needed.add(id);
    }
    return waived;
  }

  /** The journal's entries, in the order given; of doubled waivers the first counts. */
  List<Entry.Waived> entries(String fingerprint) {
    Set<String> open = new HashSet<>(needed);
    return given.stream()
        .map(w -> new Entry.Waived(fingerprint, w.id(), w.reason(), open.remove(w.id())))
        .toList();
  }

  List<Waiver> given() {
    return given;
  }
}
