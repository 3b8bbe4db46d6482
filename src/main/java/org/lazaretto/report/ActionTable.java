package org.lazaretto.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.journal.Entry;
import org.lazaretto.report.IncidentReport.Action;
import org.lazaretto.report.IncidentReport.State;

/** The actions that a reader must see; what did not go well is never among those left out. */
record ActionTable(List<Action> rows, int further) {
  private static final int MOST = 40;

  static ActionTable of(CaseStory story) {
    List<Action> rows = new ArrayList<>();
    int further = 0;
    Map<String, List<StepTrace>> captures = capturesByPlan(story);
    for (StepTrace trace : story.traces()) {
      if (trace.capture()) {
        List<StepTrace> run = captures.get(trace.fingerprint());
        if (run != null) {
          captures.remove(trace.fingerprint());
          rows.add(captures(story, run));
        }
      } else if (rows.size() < MOST || StepState.of(trace).sign() != Sign.GOOD) {
        rows.add(row(story, trace));
      } else {
        further++;
      }
    }
    return new ActionTable(List.copyOf(rows), further);
  }

  private static Map<String, List<StepTrace>> capturesByPlan(CaseStory story) {
    Map<String, List<StepTrace>> byPlan = new LinkedHashMap<>();
    story
        .captures()
        .forEach(t -> byPlan.computeIfAbsent(t.fingerprint(), _ -> new ArrayList<>()).add(t));
    return byPlan;
  }

  private static Action captures(CaseStory story, List<StepTrace> run) {
    long good = run.stream().filter(t -> StepState.of(t).sign() == Sign.GOOD).count();
    Sign sign = good == run.size() ? Sign.GOOD : Sign.CAUTION;
    return new Action(
        story.times().brief(run.getFirst().first().at()),
        "Freeze " + Wording.count(run.size(), "object"),
        note(story, run.getFirst()),
        run.getFirst().note().map(Entry.StepNote::command).orElse("")
            + (run.size() > 1 ? " … and " + (run.size() - 1) + " more, see appendix A" : ""),
        "SHA-256 of the bytes received",
        new State(sign, good + " of " + run.size() + " kept"));
  }

  private static Action row(CaseStory story, StepTrace trace) {
    return new Action(
        story.times().brief(trace.first().at()),
        trace.title(),
        note(story, trace),
        trace.note().map(Entry.StepNote::command).orElse(""),
        trace.reading().map(StepTrace.Reading::text).orElse("not read again"),
        StepState.of(trace));
  }

  /** The playbook, and its measure's rating where the plan was rated. */
  private static String note(CaseStory story, StepTrace trace) {
    String playbook = trace.note().map(Entry.StepNote::playbook).orElse("");
    return story.all(Entry.Rated.class).stream()
        .map(CaseStory.At::entry)
        .filter(rated -> rated.fingerprint().equals(trace.fingerprint()))
        .filter(rated -> playbook.startsWith(rated.measure()))
        .reduce((_, later) -> later)
        .map(rated -> playbook + ", rating " + rated.published() + ", here " + rated.here())
        .orElse(playbook);
  }
}
