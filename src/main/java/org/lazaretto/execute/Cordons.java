package org.lazaretto.execute;

import org.lazaretto.model.StepOutcome;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** Cordons nodes and reads each of them again. */
final class Cordons {
  private final ClusterReads reads;
  private final ClusterControl control;
  private final Sender sender;
  private final Verifier verifier;

  Cordons(ClusterReads reads, ClusterControl control, Sender sender) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.verifier = new Verifier(reads);
  }

  void cordon(Run run, CordonNode step) {
    sender
        .send(run, step, () -> act(step))
        .filter(Act::effectPossible)
        .ifPresent(_ -> run.verified(step, verifier.cordoned(step.node())));
  }

  private Act act(CordonNode step) throws PortException {
    if (step.formerUnschedulable() && already(step)) {
      return Act.of(new StepOutcome.AlreadySo("It was unschedulable before."));
    }
    return Act.done(
        "spec.unschedulable was set",
        control.unschedulable(step.node(), true, ClusterControl.Mode.REAL));
  }

  /** False where that cannot be read: a cordon that is sent twice does no harm. */
  private boolean already(CordonNode step) {
    try {
      return reads
          .node(step.node().name())
          .filter(node -> node.ref().equals(step.node()) && node.unschedulable())
          .isPresent();
    } catch (PortException unread) {
      return false;
    }
  }
}
