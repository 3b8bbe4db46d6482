package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.execute.Subject;
import org.lazaretto.model.Permission;
import org.lazaretto.session.Rehearsal;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;

/**
 * Why a plan cannot be sent yet.
 *
 * @param where the page on which it is mended
 * @param text what is missing
 */
public record Obstacle(Stage where, String text) {

  /** What stands in the way of what is proposed, apart from the signature. */
  public static List<Obstacle> of(Draft draft, List<Concern> concerns, Set<Subject> outdated) {
    List<Obstacle> found = new ArrayList<>();
    String never = ids(concerns.stream().filter(c -> c.waiver() == Concern.Waiving.NEVER).toList());
    if (!never.isEmpty()) {
      found.add(new Obstacle(Stage.CONSEQUENCES, Texts.of("wizard.obstacle.never", never)));
    }
    String open =
        ids(
            concerns.stream()
                .filter(c -> c.waiver() == Concern.Waiving.HERE)
                .filter(c -> !draft.waives(c.subject()) && !outdated.contains(c.subject()))
                .toList());
    if (!open.isEmpty()) {
      found.add(new Obstacle(Stage.CONSEQUENCES, Texts.of("wizard.obstacle.open", open)));
    }
    return found;
  }

  private static String ids(List<Concern> concerns) {
    return ids(concerns.stream().map(Concern::id));
  }

  /** Each once, and how often where it is more than once. */
  private static String ids(Stream<String> ids) {
    Map<String, Long> counts =
        ids.collect(Collectors.groupingBy(id -> id, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(each -> each.getKey() + (each.getValue() > 1 ? " ×" + each.getValue() : ""))
        .collect(Collectors.joining(", "));
  }

  /** Reasons that were written against other consequences than those that are shown now. */
  public static Optional<Obstacle> outdated(Set<Subject> subjects) {
    return subjects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                Stage.CONSEQUENCES,
                Texts.of(
                    "wizard.obstacle.outdated", ids(subjects.stream().map(Subject::id).sorted()))));
  }

  /** What the server would refuse. */
  public static List<Obstacle> of(Rehearsal rehearsal) {
    List<Obstacle> found = new ArrayList<>();
    if (!rehearsal.denied().isEmpty() && !rehearsal.onlyReads()) {
      String rights =
          rehearsal.denied().stream().map(Permission::spoken).collect(Collectors.joining("; "));
      found.add(new Obstacle(Stage.PREVIEW, Texts.of("wizard.obstacle.denied", rights)));
    }
    if (!rehearsal.refused().isEmpty()) {
      String steps =
          rehearsal.refused().stream()
              .limit(5)
              .map(refused -> refused.step().id().toString())
              .collect(Collectors.joining(", "));
      found.add(
          new Obstacle(
              Stage.PREVIEW,
              Texts.of("wizard.obstacle.refused", rehearsal.refused().size(), steps)));
    }
    return found;
  }
}
