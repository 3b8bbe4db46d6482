package org.lazaretto.plan.json;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Drain;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Wizard;

/** Rebuilds a step from its action, its target and its former values. */
final class StepReader {
  private static final Pattern API_PATH =
      Pattern.compile("/(api/v1|apis/[a-z0-9.-]+/v[a-z0-9]+)(/[^/?#\\s]++)++(\\?[^#\\s]*)?");

  private static final int LONGEST_PATH = 2_000;

  private StepReader() {}

  /** A wizard's plan may hold that wizard's actions only. */
  static Step step(Wizard wizard, StepId id, Fields fields) throws PlanFormatException {
    ObjectRef target = PlanReader.ref(fields.object("target"));
    Fields with = fields.object("with");
    String action = fields.text("action");
    return switch (wizard.word() + " " + action) {
      case "freeze keep-response" -> keep(id, target, with);
      case "cordon cordon-node" ->
          new NodeStep.CordonNode(id, node(fields, target), with.flag("formerUnschedulable"));
      case "evacuate evict-pod" -> evict(id, pod(fields, target), with);
      case "evacuate restart-rollout" ->
          new EvacuateStep.RestartRollout(
              id, target, with.text("formerRestartedAt"), PlanReader.pods(with, "leaving"));
      case "evacuate prove-nothing-new" ->
          new EvacuateStep.ProveNothingNew(id, node(fields, target), with.texts("mayStay"));
      default ->
          switch (wizard) {
            case RECOVER ->
                action.equals("node-resume")
                    ? DisposeSteps.read(id, target, fields)
                    : ContainSteps.read(id, target, fields);
            case CORDON, ISOLATE, EVACUATE -> ContainSteps.read(id, target, fields);
            case CREDENTIALS ->
                fields.text("action").equals("delete-token")
                    ? DisposeSteps.read(id, target, fields)
                    : ContainSteps.read(id, target, fields);
            case DISPOSE -> DisposeSteps.read(id, target, fields);
            case FREEZE -> throw fields.wrongValue("action");
          };
    };
  }

  private static Step keep(StepId id, ObjectRef target, Fields with) throws PlanFormatException {
    String path = with.text("path");
    if (path.length() > LONGEST_PATH || !API_PATH.matcher(path).matches()) {
      throw with.wrongValue("path");
    }
    PodRef suspect = PlanReader.pod(with.object("suspect"));
    return new CaptureStep.KeepResponse(id, target, suspect, with.text("what"), path);
  }

  private static Step evict(StepId id, PodRef pod, Fields with) throws PlanFormatException {
    Fields from = with.object("node");
    NodeRef node = new NodeRef(from.text("name"), from.text("uid"));
    ObjectRef workload = PlanReader.ref(with.object("workload"));
    return with.has("drain")
        ? new EvacuateStep.EvictPod(id, pod, node, workload, Optional.of(drain(with)))
        : new EvacuateStep.EvictPod(id, pod, node, workload);
  }

  private static Drain drain(Fields with) throws PlanFormatException {
    Fields drain = with.object("drain");
    String selector = drain.text("selector");
    if (!Drain.valid(selector)) {
      throw drain.wrongValue("selector");
    }
    return new Drain(selector, drain.flag("emptyDir"), drain.flag("bare"));
  }

  private static NodeRef node(Fields fields, ObjectRef target) throws PlanFormatException {
    NodeRef node = new NodeRef(target.name(), target.uid());
    if (!node.object().equals(target)) {
      throw fields.wrongValue("target");
    }
    return node;
  }

  static PodRef pod(Fields fields, ObjectRef target) throws PlanFormatException {
    PodRef pod = new PodRef(target.namespace(), target.name(), target.uid());
    if (!pod.object().equals(target)) {
      throw fields.wrongValue("target");
    }
    return pod;
  }
}
