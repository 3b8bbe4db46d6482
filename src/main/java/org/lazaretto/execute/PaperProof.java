package org.lazaretto.execute;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Step;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Says by fresh reads whether a step that somebody says to have done elsewhere has its effect.
 * Changes nothing.
 */
public final class PaperProof {
  private final ClusterReads reads;
  private final Verifier verifier;

  /** Reads that cluster. */
  public PaperProof(ClusterReads reads) {
    this.reads = reads;
    this.verifier = new Verifier(reads);
  }

  /**
   * Whether the step's effect is there.
   *
   * @param done when it was done, as they said
   */
  public Verdict of(Step step, Instant done) {
    try {
      return switch (step) {
        case CaptureStep _ ->
            new Verdict.CannotTell(
                "What was captured elsewhere is not in this case: add it as evidence.");
        case NodeStep.CordonNode cordon -> verifier.cordoned(cordon.node());
        case EvacuateStep.EvictPod evict -> gone(List.of(evict.pod()));
        case EvacuateStep.RestartRollout restart -> restarted(restart, done);
        case EvacuateStep.ProveNothingNew proof -> verifier.nothingNew(proof);
        case ContainStep contain -> contained(contain);
        case DisposeStep dispose -> new DisposalCheck(reads).of(dispose);
      };
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  private Verdict contained(ContainStep step) throws PortException {
    return switch (step) {
      case ContainStep.EditFields edit -> edited(edit);
      case ContainStep.MakePolicy(_, var target, var quarantine) ->
          new PolicyCheck(reads).of(target, quarantine);
      case ContainStep.RemovePolicy remove ->
          live(remove.target())
              .filter(now -> now.object().uid().equals(remove.target().uid()))
              .<Verdict>map(_ -> new Verdict.DoesNotHold("It is still there."))
              .orElseGet(() -> new Verdict.Holds("Nothing of this UID is there."));
      case ContainStep.RemoveProbe remove -> gone(List.of(remove.pod()));
      case ContainStep.ProbeIngress _, ContainStep.LookInside _ ->
          new Verdict.CannotTell("What was seen elsewhere is not known here: try again.");
    };
  }

  /** The fields are the means; what they are to bring about is proven too. */
  private Verdict edited(ContainStep.EditFields edit) throws PortException {
    Verdict own = new FieldCheck(reads).of(edit.target(), edit.edits());
    if (!(own instanceof Verdict.Holds)) {
      return own;
    }
    return switch (edit.purpose()) {
      case EXPEL ->
          gone(
              edit.witnesses().stream()
                  .map(pod -> new PodRef(pod.namespace(), pod.name(), pod.uid()))
                  .toList());
      case LEAVE_SERVICES, STRIP_LABELS ->
          Endpoints.now(reads).without(edit.witnesses(), edit.target());
      case CLOSE_SERVICE -> Endpoints.now(reads).without(edit.target(), edit.witnesses());
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

  private Optional<LiveFields> live(ObjectRef target) throws PortException {
    return reads.fields(target, List.of());
  }

  /** A pod that is being deleted counts as gone only when it is. */
  private Verdict gone(List<PodRef> pods) throws PortException {
    List<String> there = new ArrayList<>();
    for (PodRef ref : pods) {
      Optional<Pod> now = reads.pod(ref.namespace(), ref.name());
      if (now.filter(pod -> pod.ref().uid().equals(ref.uid())).isPresent()) {
        there.add(ref.path() + (now.get().status().deleting().isPresent() ? " (leaving)" : ""));
      }
    }
    return there.isEmpty()
        ? new Verdict.Holds("No pod of these UIDs is there any more.")
        : new Verdict.DoesNotHold("Still there: " + String.join(", ", there) + ".");
  }

  private Verdict restarted(EvacuateStep.RestartRollout step, Instant done) throws PortException {
    Optional<Workload> now = reads.workload(step.target());
    if (now.isEmpty()) {
      return new Verdict.DoesNotHold(step.target().spoken() + " is gone.");
    }
    String stamp = now.get().rollout().restartedAt();
    if (stamp.equals(step.formerRestartedAt())) {
      return new Verdict.DoesNotHold("Its template carries no other restart than before.");
    }
    Verdict left = gone(step.leaving());
    return left instanceof Verdict.Holds
        ? new Verdict.Holds(
            "Its template was stamped " + stamp + odd(stamp, done) + ". " + left.text())
        : left;
  }

  /** A stamp long before the time that was told is worth a word: another hand may have set it. */
  private static String odd(String stamp, Instant done) {
    try {
      Instant at = Instant.parse(stamp);
      return at.isBefore(done.minus(1, ChronoUnit.HOURS)) ? ", long before " + done : "";
    } catch (DateTimeParseException notATime) {
      return ", which is no time";
    }
  }
}
