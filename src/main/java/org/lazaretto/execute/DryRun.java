package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.model.Propagation;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.ProbePod;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.PortException;

/**
 * Sends every changing step of a plan with {@code dryRun=All}: the server checks rights, admission
 * and preconditions, and stores nothing.
 */
public final class DryRun {
  private static final String SAMPLE_STAMP = "2000-01-01T00:00:00Z";

  private final ClusterControl control;
  private final Lanes lanes;

  /** Rehearses on that cluster, one step after another. */
  public DryRun(ClusterControl control) {
    this(control, new Lanes(Runnable::run, 1));
  }

  /** Rehearses on that cluster, as many steps at once as changes may be in flight. */
  public DryRun(ClusterControl control, Timing timing) {
    this(control, new Lanes(timing));
  }

  private DryRun(ClusterControl control, Lanes lanes) {
    this.control = control;
    this.lanes = lanes;
  }

  /** One answer for each changing step, in the plan's order. */
  public List<Rehearsal> of(Plan plan) {
    Map<StepId, Answer> answers = new ConcurrentHashMap<>();
    lanes
        .all(
            plan.steps(),
            step ->
                lanes
                    .inSlot(() -> answer(step))
                    .ifPresent(answer -> answers.put(step.id(), answer)))
        .join();
    List<Rehearsal> rehearsals = new ArrayList<>();
    for (Step step : plan.steps()) {
      Optional.ofNullable(answers.get(step.id()))
          .ifPresent(answer -> rehearsals.add(new Rehearsal(step, answer)));
    }
    return rehearsals;
  }

  private Optional<Answer> answer(Step step) {
    try {
      return send(step) ? Optional.of(new Answer.Accepted()) : Optional.empty();
    } catch (PortException e) {
      return Optional.of(answer(e));
    }
  }

  /** False for steps that only read, and for what no server can rehearse. */
  private boolean send(Step step) throws PortException {
    switch (step) {
      case NodeStep.CordonNode cordon -> control.unschedulable(cordon.node(), true, Mode.DRY_RUN);
      case EvacuateStep.EvictPod evict -> control.evict(evict.pod(), Mode.DRY_RUN);
      case EvacuateStep.RestartRollout restart ->
          control.restart(restart.target(), SAMPLE_STAMP, Mode.DRY_RUN);
      case ContainStep.LookInside _ -> {
        return false;
      }
      case ContainStep contain -> send(contain);
      case DisposeStep dispose -> {
        return send(dispose);
      }
      case CaptureStep _, EvacuateStep.ProveNothingNew _ -> {
        return false;
      }
    }
    return true;
  }

  private void send(ContainStep step) throws PortException {
    switch (step) {
      case ContainStep.EditFields edit -> control.edit(edit.target(), edit.edits(), Mode.DRY_RUN);
      case ContainStep.MakePolicy(_, var target, var quarantine) ->
          control.create(target, Quarantine.manifest(target, quarantine), Mode.DRY_RUN);
      case ContainStep.RemovePolicy(_, var target, _) ->
          control.delete(target, Propagation.BACKGROUND, Mode.DRY_RUN);
      case ContainStep.RemoveProbe remove ->
          control.delete(remove.target(), Propagation.BACKGROUND, Mode.DRY_RUN);
      case ContainStep.ProbeIngress probe ->
          control.create(
              ProbePod.place(probe.pod().namespace()), ProbePod.manifest(probe), Mode.DRY_RUN);
      case ContainStep.LookInside _ -> {}
    }
  }

  /** False for what the server cannot rehearse: a command in a container, a deed on a node. */
  private boolean send(DisposeStep step) throws PortException {
    switch (step) {
      case DisposeStep.RestartContainer _, DisposeStep.OnNode _ -> {
        return false;
      }
      case DisposeStep.DeletePod(_, var pod, _) ->
          control.delete(pod.object(), Propagation.BACKGROUND, Mode.DRY_RUN);
      case DisposeStep.DeleteOwner(_, var target, var propagation, _) ->
          control.delete(target, propagation, Mode.DRY_RUN);
      case DisposeStep.DeleteToken(_, var target) ->
          control.delete(target, Propagation.BACKGROUND, Mode.DRY_RUN);
      case DisposeStep.ScaleToZero scale ->
          control.edit(scale.target(), List.of(Disposals.edit(scale)), Mode.DRY_RUN);
    }
    return true;
  }

  private static Answer answer(PortException e) {
    String words = Refusals.words(e);
    return switch (e.kind()) {
      case THROTTLED ->
          e.answer().reason().equals("DisruptionBudget")
              ? new Answer.BudgetRefusesNow(words)
              : new Answer.CannotTell(words);
      case UNREACHABLE, NO_ANSWER, LOCAL -> new Answer.CannotTell(words);
      case SERVER_ERROR ->
          Refusals.underTwoBudgets(e) ? new Answer.Refused(words) : new Answer.CannotTell(words);
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID, GONE -> new Answer.Refused(words);
    };
  }

  /** What the server says of one step. */
  public record Rehearsal(Step step, Answer answer) {}

  /** An answer to a dry run. */
  public sealed interface Answer {
    /** It would be stored as things are now. */
    record Accepted() implements Answer {}

    /** A budget would refuse it now; the run waits for the budget (T-18). */
    record BudgetRefusesNow(String words) implements Answer {}

    /** It would be refused, in the server's words. */
    record Refused(String words) implements Answer {}

    /** The server could not be asked, or said nothing of use. */
    record CannotTell(String reason) implements Answer {}

    /** The word in tables. */
    default String word() {
      return switch (this) {
        case Accepted _ -> "accepted";
        case BudgetRefusesNow _ -> "budget refuses now";
        case Refused _ -> "refused";
        case CannotTell _ -> "cannot tell";
      };
    }
  }
}
