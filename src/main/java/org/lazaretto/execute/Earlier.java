package org.lazaretto.execute;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Wizard;

/**
 * What a case has seen of its suspects' connections in earlier runs, since nothing was taken back.
 * A connection that was made once, and cannot be made now, is blocked, whichever run saw it. It has
 * to be the same connection: a port that nobody ever answered on is not blocked by being silent.
 */
final class Earlier {
  private static final Set<String> CUTS =
      Set.of("make-policy", "quarantine-pod", "except-from-policy");

  private static final String DONE = new StepOutcome.Done("").word();
  private static final String PROBE = "probe-ingress";
  private static final String LOOK = "look-inside";

  /** Either word says that a probe was let in at some time: before the isolation, or despite it. */
  private static final Set<String> LET_IN =
      Set.of(new Verdict.Holds("").word(), new Verdict.DoesNotHold("").word());

  private static final Set<String> TAKEN_BACK = Set.of("remove-policy", Purpose.RESTORE.word());

  private final Predicate<Entry.StepNote> asked;
  private final Set<String> tries = new HashSet<>();
  private final Map<String, Long> ingress = new HashMap<>();
  private final Map<String, Long> egress = new HashMap<>();
  private final Map<String, Long> standing = new HashMap<>();

  /** Seen before a cut; it counts once the cut is made. */
  private final Map<String, Long> uncut = new HashMap<>();

  private final Map<String, Entry.StepNote> steps = new HashMap<>();
  private Optional<Instant> made = Optional.empty();

  private Earlier(Predicate<Entry.StepNote> asked) {
    this.asked = asked;
  }

  /** Nothing was seen. */
  static Earlier nothing() {
    return new Earlier(_ -> false);
  }

  /** What these lines say of the connections that the plan tries. */
  static Earlier of(List<JournalLine> lines, Plan plan) {
    Earlier earlier = new Earlier(note -> plan.steps().stream().anyMatch(step -> same(step, note)));
    lines.forEach(earlier::read);
    return earlier;
  }

  /** Whether a step of the plan tries the connection that was tried then. */
  private static boolean same(Step step, Entry.StepNote then) {
    return step.target().uid().equals(then.target().uid())
        && Actions.word(step).equals(then.action())
        && switch (step) {
          case ContainStep.ProbeIngress probe ->
              tried(then.command(), probe.probe().address(), probe.probe().port());
          case ContainStep.LookInside look ->
              tried(then.command(), look.look().address(), look.look().port());
          default -> false;
        };
  }

  /** The words stand side by side in a command, and in a manifest with quotes between them. */
  private static boolean tried(String command, String address, int port) {
    String words = "(?<![\\w.:-])" + Pattern.quote(address) + "[\"', ]{1,5}" + port + "(?!\\w)";
    return !address.isEmpty() && Pattern.compile(words).matcher(command).find();
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
        if (asked.test(note)) {
          tries.add(key(note.fingerprint(), note.action(), note.target().uid()));
        }
        if (CUTS.contains(note.action())) {
          made = Optional.of(line.at());
        }
      }
      case Entry.Outcome(var fingerprint, var step, _, var word, _, _) -> {
        boolean cut =
            Optional.ofNullable(steps.get(fingerprint + " " + step))
                .filter(note -> CUTS.contains(note.action()))
                .isPresent();
        if (cut && word.equals(DONE)) {
          uncut.forEach(standing::putIfAbsent);
        }
      }
      case Entry.DoneElsewhere told -> {
        if (TAKEN_BACK.contains(told.step().action())) {
          forget();
        }
      }
      case Entry.Verified read -> verified(line, read);
      case Entry.Isolated told -> {
        String uid = told.pod().uid();
        if (tries.contains(key(told.fingerprint(), PROBE, uid))) {
          note(ingress, uid, told.connections().ingress(), line);
        }
        if (tries.contains(key(told.fingerprint(), LOOK, uid))) {
          note(egress, uid, told.connections().egress(), line);
        }
        note(standing, uid, told.connections().established(), line);
      }
      default -> {}
    }
  }

  private static String key(String fingerprint, String action, String uid) {
    return fingerprint + " " + action + " " + uid;
  }

  private void forget() {
    ingress.clear();
    egress.clear();
    standing.clear();
    uncut.clear();
    made = Optional.empty();
  }

  private void verified(JournalLine line, Entry.Verified read) {
    Optional<Entry.StepNote> step =
        Optional.ofNullable(steps.get(read.fingerprint() + " " + read.step()));
    step.filter(note -> note.action().equals(LOOK) && Looks.toldOfStanding(read.text()))
        .ifPresent(note -> uncut.putIfAbsent(note.target().uid(), line.number()));
    step.filter(note -> LET_IN.contains(read.verdict()) && asked.test(note))
        .ifPresent(note -> {
          if (note.action().equals(PROBE)) {
            ingress.putIfAbsent(note.target().uid(), line.number());
          } else if (note.action().equals(LOOK)
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
