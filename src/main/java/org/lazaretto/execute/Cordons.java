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

  private boolean already(CordonNode step) throws PortException {
    Optional<Node> node = reads.node(step.node().name());
    return node.isPresent() && node.get().ref().equals(step.node()) && node.get().unschedulable();
  }
}
