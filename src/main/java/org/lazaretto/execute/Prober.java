package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep.ProbeIngress;
import org.lazaretto.plan.ContainStep.RemoveProbe;
import org.lazaretto.plan.ProbePod;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Tries by pods of our own whether a suspect can be connected to, before and after. Afterwards it
 * is tried again, by a new pod each time, until the policy is in force or patience ends (T-30).
 * Each pod is removed whatever came of it.
 */
final class Prober {
  private static final String EXIT = "/status/containerStatuses/0/state/terminated/exitCode";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClusterReads reads;
  private final ClusterControl control;
  private final Sender sender;
  private final Timing timing;
  private final Enforcement enforcement;

  Prober(ClusterReads reads, ClusterControl control, Sender sender, Timing timing) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.timing = timing;
    this.enforcement = new Enforcement(timing);
  }

  void probe(Run run, ProbeIngress step) {
    Optional<Act> act = sender.send(run, step, () -> sent(step));
    act.flatMap(Act::made).ifPresent(pod -> followed(run, step, pod));
    if (act.filter(sent -> sent.doubtful() && sent.effectPossible()).isPresent()) {
      run.write(leftSomewhere(step));
    }
    act.filter(sent -> sent.made().isEmpty())
        .ifPresent(sent ->
            run.proofs().reached(step.pod(), Reach.unknown(sent.outcome().text()), step.after()));
  }

  private static Entry leftSomewhere(ProbeIngress step) {
    return new Entry.Gap(
        "footprint",
        "A pod called lazaretto-probe-… may be left in "
            + step.pod().namespace()
            + ": its name was in the answer that did not come; a recovery looks for it.");
  }

  private Act sent(ProbeIngress step) throws PortException {
    ClusterControl.Created created = made(step);
    return Act.made("the pod " + created.object().path() + " was made to try it", created);
  }

  private ClusterControl.Created made(ProbeIngress step) throws PortException {
    String namespace = step.pod().namespace();
    return control.create(ProbePod.place(namespace), ProbePod.manifest(step), Mode.REAL);
  }

  /** Removes what an earlier run left, and waits until it is gone. */
  void remove(Run run, RemoveProbe step) {
    sender
        .send(run, step, () -> removed(step))
        .filter(Act::effectPossible)
        .ifPresent(_ -> run.verified(step, gone(step.target())));
  }

  private Act removed(RemoveProbe step) throws PortException {
    try {
      return Act.done(
          "its deletion was accepted",
          control.delete(step.target(), Propagation.BACKGROUND, Mode.REAL));
    } catch (PortException e) {
      boolean other = e.kind() == PortException.Kind.CONFLICT;
      if (e.kind() == PortException.Kind.NOT_FOUND || (other && !stands(step.target()))) {
        return Act.of(new StepOutcome.AlreadySo("It was gone already."));
      }
      throw e;
    }
  }

  private boolean stands(ObjectRef pod) throws PortException {
    return reads
        .fields(pod, List.of())
        .filter(now -> now.object().uid().equals(pod.uid()))
        .isPresent();
  }

  private Verdict gone(ObjectRef pod) {
    Instant end = timing.clock().instant().plus(PATIENCE);
    try {
      do {
        if (!stands(pod)) {
          return new Verdict.Holds("Read again: nothing of this UID is there.");
        }
      } while (timing.clock().instant().isBefore(end) && timing.waiter().pause(PAUSE));
      return new Verdict.DoesNotHold("Read again: it is still there.");
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  private void followed(Run run, ProbeIngress step, ObjectRef first) {
    Litter litter = new Litter();
    Reach reach = await(first);
    removed(first, litter);
    int tries = 1;
    while (step.after() && reach.open() && enforcement.again(run, step, tries, reach.text())) {
      tries++;
      reach = again(run, step, litter);
    }
    run.proofs().reached(step.pod(), reach, step.after());
    String told = reach.text() + enforcement.tried(run, tries) + litter.text();
    run.verified(step, step.after() ? verdict(run, step, told) : baseline(reach, told));
  }

  /** One more try; if none can be made, what the last one saw is all that is known. */
  private Reach again(Run run, ProbeIngress step, Litter litter) {
    try {
      ObjectRef pod = made(step).object();
      Reach reach = await(pod);
      removed(pod, litter);
      return reach;
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.NO_ANSWER) {
        run.write(leftSomewhere(step));
      }
      return Reach.unknown(
          "It was still accepted, and could not be tried again: " + Refusals.words(e));
    }
  }

  private static Verdict baseline(Reach reach, String told) {
    return reach.open()
        ? new Verdict.Holds(told + " That has to stop.")
        : new Verdict.CannotTell(
            told + " What fails before the isolation cannot prove it afterwards.");
  }

  private static Verdict verdict(Run run, ProbeIngress step, String told) {
    Connections.State ingress = run.proofs().of(step.pod()).ingress();
    String text = "Port " + step.probe().port() + ": " + told;
    return switch (ingress) {
      case BLOCKED -> new Verdict.Holds(text + " It accepted one before.");
      case OPEN -> new Verdict.DoesNotHold(text);
      case CANNOT_TELL ->
          new Verdict.CannotTell(text + " That proves nothing: see the try before.");
    };
  }

  private Reach await(ObjectRef pod) {
    Instant end = timing.clock().instant().plus(PATIENCE);
    do {
      try {
        Optional<LiveFields> now = reads.fields(pod, List.of(EXIT));
        Optional<String> code = now.flatMap(fields -> fields.value(EXIT));
        if (now.isEmpty()) {
          return Reach.unknown("The probe's pod was removed by somebody else.");
        }
        if (code.isPresent()) {
          return ended(code.get());
        }
      } catch (PortException e) {
        return Reach.unknown("The probe could not be read: " + Refusals.words(e));
      }
    } while (timing.clock().instant().isBefore(end) && timing.waiter().pause(PAUSE));
    return Reach.unknown("The probe's pod did not end within " + PATIENCE.toSeconds() + " s.");
  }

  /** The exit codes of {@code nc}. */
  private static Reach ended(String code) {
    return switch (code) {
      case "0" -> Reach.made("The connection was accepted.");
      case "1" -> Reach.failed("The connection was not accepted.");
      default -> Reach.unknown("The probe ended with " + code + ".");
    };
  }

  private void removed(ObjectRef pod, Litter litter) {
    litter.made++;
    try {
      control.delete(pod, Propagation.BACKGROUND, Mode.REAL);
    } catch (PortException e) {
      if (e.kind() != PortException.Kind.NOT_FOUND) {
        litter.left.add(pod.path() + " is left, for a recovery to remove: " + Refusals.words(e));
      }
    }
  }

  /** The pods of one step, and which of them are still there. */
  private static final class Litter {
    private final List<String> left = new ArrayList<>();
    private int made;

    String text() {
      String pods = made == 1 ? " The probe's pod" : " The probe's " + made + " pods";
      return left.isEmpty()
          ? pods + (made == 1 ? " was removed." : " were removed.")
          : pods + ": " + String.join("; ", left);
    }
  }
}
