package org.lazaretto.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lazaretto.journal.Entry;
import org.lazaretto.report.IncidentReport.Action;
import org.lazaretto.report.IncidentReport.State;

/**
 * The actions that a reader must see. Of many alike that all hold the first few stand for the rest;
 * what did not go well is never left out.
 */
record ActionTable(List<Action> rows, int further) {
  private static final int ALIKE = 4;
  private static final int LONGEST = 100;
  private static final Pattern CLUSTER =
      Pattern.compile("kubectl (--(kubeconfig|context) [^\\s\']+ )+");

  static ActionTable of(CaseStory story) {
    List<Action> rows = new ArrayList<>();
    int further = 0;
    Map<String, List<StepTrace>> captures = capturesByPlan(story);
    Map<String, Integer> alike = new HashMap<>();
    TakenBack back = new TakenBack(story);
    for (StepTrace trace : story.traces()) {
      String kind = trace.fingerprint() + trace.action();
      if (trace.capture()) {
        List<StepTrace> run = captures.remove(trace.fingerprint());
        if (run != null) {
          rows.add(captures(story, run));
        }
      } else if (StepState.of(trace).sign() != Sign.GOOD
          || alike.merge(kind, 1, Integer::sum) <= ALIKE) {
        rows.add(row(story, trace, back));
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
        "Keep " + Wording.count(run.size(), "answer") + " of the API server",
        note(story, run.getFirst()),
        run.getFirst().note().map(note -> elided(note.command())).orElse("")
            + (run.size() > 1 ? " … and " + (run.size() - 1) + " more" : ""),
        Noticed.of(run.getFirst()),
        "SHA-256 of the bytes received",
        new State(sign, good + " of " + run.size() + " kept"));
  }

  private static Action row(CaseStory story, StepTrace trace, TakenBack back) {
    return new Action(
        story.times().brief(trace.first().at()),
        trace.title(),
        note(story, trace),
        trace.note().map(note -> elided(note.command())).orElse(""),
        Noticed.of(trace),
        trace.reading().map(StepTrace.Reading::text).orElse("not read again"),
        back.state(trace));
  }

  /**
   * The command without what it pipes in and, where it is long, without what names the cluster and
   * without its middle; appendix A has all of it.
   */
  private static String elided(String command) {
    int pipe = command.startsWith("printf ") ? command.indexOf("' | ") : -1;
    String whole = pipe < 0 ? command : "… | " + command.substring(pipe + 4);
    String text = fits(whole) ? whole : CLUSTER.matcher(whole).replaceFirst("kubectl … ");
    if (fits(text)) {
      return text;
    }
    int from = text.offsetByCodePoints(0, LONGEST / 2);
    int to = text.offsetByCodePoints(text.length(), -LONGEST / 2);
    return text.substring(0, from) + " … " + text.substring(to);
  }

  private static boolean fits(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST;
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
