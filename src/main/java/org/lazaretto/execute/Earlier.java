package org.lazaretto.execute;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Wizard;

/**
 * What a case has seen of its suspects' connections in earlier runs, since nothing was taken back.
 * A connection that was made once, and cannot be made now, is blocked, whichever run saw it.
 */
final class Earlier {
  private static final Set<String> CUTS =
      Set.of("make-policy", "quarantine-pod", "except-from-policy");

  /** Either word says that a probe was let in at some time: before the isolation, or despite it. */
  private static final Set<String> LET_IN =
      Set.of(new Verdict.Holds("").word(), new Verdict.DoesNotHold("").word());

  private final Map<String, Long> ingress = new HashMap<>();
  private final Map<String, Long> egress = new HashMap<>();
  private final Map<String, Long> standing = new HashMap<>();
  private final Map<String, Entry.StepNote> steps = new HashMap<>();
  private Optional<Instant> made = Optional.empty();

  /** Nothing was seen. */
  static Earlier nothing() {
    return new Earlier();
  }

  /** What these lines say. */
  static Earlier of(List<JournalLine> lines) {
    Earlier earlier = new Earlier();
    lines.forEach(earlier::read);
    return earlier;
  }

  private void read(JournalLine line) {
    switch (line.entry()) {
      case Entry.Approved approved -> {
        if (approved.wizard().equals(Wizard.RECOVER.word())) {
          forget();
        }
      }
      case Entry.Intent(var note, _) -> {
        steps.put(note.fingerprint() + " " + note.step(), note);
        if (CUTS.contains(note.action())) {
          made = Optional.of(line.at());
        }
      }
      case Entry.Verified read -> verified(line, read);
      case Entry.Isolated told -> {
        String uid = told.pod().uid();
        note(ingress, uid, told.connections().ingress(), line);
        note(egress, uid, told.connections().egress(), line);
        note(standing, uid, told.connections().established(), line);
      }
      default -> {}
    }
  }

  private void forget() {
    ingress.clear();
    egress.clear();
    standing.clear();
    made = Optional.empty();
  }

  private void verified(JournalLine line, Entry.Verified read) {
    Optional.ofNullable(steps.get(read.fingerprint() + " " + read.step()))
        .filter(_ -> LET_IN.contains(read.verdict()))
        .ifPresent(note -> {
          if (note.action().equals("probe-ingress")) {
            ingress.putIfAbsent(note.target().uid(), line.number());
          } else if (note.action().equals("look-inside")
              && read.verdict().equals(new Verdict.Holds("").word())) {
            egress.putIfAbsent(note.target().uid(), line.number());
          }
        });
  }

  /** Whether it is open or blocked now: it was open once. */
  private static void note(Map<String, Long> seen, String uid, State state, JournalLine line) {
    if (state != State.CANNOT_TELL) {
      seen.putIfAbsent(uid, line.number());
    }
  }

  /** The number of the journal line that says that the pod was connected to. */
  Optional<Long> ingress(String uid) {
    return Optional.ofNullable(ingress.get(uid));
  }

  /** The number of the journal line that says that the pod could connect. */
  Optional<Long> egress(String uid) {
    return Optional.ofNullable(egress.get(uid));
  }

  /** The number of the journal line that says that connections stood. */
  Optional<Long> stood(String uid) {
    return Optional.ofNullable(standing.get(uid));
  }

  /** Since when the isolation is made, for a plan that changes nothing of it. */
  Optional<Instant> made(Plan plan) {
    return plan.steps().stream().allMatch(Earlier::asks) ? made : Optional.empty();
  }

  private static boolean asks(Step step) {
    return step instanceof ContainStep.ProbeIngress || step instanceof ContainStep.LookInside;
  }
}
