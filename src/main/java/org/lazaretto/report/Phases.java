package org.lazaretto.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** The stretches of time that the timeline shows. */
final class Phases {
  private Phases() {}

  /** A stretch of time, or a point if start and end are the same. */
  record Phase(Instant start, Instant end, String tone, String text) {
    boolean point() {
      return tone.equals("mark") || tone.equals("contained");
    }
  }

  static List<Phase> of(CaseStory story) {
    List<Phase> phases = new ArrayList<>();
    mark(story).ifPresent(phases::add);
    Map<String, List<JournalLine>> byPlan = linesByPlan(story);
    byPlan.values().forEach(lines -> phases.add(run(story, lines)));
    byPlan.values().forEach(lines -> verify(lines).ifPresent(phases::add));
    story.contained().ifPresent(at -> phases.add(new Phase(at, at, "contained", "contained")));
    phases.sort(Comparator.comparing(Phase::start).thenComparing(Phase::end));
    return phases;
  }

  private static Optional<Phase> mark(CaseStory story) {
    int number = story.suspects().size();
    return story
        .firstMark()
        .map(at -> new Phase(at, at, "mark", Wording.count(number, "suspect") + " marked"));
  }

  /** The lines between a plan's first step and the end of its steps. */
  private static Map<String, List<JournalLine>> linesByPlan(CaseStory story) {
    Map<String, List<JournalLine>> byPlan = new LinkedHashMap<>();
    for (JournalLine line : story.input().lines()) {
      String plan = plan(line.entry());
      if (!plan.isEmpty()) {
        byPlan.computeIfAbsent(plan, _ -> new ArrayList<>()).add(line);
      }
    }
    return byPlan;
  }

  private static String plan(Entry entry) {
    if (entry instanceof Entry.Intent(var note, _)) {
      return note.fingerprint();
    } else if (entry instanceof Entry.Outcome outcome) {
      return outcome.fingerprint();
    }
    return entry instanceof Entry.Verified read ? read.fingerprint() : "";
  }

  private static Phase run(CaseStory story, List<JournalLine> lines) {
    List<JournalLine> acts =
        lines.stream().filter(line -> !(line.entry() instanceof Entry.Verified)).toList();
    List<JournalLine> shown = acts.isEmpty() ? lines : acts;
    String plan = plan(lines.getFirst().entry());
    List<StepTrace> traces =
        story.traces().stream().filter(t -> t.fingerprint().equals(plan)).toList();
    String tone = tone(traces);
    return new Phase(
        shown.getFirst().at(), shown.getLast().at(), tone, words(story, plan, tone, traces));
  }

  private static String tone(List<StepTrace> traces) {
    if (has(traces, "evict-pod") || has(traces, "restart-rollout")) {
      return "evacuate";
    }
    if (has(traces, "cordon-node")) {
      return "cordon";
    }
    return has(traces, "keep-response") ? "freeze" : "other";
  }

  private static boolean has(List<StepTrace> traces, String action) {
    return traces.stream().anyMatch(trace -> trace.action().equals(action));
  }

  private static String words(CaseStory story, String plan, String tone, List<StepTrace> traces) {
    return switch (tone) {
      case "freeze" -> "freeze";
      case "cordon" -> "cordon" + times(traces, "cordon-node");
      case "evacuate" ->
          "evacuate"
              + times(traces, "evict-pod")
              + (has(traces, "restart-rollout") ? ", restart" : "");
      default -> wizard(story, plan).orElseGet(() -> Wording.count(traces.size(), "step"));
    };
  }

  private static Optional<String> wizard(CaseStory story, String plan) {
    return story.all(Entry.Approved.class).stream()
        .filter(approved -> approved.entry().fingerprint().equals(plan))
        .map(approved -> approved.entry().wizard())
        .filter(word -> !word.isEmpty())
        .findFirst();
  }

  private static String times(List<StepTrace> traces, String action) {
    long number = traces.stream().filter(trace -> trace.action().equals(action)).count();
    return number < 2 ? "" : " ×" + number;
  }

  private static Optional<Phase> verify(List<JournalLine> lines) {
    List<Instant> reads =
        lines.stream()
            .filter(line -> line.entry() instanceof Entry.Verified)
            .map(JournalLine::at)
            .toList();
    return reads.isEmpty()
        ? Optional.empty()
        : Optional.of(new Phase(reads.getFirst(), reads.getLast(), "verify", "verify"));
  }
}
