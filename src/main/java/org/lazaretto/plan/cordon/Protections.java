package org.lazaretto.plan.cordon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.Node;
import org.lazaretto.model.Taint;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.JsonText;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.TaintWords;

/**
 * What protects a cordoned node: a label, notes for autoscalers, a taint. What is so is no step.
 */
final class Protections {
  private static final List<String> HOLDS =
      List.of(
          "cluster-autoscaler.kubernetes.io/scale-down-disabled", "karpenter.sh/do-not-disrupt");
  private static final Taint TAINT = new Taint(Quarantine.KEY, "suspected", "NoSchedule");

  private Protections() {}

  static void add(List<Step> steps, Node node, Protection protection, Set<String> suspected) {
    if (protection.label()) {
      Optional<String> former = Optional.ofNullable(node.labels().get(Protection.LABEL));
      edit(
          steps,
          node,
          Purpose.QUARANTINE_NODE,
          edits(FieldEdit.label(Protection.LABEL), former, Protection.LABELLED));
    }
    if (protection.holds()) {
      List<FieldEdit> edits = new ArrayList<>();
      for (String key : HOLDS) {
        Optional<String> former = Optional.ofNullable(node.state().notes().get(key));
        edits.addAll(edits(FieldEdit.annotation(key), former, "true"));
      }
      edit(steps, node, Purpose.HOLD_NODE, edits);
    }
    boolean wanted =
        switch (protection.taint()) {
          case ALWAYS -> true;
          case SUSPECTED -> suspected.contains(node.ref().name());
          case NEVER -> false;
        };
    if (wanted && !node.taints().contains(TAINT)) {
      FieldEdit taint = new FieldEdit.Item("/spec/taints", TaintWords.json(TAINT), true);
      edit(steps, node, Purpose.TAINT_NODE, List.of(taint));
    }
  }

  private static List<FieldEdit> edits(String pointer, Optional<String> former, String wanted) {
    return former.equals(Optional.of(wanted))
        ? List.of()
        : List.of(
            new FieldEdit.Value(
                pointer, former.map(JsonText::of), Optional.of(JsonText.of(wanted))));
  }

  private static void edit(List<Step> steps, Node node, Purpose purpose, List<FieldEdit> edits) {
    if (!edits.isEmpty()) {
      steps.add(
          new ContainStep.EditFields(
              new StepId(steps.size() + 1), node.object(), purpose, edits, List.of()));
    }
  }
}
