package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lazaretto.journal.Entry;

/** What follows from the journal without standing in it, each with how sure it is. */
final class Inferences {
  /** Changes that take effect around a suspect, on its node or on other pods. */
  private static final List<String> AROUND = List.of("cordon-node", "evict-pod", "restart-rollout");

  private Inferences() {}

  static List<String> of(CaseStory story) {
    List<String> inferences = new ArrayList<>();
    if (story.suspects().isEmpty()) {
      return inferences;
    }
    inferences.add(
        "That the marked pods are compromised is the responders' judgement, with the reasons given"
            + " under Suspects.");
    inferences.add(contained(story));
    if (moved(story)) {
      inferences.add(
          "The pods that were moved count as clean because nobody marked them; the journal tells"
              + " of no examination of each.");
    }
    if (!story.all(Entry.EvidenceTaken.class).isEmpty()) {
      inferences.add(
          "A hash proves that an item has not changed since it was received, not that it is true:"
              + " logs and annotations of a compromised pod are written by the intruder.");
    }
    return inferences;
  }

  private static String contained(CaseStory story) {
    if (story.contained().isEmpty()) {
      return "Containment does not follow from the journal: not every suspect's node is proven"
          + " cordoned, or a step does not hold.";
    }
    String means =
        "\"Contained\" means that nothing new is placed beside the suspects and that every step"
            + " held when it was last read.";
    return touched(story)
        ? means
        : means
            + " No step of this case touched a suspect itself: its processes may still run and its"
            + " connections may still stand.";
  }

  private static boolean moved(CaseStory story) {
    return Stream.of("evict-pod", "restart-rollout")
        .flatMap(action -> story.attempted(action).stream())
        .anyMatch(trace -> trace.outcomeWord().equals("done") || CaseStory.holds(trace));
  }

  /** Whether a step may have cut off or ended a suspect; what is not known to leave it counts. */
  private static boolean touched(CaseStory story) {
    List<String> uids = story.suspects().stream().map(mark -> mark.entry().pod().uid()).toList();
    return story.traces().stream()
        .filter(trace -> !trace.reads())
        .anyMatch(trace -> uids.contains(trace.target().uid()) || !AROUND.contains(trace.action()));
  }
}
