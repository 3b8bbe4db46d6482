package org.lazaretto.plan.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.Visibility;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Command;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Step;

/** A step as a tree of JSON: what it acts on, and everything that is said about it. */
final class StepWriter {
  private StepWriter() {}

  static ObjectNode tree(ClusterIdentity cluster, Step step) {
    Card card = Cards.of(cluster, step);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", step.id().toString());
    node.put("action", Actions.word(step));
    node.set("target", PlanWriter.ref(step.target()));
    node.set("with", with(step));
    node.put("title", card.title());
    command(node, card.command());
    node.put("rationale", card.rationale());
    node.put("playbook", card.playbook().toString());
    node.put("permission", card.permission().spoken());
    node.set(
        "visibility",
        PlanWriter.texts(card.visibility().stream().sorted().map(Visibility::word).toList()));
    node.set(
        "destroys",
        PlanWriter.texts(Card.destroys(step).stream().sorted().map(EvidenceClass::id).toList()));
    node.put("proof", card.proof());
    node.set("inverse", inverse(Cards.inverse(cluster, step)));
    return node;
  }

  /** What the step needs besides its target: former values above all. */
  private static ObjectNode with(Step step) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (step) {
      case CaptureStep.KeepResponse(_, _, var suspect, var what, var path) -> {
        node.set("suspect", PlanWriter.pod(suspect));
        node.put("what", what);
        node.put("path", path);
      }
      case NodeStep.CordonNode(_, _, var former) -> node.put("formerUnschedulable", former);
      case EvacuateStep.EvictPod(_, _, var from, var workload, var drain) -> {
        node.set("node", node(from));
        node.set("workload", PlanWriter.ref(workload));
        drain.ifPresent(d ->
            node.putObject("drain")
                .put("selector", d.selector())
                .put("emptyDir", d.emptyDir())
                .put("bare", d.bare()));
      }
      case EvacuateStep.RestartRollout(_, _, var former, var leaving) -> {
        node.put("formerRestartedAt", former);
        ArrayNode pods = node.putArray("leaving");
        leaving.forEach(pod -> pods.add(PlanWriter.pod(pod)));
      }
      case EvacuateStep.ProveNothingNew(_, _, var mayStay) ->
          node.set("mayStay", PlanWriter.texts(mayStay));
      case ContainStep contain -> ContainSteps.with(node, contain);
      case DisposeStep dispose -> DisposeSteps.with(node, dispose);
    }
    return node;
  }

  private static ObjectNode node(NodeRef ref) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", ref.name());
    node.put("uid", ref.uid());
    return node;
  }

  private static void command(ObjectNode node, Command command) {
    node.set("command", PlanWriter.texts(command.words()));
    command.input().ifPresent(input -> node.put("input", input));
  }

  private static ObjectNode inverse(Inverse inverse) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (inverse) {
      case Inverse.Exact(var command, var restores) -> {
        node.put("kind", "exact");
        command(node, command);
        node.put("text", restores);
      }
      case Inverse.Compensating(var command, var staysDifferent) -> {
        node.put("kind", "compensating");
        command(node, command);
        node.put("text", staysDifferent);
      }
      case Inverse.None(var why) -> {
        node.put("kind", "none");
        node.put("text", why);
      }
    }
    return node;
  }
}
