package org.lazaretto.execute;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Step;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;

/** Edits fields, creates and removes the case's policies, and reads each of them again. */
final class Containments {
  private final ClusterReads reads;
  private final ClusterControl control;
  private final Sender sender;
  private final FieldCheck fields;
  private final Endpoints endpoints;
  private final Departed departed;

  Containments(ClusterReads reads, ClusterControl control, Sender sender, Timing timing) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.fields = new FieldCheck(reads);
    this.endpoints = new Endpoints(reads, timing);
    this.departed = new Departed(reads, timing);
  }

  void edit(Run run, ContainStep.EditFields step) {
    Optional<Step> open =
        step.purpose() == Purpose.EXPEL ? run.firstThatDoesNotHold(step) : Optional.empty();
    if (open.isPresent()) {
      run.skipped(
          step, "Step " + open.get().id() + " does not hold: the taint would delete too much.");
      return;
    }
    sender
        .send(run, step, () -> send(step))
        .filter(Act::effectPossible)
        .ifPresent(_ -> run.verified(step, verdict(step)));
  }

  private Act send(ContainStep.EditFields step) throws PortException {
    Optional<Exchange> sent = control.edit(step.target(), step.edits(), Mode.REAL);
    return sent.map(exchange -> Act.done("the fields were changed", exchange))
        .orElseGet(() -> Act.of(new StepOutcome.AlreadySo("The fields were so before.")));
  }

  private Verdict verdict(ContainStep.EditFields step) {
    Verdict own = fields.of(step.target(), step.edits());
    if (!(own instanceof Verdict.Holds)) {
      return own;
    }
    return switch (step.purpose()) {
      case LEAVE_SERVICES, STRIP_LABELS -> endpoints.without(step.witnesses(), step.target());
      case EXPEL -> driven(step);
      case CLOSE_SERVICE -> endpoints.without(step.target(), step.witnesses());
      case QUARANTINE_POD,
          EXCEPT_FROM_POLICY,
          QUARANTINE_NODE,
          HOLD_NODE,
          TAINT_NODE,
          TOLERATE,
          UNBIND,
          UNCORDON,
          RESTORE ->
          own;
    };
  }

  /** The taint drives away what does not stand it, each in its own grace. */
  private Verdict driven(ContainStep.EditFields step) {
    List<PodRef> pods =
        step.witnesses().stream()
            .map(ref -> new PodRef(ref.namespace(), ref.name(), ref.uid()))
            .toList();
    return departed.until(pods);
  }

  void make(Run run, ContainStep.MakePolicy step) {
    sender
        .send(run, step, () -> send(step))
        .filter(Act::effectPossible)
        .ifPresent(act ->
            run.verified(
                step,
                new PolicyCheck(reads).of(act.made().orElse(step.target()), step.quarantine())));
  }

  private Act send(ContainStep.MakePolicy step) throws PortException {
    ClusterControl.Created created =
        control.create(
            step.target(), Quarantine.manifest(step.target(), step.quarantine()), Mode.REAL);
    return Act.made("it was created, UID " + created.object().uid(), created);
  }

  void remove(Run run, ContainStep.RemovePolicy step) {
    sender
        .send(run, step, () -> send(step))
        .filter(Act::effectPossible)
        .ifPresent(_ -> run.verified(step, gone(step.target())));
  }

  private Act send(ContainStep.RemovePolicy step) throws PortException {
    try {
      return Act.done(
          "it was removed", control.delete(step.target(), Propagation.BACKGROUND, Mode.REAL));
    } catch (PortException e) {
      boolean other = e.kind() == PortException.Kind.CONFLICT;
      if (e.kind() == PortException.Kind.NOT_FOUND
          || (other && gone(step.target()) instanceof Verdict.Holds)) {
        return Act.of(new StepOutcome.AlreadySo("It was gone already."));
      }
      throw e;
    }
  }

  private Verdict gone(ObjectRef policy) {
    try {
      return reads
          .fields(policy, List.of())
          .filter(now -> now.object().uid().equals(policy.uid()))
          .<Verdict>map(_ -> new Verdict.DoesNotHold("Read again: it is still there."))
          .orElseGet(() -> new Verdict.Holds("Read again: nothing of this UID is there."));
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }
}
