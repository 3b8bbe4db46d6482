package org.lazaretto.session;

import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;

/** Says in the journal which evidence was lost with a step that was done elsewhere, and to whom. */
final class LostGap {
  private LostGap() {}

  /** One class of evidence, of these pods. */
  static Entry.Gap of(
      EvidenceClass kind, Set<PodRef> pods, Entry.DoneElsewhere said, Verdict verdict) {
    String of =
        pods.stream().map(pod -> pod.object().identified()).collect(Collectors.joining(", "));
    boolean sure = verdict instanceof Verdict.Holds;
    return new Entry.Gap(
        "Evidence of the class %s %s: %s"
            .formatted(kind.id(), sure ? "was lost" : "may be lost", of),
        "%s (%s) destroys it, and was done elsewhere by %s%s. The case does not have it, and no reason was written for %s in this plan."
            .formatted(
                said.step().title(),
                said.step().step(),
                said.by(),
                sure ? "" : "; whether it took effect could not be read",
                kind.guard()));
  }

  /** Nobody could be asked whose evidence it was. */
  static Entry.Gap unknown(Entry.DoneElsewhere said, String why) {
    return new Entry.Gap(
        "Which evidence was lost is not known: %s (%s), done elsewhere by %s"
            .formatted(said.step().title(), said.step().step(), said.by()),
        why);
  }
}
