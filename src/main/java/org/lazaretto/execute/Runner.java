package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Journal;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Carries out an approved plan: for each step the intent on disk, the act, the outcome on disk,
 * then a fresh read. Captures and proofs run one after another; cordons, and evictions and
 * restarts, run beside each other. If the journal cannot be written nothing further is sent.
 */
public final class Runner {
  private final ClusterReads reads;
  private final Journal journal;
  private final Lanes lanes;
  private final Captures captures;
  private final Cordons cordons;
  private final Departures departures;
  private final Containments containments;
  private final Disposals disposals;
  private final Prober prober;
  private final Looks looks;
  private final Verifier verifier;

  /**
   * A runner for one cluster and one case.
   *
   * @param tool this product and its version, for the custody record
   */
  public Runner(
      ClusterReads reads, ClusterControl control, Journal journal, Timing timing, String tool) {
    this.reads = reads;
    this.journal = journal;
    this.lanes = new Lanes(timing);
    this.captures = new Captures(reads, timing, tool);
    Sender sender = new Sender(lanes, timing);
    this.cordons = new Cordons(reads, control, sender);
    this.departures = new Departures(reads, control, timing, lanes, sender);
    this.containments = new Containments(reads, control, sender, timing);
    this.disposals = new Disposals(reads, control, sender, timing);
    this.prober = new Prober(reads, control, sender, timing);
    this.looks = new Looks(reads, control, sender, timing, tool);
    this.verifier = new Verifier(reads);
  }

  /**
   * Runs the plan and blocks until every step that was sent is followed to its end. Call it from
   * one thread at a time.
   */
  public RunResult run(
      Plan plan, Approval approval, RunListener listener, Cancellation cancellation) {
    Run run = new Run(plan, approval, journal, listener, cancellation);
    Optional<RunResult> barred = barred(plan, approval);
    if (barred.isPresent()) {
      run.barred(barred.get());
      return barred.get();
    }
    batches(plan.steps()).forEach(batch -> batch(run, batch));
    run.proofs().told(run).forEach(run::write);
    return run.end();
  }

  private Optional<RunResult> barred(Plan plan, Approval approval) {
    if (!approval.fingerprint().equals(plan.fingerprint())) {
      return Optional.of(new RunResult.Held(List.of("The approval is for another plan.")));
    }
    try {
      return reads.identity().uid().equals(plan.cluster().uid())
          ? Optional.empty()
          : Optional.of(
              new RunResult.Held(List.of("T-42: the plan was made for another cluster.")));
    } catch (PortException e) {
      return Optional.of(new RunResult.NoAccess(List.of(), Refusals.words(e)));
    }
  }

  private void batch(Run run, List<Step> batch) {
    switch (batch.getFirst()) {
      case CaptureStep.KeepResponse keep -> captures.capture(run, keep);
      case NodeStep.CordonNode _ ->
          lanes
              .all(only(batch, NodeStep.CordonNode.class), step -> cordons.cordon(run, step))
              .join();
      case EvacuateStep.EvictPod _, EvacuateStep.RestartRollout _ ->
          departures.all(run, only(batch, EvacuateStep.class));
      case EvacuateStep.ProveNothingNew prove -> prove(run, prove);
      case ContainStep contain -> contain(run, contain);
      case DisposeStep dispose -> disposals.dispose(run, dispose);
    }
  }

  private void contain(Run run, ContainStep step) {
    switch (step) {
      case ContainStep.EditFields edit -> containments.edit(run, edit);
      case ContainStep.MakePolicy make -> containments.make(run, make);
      case ContainStep.RemovePolicy remove -> containments.remove(run, remove);
      case ContainStep.RemoveProbe remove -> prober.remove(run, remove);
      case ContainStep.ProbeIngress probe -> prober.probe(run, probe);
      case ContainStep.LookInside look -> looks.look(run, look);
    }
  }

  private void prove(Run run, EvacuateStep.ProveNothingNew step) {
    if (!run.intends(step)) {
      run.skipped(step, "It was not sent.");
      return;
    }
    Verdict verdict = verifier.nothingNew(step);
    run.ended(
        step,
        verdict instanceof Verdict.CannotTell(var reason)
            ? Act.failed(reason)
            : Act.of(new StepOutcome.Done("The node's pods were listed.")));
    run.verified(step, verdict);
  }

  /** Steps that may be under way together; everything else stands alone. */
  private static List<List<Step>> batches(List<Step> steps) {
    List<List<Step>> batches = new ArrayList<>();
    Lane last = Lane.ALONE;
    for (Step step : steps) {
      Lane lane = lane(step);
      if (lane == Lane.ALONE || lane != last) {
        batches.add(new ArrayList<>());
      }
      batches.getLast().add(step);
      last = lane;
    }
    return batches;
  }

  private enum Lane {
    ALONE,
    CORDONS,
    DEPARTURES
  }

  private static Lane lane(Step step) {
    return switch (step) {
      case CaptureStep.KeepResponse _,
          EvacuateStep.ProveNothingNew _,
          ContainStep _,
          DisposeStep _ ->
          Lane.ALONE;
      case NodeStep.CordonNode _ -> Lane.CORDONS;
      case EvacuateStep.EvictPod _, EvacuateStep.RestartRollout _ -> Lane.DEPARTURES;
    };
  }

  private static <T> List<T> only(List<Step> batch, Class<T> type) {
    return batch.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
