package org.lazaretto.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.report.IncidentReport.State;

/** Which changes the case has taken back, as far as its journal shows it of every field. */
final class TakenBack {
  private static final String RECOVERY = "recover";
  private static final String REMOVAL = "remove-policy";

  private final List<StepTrace> traces;
  private final Times times;
  private final Map<String, TakeBack> ways = new HashMap<>();

  TakenBack(CaseStory story) {
    this.traces = story.traces();
    this.times = story.times();
    story.all(Entry.WayBack.class).forEach(at -> way(at.entry()));
  }

  private void way(Entry.WayBack way) {
    TakeBack.read(way.how())
        .ifPresent(back -> ways.put(StepTraces.key(way.fingerprint(), way.step()), back));
  }

  /** When the last of what the step changed was taken back; empty if something of it may stand. */
  Optional<Instant> at(StepTrace change) {
    Optional<TakeBack> way = way(change);
    if (way.isEmpty() || change.wizard().equals(RECOVERY)) {
      return Optional.empty();
    }
    return switch (way.get()) {
      case TakeBack.Edits edits -> given(change, fields(edits));
      case TakeBack.Remove _ ->
          later(change).filter(TakenBack::removes).findFirst().map(TakenBack::end);
      // What is let go on by hand, and what a probe removes by itself, say so in their own rows.
      case TakeBack.Resume _, TakeBack.RemoveProbes _ -> Optional.empty();
    };
  }

  private Optional<Instant> given(StepTrace change, Set<String> fields) {
    Set<String> left = new HashSet<>(fields);
    for (StepTrace back : later(change).toList()) {
      way(back).ifPresent(way -> left.removeAll(fields(way)));
      if (left.isEmpty()) {
        return Optional.of(end(back));
      }
    }
    return Optional.empty();
  }

  /** The steps of recoveries that changed the same object afterwards. */
  private Stream<StepTrace> later(StepTrace change) {
    return traces.stream()
        .filter(trace -> trace.first().number() > change.first().number())
        .filter(trace -> trace.wizard().equals(RECOVERY) && trace.object().equals(change.object()))
        .filter(trace -> trace.outcomeWord().equals("done") && CaseStory.holds(trace));
  }

  /** How the step stands: what was read once is not how it is any more, once it was taken back. */
  State state(StepTrace trace) {
    State read = StepState.of(trace);
    return at(trace).map(end -> over(read, end)).orElse(read);
  }

  /** What was read before all of it was taken back. */
  State over(State read, Instant end) {
    String held = read.text().equals("holds") ? "held" : read.text();
    return new State(read.sign(), held + "; taken back at " + times.brief(end));
  }

  private static boolean removes(StepTrace trace) {
    return trace.action().equals(REMOVAL);
  }

  private static Instant end(StepTrace back) {
    return back.reading().map(StepTrace.Reading::at).orElse(back.first().at());
  }

  private Optional<TakeBack> way(StepTrace trace) {
    return Optional.ofNullable(ways.get(StepTraces.key(trace.fingerprint(), trace.step())));
  }

  private static Set<String> fields(TakeBack back) {
    Set<String> fields = new HashSet<>();
    if (back instanceof TakeBack.Edits(_, var edits)) {
      for (FieldEdit edit : edits) {
        fields.add(
            edit instanceof FieldEdit.Item item
                ? item.pointer() + " " + item.item()
                : edit.pointer());
      }
    }
    return fields;
  }
}
