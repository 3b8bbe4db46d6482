package org.lazaretto.execute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;

/** Ends pods and what owns them, and waits until nothing of their UIDs is there. */
final class Disposals {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClusterReads reads;
  private final ClusterControl control;
  private final Sender sender;
  private final Timing timing;
  private final DisposalCheck check;

  Disposals(ClusterReads reads, ClusterControl control, Sender sender, Timing timing) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.timing = timing;
    this.check = new DisposalCheck(reads);
  }

  void dispose(Run run, DisposeStep step) {
    Duration patience = patience(step);
    sender
        .send(run, step, () -> send(step))
        .filter(Act::effectPossible)
        .ifPresent(_ -> run.verified(step, until(run, step, patience)));
  }

  private Act send(DisposeStep step) throws PortException {
    return switch (step) {
      case DisposeStep.DeletePod(_, var pod, _) -> delete(pod.object(), Propagation.BACKGROUND);
      case DisposeStep.DeleteOwner(_, var target, var propagation, _) ->
          delete(target, propagation);
      case DisposeStep.DeleteToken(_, var target) -> delete(target, Propagation.BACKGROUND);
      case DisposeStep.ScaleToZero scale -> {
        Optional<Exchange> sent = control.edit(scale.target(), List.of(edit(scale)), Mode.REAL);
        yield sent.map(exchange -> Act.done("spec.replicas was set to 0", exchange))
            .orElseGet(() -> Act.of(new StepOutcome.AlreadySo("It wanted no pods before.")));
      }
    };
  }

  private Act delete(ObjectRef target, Propagation propagation) throws PortException {
    try {
      return Act.done("its deletion was accepted", control.delete(target, propagation, Mode.REAL));
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.NOT_FOUND) {
        return Act.of(new StepOutcome.AlreadySo("It was gone already."));
      }
      throw e;
    }
  }

  /** What scaling changes. */
  static FieldEdit edit(DisposeStep.ScaleToZero step) {
    return new FieldEdit.Value(
        "/spec/replicas", Optional.of(String.valueOf(step.former())), Optional.of("0"));
  }

  /** The longest grace of the pods, and what a kubelet may take besides. */
  private Duration patience(DisposeStep step) {
    Duration longest = Duration.ZERO;
    for (PodRef ref : step.losing()) {
      try {
        Duration grace =
            reads
                .pod(ref.namespace(), ref.name())
                .map(pod -> pod.shape().grace())
                .orElse(Duration.ZERO);
        longest = grace.compareTo(longest) > 0 ? grace : longest;
      } catch (PortException unread) {
        longest = longest.plus(Duration.ofSeconds(30));
      }
    }
    return longest.plus(timing.patience().gone());
  }

  private Verdict until(Run run, DisposeStep step, Duration patience) {
    Instant end = timing.clock().instant().plus(patience);
    Verdict verdict = check.of(step);
    while (!(verdict instanceof Verdict.Holds)
        && timing.clock().instant().isBefore(end)
        && timing.waiter().pause(PAUSE)) {
      run.waits(step, verdict.text());
      verdict = check.of(step);
    }
    return verdict;
  }
}
