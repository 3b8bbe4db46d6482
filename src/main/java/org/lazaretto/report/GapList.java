package org.lazaretto.report;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections;
import org.lazaretto.model.PodRef;
import org.lazaretto.report.IncidentReport.Missing;
import org.lazaretto.report.IncidentReport.State;

/** Everything that is not known, failed, was held, or arrived late. */
final class GapList {
  private final CaseStory story;
  private final List<Missing> gaps = new ArrayList<>();

  private GapList(CaseStory story) {
    this.story = story;
  }

  static List<Missing> of(CaseStory story) {
    GapList list = new GapList(story);
    story.input().gaps().forEach(gap -> list.gaps.add(new Missing("", gap.what(), gap.why())));
    story.traces().forEach(list::step);
    story.input().lines().forEach(list::line);
    return List.copyOf(list.gaps);
  }

  private void step(StepTrace trace) {
    State state = StepState.of(trace);
    if (state.sign() != Sign.GOOD && !told(trace)) {
      add(trace.first(), trace.title(), state.sign().mark() + " " + state.text());
    }
  }

  /** A failed capture writes a gap of its own, in the same words. */
  private boolean told(StepTrace trace) {
    String text = trace.outcome().map(Entry.Outcome::text).orElse("");
    return trace.capture()
        && story.all(Entry.Gap.class).stream().anyMatch(gap -> gap.entry().why().equals(text));
  }

  private void line(JournalLine line) {
    switch (line.entry()) {
      case Entry.Gap(var what, var why) -> add(line, what, why);
      case Entry.Held(var wizard, _, var reasons) ->
          add(line, "A plan was held (" + wizard + "); nothing of it was sent", join(reasons));
      case Entry.RunEnded(var wizard, _, var status, var summary) -> {
        if (!status.equals("done") && !status.equals(Entry.RunEnded.NOTHING)) {
          add(line, "The " + wizard + " run ended as " + status, summary);
        }
      }
      case Entry.TornTail(var bytes, var file, _) ->
          add(line, "An unfinished last line of the journal", bytes + " bytes, kept in " + file);
      case Entry.ClockJump(var expected, var by) ->
          add(line, "The machine's clock jumped by " + by, "expected " + Times.exact(expected));
      case Entry.Reconciled(var intent, _, var target, var verdict, _) ->
          add(
              line,
              "The program ended between line " + intent + " and its outcome",
              target.spoken() + " was read again on reopening: " + verdict);
      case Entry.Isolated(_, var pod, var seen) -> {
        if (newest(line, pod)
            && (seen.fresh() != Connections.State.BLOCKED
                || seen.established() != Connections.State.BLOCKED)) {
          add(line, "Whether " + pod.path() + " is cut off was not proven", seen.how());
        }
      }
      case Entry.CaseOpened _,
          Entry.WayBack _,
          Entry.Opened _,
          Entry.ClusterBound _,
          Entry.SuspectMarked _,
          Entry.SuspectCleared _,
          Entry.Approved _,
          Entry.Rated _,
          Entry.Waived _,
          Entry.Intent _,
          Entry.Outcome _,
          Entry.Verified _,
          Entry.EvidenceTaken _,
          Entry.EvidenceChecked _,
          Entry.ReportWritten _,
          Entry.OrderChosen _,
          Entry.DoneElsewhere _,
          Entry.Note _ -> {}
    }
  }

  /** What was proven later stands in place of what was not proven before. */
  private boolean newest(JournalLine line, PodRef pod) {
    return story.all(Entry.Isolated.class).stream()
        .filter(told -> told.entry().pod().uid().equals(pod.uid()))
        .noneMatch(told -> told.line().number() > line.number());
  }

  private void add(JournalLine line, String what, String why) {
    gaps.add(new Missing(story.times().brief(line.at()), what, why));
  }

  private static String join(List<String> reasons) {
    return String.join(" ", reasons.stream().map(Wording::stopped).toList());
  }
}
