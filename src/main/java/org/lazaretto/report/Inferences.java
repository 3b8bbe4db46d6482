package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.journal.Entry;

/** What follows from the journal without standing in it, each with how sure it is. */
final class Inferences {
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
    if (!story.attempted("evict-pod").isEmpty() || !story.attempted("restart-rollout").isEmpty()) {
      inferences.add(
          "The pods that were moved count as clean because nobody marked them and no flag stood"
              + " against them; they were not examined one by one.");
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
    return "\"Contained\" means that nothing new is placed beside the suspects and that every step"
        + " held when it was last read. No step of this case cuts the suspects' own connections or"
        + " ends their processes: they may still run and still reach the network.";
  }
}
