package org.lazaretto.plan.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;
import org.lazaretto.plan.ContainerId;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.NodeDeed;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** The steps that end suspects, to JSON and back. */
final class DisposeSteps {
  private DisposeSteps() {}

  static void with(ObjectNode node, DisposeStep step) {
    switch (step) {
      case DisposeStep.DeletePod(_, _, var owner) -> node.set("owner", PlanWriter.ref(owner));
      case DisposeStep.DeleteOwner(_, _, var propagation, var losing) -> {
        node.put("propagation", propagation.word());
        pods(node, losing);
      }
      case DisposeStep.DeleteToken _ -> {}
      case DisposeStep.RestartContainer(_, _, var container, var restarts, var policy) -> {
        node.put("container", container);
        node.put("restarts", restarts);
        node.put("restartPolicy", policy);
      }
      case DisposeStep.OnNode(_, _, var place, var container, var runtime, _) -> {
        node.put("node", place);
        node.put("container", container.name());
        node.put("restartPolicy", container.restartPolicy());
        node.put("probed", container.probed());
        node.put("containerId", runtime.toString());
      }
      case DisposeStep.ScaleToZero(_, _, var former, var losing) -> {
        node.put("former", former);
        pods(node, losing);
      }
    }
  }

  private static void pods(ObjectNode node, List<PodRef> losing) {
    ArrayNode pods = node.putArray("losing");
    losing.forEach(pod -> pods.add(PlanWriter.pod(pod)));
  }

  static Step read(StepId id, ObjectRef target, Fields fields) throws PlanFormatException {
    Fields with = fields.object("with");
    return switch (fields.text("action")) {
      case "delete-pod" ->
          new DisposeStep.DeletePod(
              id, StepReader.pod(fields, target), PlanReader.ref(with.object("owner")));
      case "delete-owner" ->
          new DisposeStep.DeleteOwner(
              id, target, propagation(with), PlanReader.pods(with, "losing"));
      case "restart-container" ->
          new DisposeStep.RestartContainer(
              id,
              StepReader.pod(fields, target),
              with.text("container"),
              with.number("restarts"),
              with.text("restartPolicy"));
      case "node-stop" -> onNode(id, StepReader.pod(fields, target), with, NodeDeed.STOP);
      case "node-kill" -> onNode(id, StepReader.pod(fields, target), with, NodeDeed.KILL);
      case "node-remove" -> onNode(id, StepReader.pod(fields, target), with, NodeDeed.REMOVE);
      case "node-pause" -> onNode(id, StepReader.pod(fields, target), with, NodeDeed.PAUSE);
      case "node-resume" -> onNode(id, StepReader.pod(fields, target), with, NodeDeed.RESUME);
      case "delete-token" -> new DisposeStep.DeleteToken(id, target);
      case "scale-to-zero" ->
          new DisposeStep.ScaleToZero(
              id, target, with.number("former"), PlanReader.pods(with, "losing"));
      default -> throw fields.wrongValue("action");
    };
  }

  private static Step onNode(StepId id, PodRef pod, Fields with, NodeDeed deed)
      throws PlanFormatException {
    DisposeStep.Kept container =
        new DisposeStep.Kept(
            with.text("container"), with.text("restartPolicy"), with.flag("probed"));
    ContainerId runtime =
        ContainerId.of(with.text("containerId"))
            .filter(known -> known.command(deed).isPresent())
            .orElseThrow(() -> with.wrongValue("containerId"));
    return new DisposeStep.OnNode(id, pod, with.text("node"), container, runtime, deed);
  }

  private static Propagation propagation(Fields with) throws PlanFormatException {
    for (Propagation propagation : Propagation.values()) {
      if (propagation.word().equals(with.text("propagation"))) {
        return propagation;
      }
    }
    throw with.wrongValue("propagation");
  }
}
