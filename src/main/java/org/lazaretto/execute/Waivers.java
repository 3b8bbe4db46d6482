package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;

/** The waivers of one approval: which of them mean something, and for what they were needed. */
final class Waivers {
  private static final Pattern FINDING = Pattern.compile("[IRT]-[0-9]{2}[a-z]?");

  /** Characters; a longer reason is a document, which belongs beside the case. */
  private static final int LONGEST = 4_000;

  private final List<Waiver> given;

  /** By its place among those given, for what each was needed. */
  private final Map<Integer, Set<ObjectRef>> needed = new HashMap<>();

  Waivers(List<Waiver> given) {
    this.given = List.copyOf(given);
  }

  /** What is wrong with the waivers themselves. */
  List<HoldReason> refused() {
    return given.stream().flatMap(waiver -> wrong(waiver).stream()).distinct().toList();
  }

  /** Those of which nothing is wrong. */
  Waivers sound() {
    return new Waivers(given.stream().filter(waiver -> wrong(waiver).isEmpty()).toList());
  }

  private static List<HoldReason> wrong(Waiver waiver) {
    List<HoldReason> wrong = new ArrayList<>();
    if (waiver.reason().isBlank()) {
      wrong.add(new HoldReason(waiver.id(), "A waiver needs a written reason.", false));
    }
    if (waiver.reason().length() > LONGEST) {
      String text = "A waiver's reason has at most " + LONGEST + " characters.";
      wrong.add(new HoldReason(waiver.id(), text, false));
    }
    if (!FINDING.matcher(waiver.id()).matches() && !guards().contains(waiver.id())) {
      wrong.add(new HoldReason(waiver.id(), "No finding and no guard has this id.", false));
    }
    return wrong;
  }

  private static Set<String> guards() {
    Set<String> guards = new HashSet<>();
    for (EvidenceClass kind : EvidenceClass.values()) {
      guards.add(kind.guard());
    }
    return guards;
  }

  /** Whether that is waived; from then on the first waiver that covers it counts as needed. */
  boolean waive(Subject subject) {
    for (int at = 0; at < given.size(); at++) {
      if (given.get(at).about().covers(subject)) {
        needed.computeIfAbsent(at, _ -> new LinkedHashSet<>()).addAll(subject.objects());
        return true;
      }
    }
    return false;
  }

  /** What to say where a reason is given for that id, but not for these objects. */
  String otherwise(String id) {
    boolean other = given.stream().anyMatch(waiver -> waiver.id().equals(id));
    return other
        ? " The reason given for " + id + " was read for other objects, and does not cover this."
        : "";
  }

  /** The journal's entries, in the order given; a needed one names what it was needed for. */
  List<Entry.Waived> entries(String fingerprint) {
    List<Entry.Waived> entries = new ArrayList<>();
    for (int at = 0; at < given.size(); at++) {
      Waiver waiver = given.get(at);
      Optional<Set<ObjectRef>> used = Optional.ofNullable(needed.get(at));
      Collection<ObjectRef> objects =
          used.<Collection<ObjectRef>>map(set -> set).orElse(waiver.about().objects());
      entries.add(
          new Entry.Waived(
              fingerprint, waiver.id(), List.copyOf(objects), waiver.reason(), used.isPresent()));
    }
    return entries;
  }

  List<Waiver> given() {
    return given;
  }
}
