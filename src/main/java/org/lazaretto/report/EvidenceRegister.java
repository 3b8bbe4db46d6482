package org.lazaretto.report;

import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.report.IncidentReport.Evidence;
import org.lazaretto.report.IncidentReport.Item;
import org.lazaretto.report.IncidentReport.Source;
import org.lazaretto.report.IncidentReport.State;

/** The evidence register with each item's custody. */
final class EvidenceRegister {
  private EvidenceRegister() {}

  static Evidence of(CaseStory story) {
    List<CaseStory.At<Entry.EvidenceTaken>> taken = story.all(Entry.EvidenceTaken.class);
    long bytes = taken.stream().mapToLong(at -> at.entry().item().size()).sum();
    return new Evidence(
        taken.stream().map(at -> item(story, at)).toList(), Wording.size(bytes), check(story));
  }

  private static Item item(CaseStory story, CaseStory.At<Entry.EvidenceTaken> at) {
    EvidenceItem item = at.entry().item();
    return new Item(
        item.id(),
        item.draft().description(),
        source(item),
        Wording.size(item.size()),
        item.sha256(),
        item.collector(),
        custody(story, at));
  }

  private static Source source(EvidenceItem item) {
    ObjectRef object = item.draft().source();
    return new Source(
        object.spoken() + (object.uid().isEmpty() ? "" : " (uid " + object.uid() + ")"),
        item.draft().method(),
        item.draft().tool(),
        Times.exact(item.draft().started()) + " to " + Times.exact(item.ended()),
        item.file());
  }

  private static State custody(CaseStory story, CaseStory.At<Entry.EvidenceTaken> taken) {
    String id = taken.entry().item().id();
    Optional<CaseStory.At<Entry.EvidenceChecked>> check =
        story
            .last(Entry.EvidenceChecked.class)
            .filter(at -> at.line().number() > taken.line().number());
    if (check.isEmpty()) {
      return new State(Sign.CAUTION, "not re-hashed yet");
    }
    String when = story.times().brief(check.get().at());
    return check.get().entry().differing().stream().anyMatch(text -> text.startsWith(id))
        ? new State(Sign.BAD, "differs at " + when)
        : new State(Sign.GOOD, "re-hashed " + when);
  }

  private static State check(CaseStory story) {
    return story
        .last(Entry.EvidenceChecked.class)
        .map(at ->
            at.entry().differing().isEmpty()
                ? new State(
                    Sign.GOOD,
                    at.entry().items()
                        + " items hashed again at "
                        + Times.whole(at.at())
                        + ", none differs")
                : new State(
                    Sign.BAD,
                    "at "
                        + Times.whole(at.at())
                        + " these differed: "
                        + String.join(", ", at.entry().differing())))
        .orElse(new State(Sign.CAUTION, "the items were not hashed again"));
  }

  /** How many items were hashed again and found unchanged. */
  static long rehashed(CaseStory story) {
    return story.all(Entry.EvidenceTaken.class).stream()
        .filter(at -> custody(story, at).sign() == Sign.GOOD)
        .count();
  }
}
