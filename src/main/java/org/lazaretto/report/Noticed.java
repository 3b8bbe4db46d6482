package org.lazaretto.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lazaretto.model.Visibility;
import org.lazaretto.plan.Card;

/** What an intruder inside a pod could notice of what was done, context by context. */
final class Noticed {
  private Noticed() {}

  /** Where one step could be noticed; a step that never began could not be. */
  static String of(StepTrace trace) {
    if (trace.note().isEmpty()) {
      return "not begun";
    }
    return trace.visible().isEmpty() ? "not recorded" : trace.visible();
  }

  /** One sentence a context; none if nothing was changed. */
  static List<String> of(CaseStory story) {
    List<StepTrace> changes = story.traces().stream().filter(LimitsText::mayHaveChanged).toList();
    if (changes.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    for (Visibility context : Visibility.values()) {
      List<StepTrace> seen =
          changes.stream().filter(trace -> words(trace).contains(context.word())).toList();
      said.add(where(context) + ": " + times(story, seen));
    }
    add(said, changes.stream().filter(t -> t.visible().equals(Card.NOWHERE)).count(), " nowhere");
    add(
        said,
        changes.stream().filter(t -> t.visible().isEmpty()).count(),
        " of which the journal does not say it");
    return said;
  }

  private static void add(List<String> said, long steps, String what) {
    if (steps > 0) {
      said.add(Wording.sentence(Wording.count(steps, "step")) + what + ".");
    }
  }

  private static List<String> words(StepTrace trace) {
    return Arrays.asList(trace.visible().split(", ", -1));
  }

  private static String where(Visibility context) {
    return switch (context) {
      case NETWORK -> "In the network (connections, addresses, names)";
      case PROCESS -> "In the processes (ended or started)";
      case FILE -> "In the files (such as labels under a downwardAPI volume)";
      case API -> "In the API, for who has rights to read it";
    };
  }

  private static String times(CaseStory story, List<StepTrace> seen) {
    if (seen.isEmpty()) {
      return "nothing.";
    }
    StepTrace first = seen.getFirst();
    return Wording.count(seen.size(), "step")
        + ", the first at "
        + story.times().brief(first.first().at())
        + " ("
        + first.title()
        + ").";
  }
}
