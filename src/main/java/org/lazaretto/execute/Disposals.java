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
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Step;
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
  private final ContainerRestarts restarts;

  Disposals(ClusterReads reads, ClusterControl control, Sender sender, Timing timing) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.timing = timing;
    this.check = new DisposalCheck(reads);
    this.restarts = new ContainerRestarts(reads, control);
  }

  void dispose(Run run, DisposeStep step) {
    if (Actions.byHand(step)) {
      run.byHand(step);
      return;
    }
    Optional<Step> owner = respawns(run, step);
    if (owner.isPresent()) {
      run.skipped(
          step,
          "Step "
              + owner.get().id()
              + " does not hold: what it was to delete would start another pod (T-10).");
      return;
    }
    Duration patience = patience(step);
    DisposeStep counted =
        step instanceof DisposeStep.RestartContainer restart ? restarts.counted(restart) : step;
    sender
        .send(run, step, () -> send(step))
        .filter(Act::effectPossible)
        .ifPresent(act -> run.verified(step, until(run, counted, act, patience)));
  }

  /** What is to be left without owners is not touched while one of them stands. */
  private static Optional<Step> respawns(Run run, DisposeStep step) {
    boolean orphaned =
        switch (step) {
          case DisposeStep.DeletePod(_, var pod, var owner) -> owner.equals(pod.object());
          case DisposeStep.DeleteOwner owner -> owner.propagation() == Propagation.ORPHAN;
          case DisposeStep.ScaleToZero _,
              DisposeStep.DeleteToken _,
              DisposeStep.RestartContainer _,
              DisposeStep.OnNode _ ->
              false;
        };
    return orphaned
        ? run.firstThatDoesNotHold(step, DisposeStep.DeleteOwner.class)
        : Optional.empty();
  }

  private Act send(DisposeStep step) throws PortException {
    return switch (step) {
      case DisposeStep.RestartContainer restart -> restarts.send(restart);
      case DisposeStep.OnNode _ ->
          Act.refused("Only somebody on its node can do it: hand it over.", false);
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
      if (e.kind() == PortException.Kind.NOT_FOUND
          || (e.kind() == PortException.Kind.CONFLICT && check.gone(target))) {
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

  /** What was perhaps never asked for is not waited for any longer than its effect may take. */
  private Verdict until(Run run, DisposeStep step, Act act, Duration patience) {
    Instant start = timing.clock().instant();
    Instant effect = start.plus(timing.patience().unanswered());
    Verdict verdict = check.of(step);
    while (!(verdict instanceof Verdict.Holds) && now().isBefore(start.plus(patience))) {
      boolean given = act.doubtful() && !now().isBefore(effect) && !check.begun(step);
      if (given || !timing.waiter().pause(PAUSE)) {
        return verdict;
      }
      run.waits(step, verdict.text());
      verdict = check.of(step);
    }
    return verdict;
  }

  private Instant now() {
    return timing.clock().instant();
  }
}
