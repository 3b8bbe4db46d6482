package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep.ProbeIngress;
import org.lazaretto.plan.ProbePod;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Tries by a pod of our own whether a suspect can be connected to, before and after. The pod is
 * removed whatever came of it.
 */
final class Prober {
  private static final String EXIT = "/status/containerStatuses/0/state/terminated/exitCode";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClusterReads reads;
  private final ClusterControl control;
  private final Sender sender;
  private final Timing timing;
  private final Map<String, Reach> before = new ConcurrentHashMap<>();

  Prober(ClusterReads reads, ClusterControl control, Sender sender, Timing timing) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.timing = timing;
  }

  /** What one try came to. */
  private record Reach(Optional<Boolean> connected, String text) {}

  void probe(Run run, ProbeIngress step) {
    Optional<Act> act = sender.send(run, step, () -> made(step));
    act.flatMap(Act::made).ifPresent(pod -> followed(run, step, pod));
    if (act.isPresent() && act.get().outcome() instanceof StepOutcome.Unknown) {
      run.write(
          new Entry.Gap(
              "footprint",
              "A pod called lazaretto-probe-… may be left in "
                  + step.pod().namespace()
                  + ": its name was in the answer that did not come."));
    }
  }

  private Act made(ProbeIngress step) throws PortException {
    String namespace = step.pod().namespace();
    ClusterControl.Created created =
        control.create(
            ProbePod.place(namespace), ProbePod.manifest(namespace, step.probe()), Mode.REAL);
    return Act.made("the pod " + created.object().path() + " was made to try it", created);
  }

  private void followed(Run run, ProbeIngress step, ObjectRef pod) {
    Reach reach = await(pod);
    String left = removed(pod);
    if (step.after()) {
      Connections seen = Connections.of(known(step), reach.connected());
      run.verified(step, verdict(step, reach, seen, left));
      run.write(new Entry.Isolated(run.fingerprint(), step.pod(), seen));
    } else {
      before.put(step.pod().uid(), reach);
      run.verified(step, baseline(reach, left));
    }
  }

  private Optional<Boolean> known(ProbeIngress step) {
    return Optional.ofNullable(before.get(step.pod().uid())).flatMap(Reach::connected);
  }

  private static Verdict baseline(Reach reach, String left) {
    return reach.connected().orElse(false)
        ? new Verdict.Holds("It accepted the connection: what has to stop." + left)
        : new Verdict.CannotTell(
            reach.text() + " What fails before the isolation cannot prove it afterwards." + left);
  }

  private static Verdict verdict(ProbeIngress step, Reach reach, Connections seen, String left) {
    String text = reach.text() + " " + seen.how() + left;
    return switch (seen.ingress()) {
      case BLOCKED -> new Verdict.Holds(text);
      case OPEN -> new Verdict.DoesNotHold(text);
      case CANNOT_TELL -> new Verdict.CannotTell("Port " + step.probe().port() + ": " + text);
    };
  }

  private Reach await(ObjectRef pod) {
    Instant end = timing.clock().instant().plus(PATIENCE);
    do {
      try {
        Optional<LiveFields> now = reads.fields(pod, List.of(EXIT));
        Optional<String> code = now.flatMap(fields -> fields.value(EXIT));
        if (now.isEmpty()) {
          return new Reach(Optional.empty(), "The probe's pod was removed by somebody else.");
        }
        if (code.isPresent()) {
          return ended(code.get());
        }
      } catch (PortException e) {
        return new Reach(Optional.empty(), "The probe could not be read: " + Refusals.words(e));
      }
    } while (timing.clock().instant().isBefore(end) && timing.waiter().pause(PAUSE));
    return new Reach(
        Optional.empty(), "The probe's pod did not end within " + PATIENCE.toSeconds() + " s.");
  }

  /** The exit codes of {@code nc}. */
  private static Reach ended(String code) {
    return switch (code) {
      case "0" -> new Reach(Optional.of(true), "The connection was accepted.");
      case "1" -> new Reach(Optional.of(false), "The connection was not accepted.");
      default -> new Reach(Optional.empty(), "The probe ended with " + code + ".");
    };
  }

  private String removed(ObjectRef pod) {
    try {
      control.delete(pod, Propagation.BACKGROUND, Mode.REAL);
      return " The probe's pod " + pod.path() + " was removed.";
    } catch (PortException e) {
      return e.kind() == PortException.Kind.NOT_FOUND
          ? " The probe's pod " + pod.path() + " is gone."
          : " The probe's pod " + pod.path() + " is left: " + Refusals.words(e);
    }
  }
}
