package org.lazaretto.ui.wizard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.execute.Subject;
import org.lazaretto.execute.Waiver;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.proposal.Concern;

/**
 * Against what the words of a draft were written. A reason stands for the consequence that was read
 * when it was written, of the objects that it had then, and a typed word for one plan: neither may
 * slip under another.
 */
final class Written {
  private final Map<Subject, String> about = new HashMap<>();
  private Optional<String> typedFor = Optional.empty();

  /**
   * Takes down what is new in a draft.
   *
   * @param plan the fingerprint of the plan that is shown
   */
  void changed(Draft before, Draft after, List<Concern> concerns, Optional<String> plan) {
    after
        .waivers()
        .forEach((subject, reason) -> {
          if (!reason.equals(before.waivers().get(subject))) {
            about.put(subject, read(subject, concerns));
          }
        });
    if (!after.signature().typed().equals(before.signature().typed())) {
      typedFor = plan;
    }
  }

  /** The reason for that stands for what is shown now as well. */
  void confirm(Subject subject, List<Concern> concerns) {
    about.put(subject, read(subject, concerns));
  }

  /**
   * What has words that were written before it became what it is: its text is another one, or it is
   * about further or fewer objects.
   */
  Set<Subject> outdated(Draft draft, List<Concern> concerns) {
    Set<Subject> outdated = holding(concerns);
    outdated.removeIf(subject ->
        draft.waives(subject)
            ? read(subject, concerns).equals(about.getOrDefault(subject, ""))
            : earlier(subject, draft, concerns).isEmpty());
    return outdated;
  }

  /** The words that a field shows: its own, or those of what it was before. */
  static String words(Subject subject, Draft draft, List<Concern> concerns) {
    return Optional.ofNullable(draft.waivers().get(subject))
        .or(() -> earlier(subject, draft, concerns).map(draft.waivers()::get))
        .orElse("");
  }

  /** The draft with that reason in place of the one that was written for what it was before. */
  static Draft write(Subject subject, String reason, Draft draft, List<Concern> concerns) {
    Draft without =
        earlier(subject, draft, concerns).map(old -> draft.waiving(old, "")).orElse(draft);
    return without.waiving(subject, reason);
  }

  /** What is shown no more, and was of the same id and of some of the same objects. */
  private static Optional<Subject> earlier(Subject subject, Draft draft, List<Concern> concerns) {
    Set<Subject> shown = holding(concerns);
    return draft.written().stream()
        .map(Waiver::about)
        .filter(old -> !shown.contains(old) && old.touches(subject))
        .findFirst();
  }

  /** The reason that was written last above that, where it has none of its own. */
  static Optional<String> above(Subject subject, Draft draft, List<Concern> concerns) {
    Optional<String> last = Optional.empty();
    for (Concern concern : concerns) {
      if (concern.subject().equals(subject)) {
        return draft.waives(subject) ? Optional.empty() : last;
      }
      if (concern.waiver() == Concern.Waiving.HERE && draft.waives(concern.subject())) {
        last = Optional.ofNullable(draft.waivers().get(concern.subject()));
      }
    }
    return Optional.empty();
  }

  /** What else is shown under the same id, of other objects, and has no reason yet. */
  static List<Subject> others(Subject subject, Draft draft, List<Concern> concerns) {
    return concerns.stream()
        .filter(concern -> concern.waiver() == Concern.Waiving.HERE)
        .map(Concern::subject)
        .filter(other -> other.id().equals(subject.id()) && !other.equals(subject))
        .filter(other -> words(other, draft, concerns).isBlank())
        .toList();
  }

  /** The reasons that are needed, and stand for what is shown. */
  List<Waiver> standing(Draft draft, List<Concern> concerns) {
    Set<Subject> standing = holding(concerns);
    standing.removeAll(outdated(draft, concerns));
    return draft.written().stream().filter(waiver -> standing.contains(waiver.about())).toList();
  }

  /** The draft without a word that was typed for another plan than that. */
  Draft typedFor(Draft draft, String plan) {
    boolean other = typedFor.filter(known -> !known.equals(plan)).isPresent();
    return other && !draft.signature().typed().isEmpty()
        ? draft.with(draft.signature().typing(""))
        : draft;
  }

  private static Set<Subject> holding(List<Concern> concerns) {
    return concerns.stream()
        .filter(Concern::holds)
        .map(Concern::subject)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String read(Subject subject, List<Concern> concerns) {
    return concerns.stream()
        .filter(concern -> concern.holds() && concern.subject().equals(subject))
        .map(Concern::text)
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
