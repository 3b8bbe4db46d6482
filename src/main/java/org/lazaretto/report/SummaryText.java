package org.lazaretto.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.journal.Entry;
import org.lazaretto.report.IncidentReport.Figure;
import org.lazaretto.report.IncidentReport.Summary;

/** The case in sentences that follow from journal lines, and inferences that say what they are. */
final class SummaryText {
  private final CaseStory story;
  private final long takenBack;
  private final List<String> facts = new ArrayList<>();

  private SummaryText(CaseStory story) {
    this.story = story;
    TakenBack back = new TakenBack(story);
    this.takenBack =
        signed(story.lastAttempts(), Sign.GOOD).stream()
            .filter(trace -> back.at(trace).isPresent())
            .count();
  }

  static Summary of(CaseStory story) {
    SummaryText text = new SummaryText(story);
    text.suspects();
    text.evidence();
    text.changes();
    text.proofs();
    return new Summary(text.facts, Inferences.of(story), text.figures());
  }

  private void suspects() {
    int pods = story.suspects().size();
    if (pods == 0) {
      facts.add("No pod has been marked as a suspect.");
      return;
    }
    List<String> nodes = story.suspectNodes();
    facts.add(
        Wording.sentence(Wording.count(pods, "pod"))
            + Wording.were(pods)
            + (pods == 1 ? "marked as a suspect" : "marked as suspects")
            + (nodes.isEmpty()
                ? ", not placed on any node."
                : ", on "
                    + Wording.count(nodes.size(), "node")
                    + ": "
                    + Wording.list(nodes, 3)
                    + "."));
  }

  private void evidence() {
    int items = story.all(Entry.EvidenceTaken.class).size();
    long failed =
        story.captures().stream().filter(t -> StepState.of(t).sign() != Sign.GOOD).count();
    String missed =
        failed == 0 ? "." : "; " + Wording.count(failed, "capture") + " did not succeed.";
    if (items > 0) {
      facts.add(
          Wording.sentence(Wording.count(items, "evidence item"))
              + Wording.were(items)
              + "kept"
              + missed);
    } else {
      facts.add("No evidence was kept" + missed);
    }
  }

  private void changes() {
    List<String> done = Deeds.of(story);
    if (!done.isEmpty()) {
      facts.add(Wording.sentence(Wording.list(done, done.size())) + ".");
    } else if (story.traces().stream().anyMatch(LimitsText::mayHaveChanged)) {
      facts.add("No change of the cluster is proven, and it is not known that there was none.");
    } else {
      facts.add("Nothing was changed in the cluster.");
    }
  }

  private void proofs() {
    List<StepTrace> all = story.lastAttempts();
    if (all.isEmpty()) {
      return;
    }
    List<StepTrace> bad = signed(all, Sign.BAD);
    List<StepTrace> open = signed(all, Sign.OPEN);
    List<StepTrace> caution = signed(all, Sign.CAUTION);
    if (bad.isEmpty() && open.isEmpty() && caution.isEmpty()) {
      facts.add(
          (all.size() == 1 ? "It " + holds() : "All " + all.size() + " steps " + hold())
              + " on a fresh read"
              + since());
      return;
    }
    facts.add(
        "Of " + Wording.count(all.size(), "step") + ", " + hold(signed(all, Sign.GOOD).size()));
    name(bad, "not achieved");
    name(open, "of unknown result");
    name(caution, "to be looked at");
  }

  private String hold(int number) {
    return switch (number) {
      case 0 -> "none holds.";
      case 1 -> "one " + holds() + since();
      default -> Wording.number(number) + " " + hold() + since();
    };
  }

  private String hold() {
    return takenBack == 0 ? "hold" : "held";
  }

  private String holds() {
    return takenBack == 0 ? "holds" : "held";
  }

  /** What held and was taken back does not hold any more. */
  private String since() {
    return takenBack == 0
        ? "."
        : "; what " + Wording.count(takenBack, "step") + " had changed was taken back later.";
  }

  private void name(List<StepTrace> traces, String how) {
    if (!traces.isEmpty()) {
      facts.add(
          Wording.sentence(Wording.count(traces.size(), "step"))
              + (traces.size() == 1 ? " is " : " are ")
              + how
              + ": "
              + Wording.list(traces.stream().map(StepTrace::title).toList(), 3)
              + ".");
    }
  }

  private static List<StepTrace> signed(List<StepTrace> traces, Sign sign) {
    return traces.stream().filter(trace -> StepState.of(trace).sign() == sign).toList();
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (story.firstMark().isPresent() && story.contained().isPresent()) {
      Duration span =
          Duration.between(story.firstMark().orElseThrow(), story.contained().orElseThrow());
      figures.add(new Figure(Times.span(span), "first mark to containment"));
    }
    String of =
        story.input().clusterNodes().isPresent()
            ? " of " + story.input().clusterNodes().getAsInt()
            : "";
    int affected = story.suspectNodes().size();
    boolean one = affected == 1 && of.isEmpty();
    figures.add(new Figure(affected + of, one ? "node affected" : "nodes affected"));
    figures.add(evidenceFigure());
    if (!story.lastAttempts().isEmpty()) {
      figures.add(held());
    }
    return figures;
  }

  private Figure evidenceFigure() {
    int items = story.all(Entry.EvidenceTaken.class).size();
    if (items == 0) {
      return new Figure("0", "evidence items");
    }
    if (story.all(Entry.EvidenceChecked.class).isEmpty()) {
      return new Figure(Integer.toString(items), "evidence items, not re-hashed yet");
    }
    return new Figure(
        EvidenceRegister.rehashed(story) + " of " + items, "evidence items unchanged");
  }

  private Figure held() {
    List<StepTrace> all = story.lastAttempts();
    return new Figure(
        signed(all, Sign.GOOD).size() + " of " + all.size(),
        "steps " + hold() + " on a fresh read");
  }
}
