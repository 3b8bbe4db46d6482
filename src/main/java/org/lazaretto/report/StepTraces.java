package org.lazaretto.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** Gathers the lines that belong to the same attempt at a step. */
final class StepTraces {
  private final List<StepTrace> traces = new ArrayList<>();
  private final Map<String, String> wizards = new HashMap<>();
  private final Map<String, Integer> byStep = new HashMap<>();
  private final Map<Long, Integer> byLine = new HashMap<>();

  private StepTraces() {}

  static List<StepTrace> of(List<JournalLine> lines) {
    StepTraces traces = new StepTraces();
    lines.forEach(line -> traces.wizard(line.entry()));
    lines.forEach(traces::take);
    return List.copyOf(traces.traces);
  }

  /** A step that was never begun does not name its action; its run names the wizard. */
  private void wizard(Entry entry) {
    if (entry instanceof Entry.Approved approved) {
      wizards.put(approved.fingerprint(), approved.wizard());
    } else if (entry instanceof Entry.RunEnded ended) {
      wizards.put(ended.fingerprint(), ended.wizard());
    }
  }

  private String wizard(String fingerprint) {
    return wizards.getOrDefault(fingerprint, "");
  }

  private void take(JournalLine line) {
    if (line.entry() instanceof Entry.Intent(var note, _)) {
      byLine.put(line.number(), traces.size());
      String wizard = wizard(note.fingerprint());
      StepTrace begun =
          new StepTrace(line, wizard, Optional.of(note), Optional.empty(), Optional.empty());
      add(key(note.fingerprint(), note.step()), begun);
    } else if (line.entry() instanceof Entry.DoneElsewhere done) {
      elsewhere(line, done);
    } else if (line.entry() instanceof Entry.Outcome outcome) {
      outcome(line, outcome);
    } else if (line.entry() instanceof Entry.Verified read) {
      Integer at = byStep.get(key(read.fingerprint(), read.step()));
      read(at, new StepTrace.Reading(line.at(), read.verdict(), read.text(), false));
    } else if (line.entry() instanceof Entry.Reconciled read) {
      Integer at = byLine.get(read.intentLine());
      read(at, new StepTrace.Reading(line.at(), read.verdict(), read.text(), true));
    }
  }

  /** A step of a plan on paper: its outcome is what somebody said. */
  private void elsewhere(JournalLine line, Entry.DoneElsewhere done) {
    Entry.StepNote note = done.step();
    Entry.Outcome said =
        new Entry.Outcome(
            note.fingerprint(),
            note.step(),
            note.target(),
            StepState.ELSEWHERE,
            "done elsewhere by " + done.by() + (done.how().isEmpty() ? "" : ": " + done.how()),
            Optional.empty());
    add(
        key(note.fingerprint(), note.step()),
        new StepTrace(
            line,
            wizard(note.fingerprint()),
            Optional.of(note),
            Optional.of(said),
            Optional.empty()));
  }

  private void outcome(JournalLine line, Entry.Outcome outcome) {
    String key = key(outcome.fingerprint(), outcome.step());
    Integer at = byStep.get(key);
    if (at == null || traces.get(at).outcome().isPresent()) {
      String wizard = wizard(outcome.fingerprint());
      add(
          key,
          new StepTrace(line, wizard, Optional.empty(), Optional.of(outcome), Optional.empty()));
    } else {
      traces.set(at, traces.get(at).with(outcome));
    }
  }

  /** A reading without its step is no statement about a step; appendix B still shows its line. */
  private void read(@Nullable Integer at, StepTrace.Reading reading) {
    if (at != null) {
      traces.set(at, traces.get(at).with(reading));
    }
  }

  private void add(String key, StepTrace trace) {
    byStep.put(key, traces.size());
    traces.add(trace);
  }

  static String key(String fingerprint, String step) {
    return fingerprint + " " + step;
  }
}
