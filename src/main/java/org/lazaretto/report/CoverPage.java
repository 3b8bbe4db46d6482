package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.report.IncidentReport.Cover;
import org.lazaretto.report.IncidentReport.Fact;
import org.lazaretto.report.IncidentReport.State;

/** The head of page 1, with everything that lessens the rest of the report. */
final class CoverPage {
  private CoverPage() {}

  static Cover of(CaseStory story) {
    ReportInput input = story.input();
    ReportInput.Edition edition = input.edition();
    return new Cover(
        edition.classification(),
        input.info().exercise(),
        input.info().title(),
        subtitle(story),
        "Incident report · generated "
            + Times.whole(edition.generated())
            + " · Lazaretto "
            + edition.productVersion(),
        facts(story),
        notices(story));
  }

  private static String subtitle(CaseStory story) {
    CaseInfo info = story.input().info();
    String cluster =
        story
            .last(Entry.ClusterBound.class)
            .map(bound -> bound.entry().name() + " (" + bound.entry().version() + ")")
            .orElse(info.clusterName());
    String uid =
        story.last(Entry.ClusterBound.class).map(at -> at.entry().uid()).orElse(info.clusterUid());
    String text = "Case " + info.id();
    return uid.isEmpty()
        ? text + " · bound to no cluster yet"
        : text + " · cluster " + cluster + " · UID " + uid;
  }

  private static List<Fact> facts(CaseStory story) {
    List<String> responders =
        story.input().lines().stream().map(JournalLine::operator).distinct().toList();
    return List.of(
        new Fact(
            "First marked",
            story.firstMark().map(Times::whole).orElse("no pod is marked"),
            List.of()),
        new Fact("Contained", story.contained().map(Times::whole).orElse("not proven"), List.of()),
        new Fact(
            "Responders", responders.isEmpty() ? "none" : Wording.list(responders, 4), List.of()),
        new Fact("Journal", journalSize(story) + ",", List.of(chain(story.input().chain()))));
  }

  private static String journalSize(CaseStory story) {
    int lines = story.input().lines().size();
    return lines + (lines == 1 ? " line" : " lines");
  }

  static State chain(ChainState chain) {
    if (!chain.holds()) {
      return new State(Sign.BAD, "chain is damaged");
    }
    return chain.problems().isEmpty()
        ? new State(Sign.GOOD, "chain holds")
        : new State(Sign.CAUTION, "chain holds, but see below");
  }

  private static List<State> notices(CaseStory story) {
    List<State> notices = new ArrayList<>();
    ChainState chain = story.input().chain();
    String problems = String.join(" ", chain.problems().stream().map(Wording::stopped).toList());
    if (!chain.holds()) {
      String damaged = "The journal's chain is damaged; lines from the damage on prove nothing. ";
      notices.add(new State(Sign.BAD, (damaged + problems).strip()));
    } else if (!problems.isEmpty()) {
      notices.add(new State(Sign.CAUTION, problems));
    }
    if (!chain.anchored()) {
      notices.add(
          new State(
              Sign.CAUTION,
              "The journal is not anchored: its chain shows later edits, but not that whoever kept"
                  + " it did not write it anew or cut its end."));
    }
    open(story, notices);
    torn(story, notices);
    return notices;
  }

  private static void open(CaseStory story, List<State> notices) {
    List<StepTrace> open = story.open();
    if (!open.isEmpty()) {
      notices.add(
          new State(
              Sign.OPEN,
              Wording.sentence(Wording.count(open.size(), "step"))
                  + (open.size() == 1 ? " has" : " have")
                  + " an unknown result: "
                  + Wording.list(open.stream().map(StepTrace::title).toList(), 3)
                  + "."));
    }
  }

  private static void torn(CaseStory story, List<State> notices) {
    if (!story.all(Entry.TornTail.class).isEmpty()) {
      notices.add(
          new State(
              Sign.CAUTION,
              "The journal is incomplete: an unfinished last line was set aside (see Gaps)."));
    }
  }
}
