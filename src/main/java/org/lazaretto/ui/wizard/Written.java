package org.lazaretto.ui.wizard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lazaretto.execute.Waiver;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.proposal.Concern;

/**
 * Against what the words of a draft were written. A reason stands for the consequence that was read
 * when it was written, and a typed word for one plan: neither may slip under another.
 */
final class Written {
  private final Map<String, String> about = new HashMap<>();
  private Optional<String> typedFor = Optional.empty();

  /**
   * Takes down what is new in a draft.
   *
   * @param plan the fingerprint of the plan that is shown
   */
  void changed(Draft before, Draft after, List<Concern> concerns, Optional<String> plan) {
    after
        .waivers()
        .forEach((id, reason) -> {
          if (!reason.equals(before.waivers().get(id))) {
            about.put(id, read(id, concerns));
          }
        });
    if (!after.signature().typed().equals(before.signature().typed())) {
      typedFor = plan;
    }
  }

  /** The reason for that id stands for what is shown now as well. */
  void confirm(String id, List<Concern> concerns) {
    about.put(id, read(id, concerns));
  }

  /** The ids whose reason was written before what holds the plan became what it is. */
  Set<String> outdated(Draft draft, List<Concern> concerns) {
    Set<String> outdated = new TreeSet<>(holding(concerns));
    outdated.removeIf(
        id -> !draft.waives(id) || read(id, concerns).equals(about.getOrDefault(id, "")));
    return outdated;
  }

  /** The reason that was written last above that id, where it has none of its own. */
  static Optional<String> above(String id, Draft draft, List<Concern> concerns) {
    Optional<String> last = Optional.empty();
    for (Concern concern : concerns) {
      if (concern.id().equals(id)) {
        return draft.waives(id) ? Optional.empty() : last;
      }
      if (concern.waiver() == Concern.Waiving.HERE && draft.waives(concern.id())) {
        last = Optional.ofNullable(draft.waivers().get(concern.id()));
      }
    }
    return Optional.empty();
  }

  /** The reasons that are needed, and stand for what is shown. */
  List<Waiver> standing(Draft draft, List<Concern> concerns) {
    Set<String> standing = holding(concerns);
    standing.removeAll(outdated(draft, concerns));
    return draft.written().stream().filter(waiver -> standing.contains(waiver.id())).toList();
  }

  /** The draft without a word that was typed for another plan than that. */
  Draft typedFor(Draft draft, String plan) {
    boolean other = typedFor.filter(known -> !known.equals(plan)).isPresent();
    return other && !draft.signature().typed().isEmpty()
        ? draft.with(draft.signature().typing(""))
        : draft;
  }

  private static Set<String> holding(List<Concern> concerns) {
    return concerns.stream()
        .filter(Concern::holds)
        .map(Concern::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String read(String id, List<Concern> concerns) {
    return concerns.stream()
        .filter(concern -> concern.holds() && concern.id().equals(id))
        .map(Written::words)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String words(Concern concern) {
    return concern.objects().stream()
        .map(ObjectRef::uid)
        .sorted()
        .collect(Collectors.joining(" ", concern.text() + " ", ""));
  }
}
