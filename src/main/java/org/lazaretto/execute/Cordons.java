package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.model.Node;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Cordons nodes and reads each of them again. */
final class Cordons {
  private final ClusterReads reads;
  private final ClusterControl control;
  private final Verifier verifier;

  Cordons(ClusterReads reads, ClusterControl control) {
    this.reads = reads;
    this.control = control;
    this.verifier = new Verifier(reads);
  }

  void cordon(Run run, CordonNode step) {
    if (!run.intends(step)) {
      run.skipped(step, "It was not sent.");
      return;
    }
    Act act = act(step);
    run.ended(step, act);
    if (effectPossible(act)) {
      run.verified(step, verifier.cordoned(step.node()));
    }
  }

  private Act act(CordonNode step) {
    try {
      if (step.formerUnschedulable() && already(step)) {
        return Act.of(new StepOutcome.AlreadySo("It was unschedulable before."));
      }
      return Act.done(
          "spec.unschedulable was set",
          control.unschedulable(step.node(), true, ClusterControl.Mode.REAL));
    } catch (PortException e) {
      return Refusals.act(e);
    }
  }

  private boolean already(CordonNode step) throws PortException {
    Optional<Node> node = reads.node(step.node().name());
    return node.isPresent() && node.get().ref().equals(step.node()) && node.get().unschedulable();
  }

  /** A server that says that it failed may have failed after it stored the change. */
  static boolean effectPossible(Act act) {
    return switch (act.outcome()) {
      case StepOutcome.Done _, StepOutcome.AlreadySo _, StepOutcome.Unknown _ -> true;
      case StepOutcome.Failed _ -> act.trouble() == Act.Trouble.STEP;
      case StepOutcome.Refused _, StepOutcome.NotStarted _ -> false;
    };
  }
}
