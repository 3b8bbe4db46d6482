package org.lazaretto.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.JsonText;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Step;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** What really stands in a practice cluster, past its API. */
record Scene(ObjectStore store) {
  /** Whether what a step is for is so. */
  boolean stands(Step step) {
    return switch (step) {
      case NodeStep.CordonNode cordon ->
          tree(cordon.node().object()).at("/spec/unschedulable").asBoolean();
      case ContainStep.EditFields edit -> there(edit.target()) && edited(edit);
      case ContainStep.MakePolicy make -> there(make.target());
      case ContainStep.RemoveProbe remove -> gone(List.of(remove.pod()));
      case ContainStep.RemovePolicy remove -> !there(remove.target());
      case EvacuateStep.EvictPod evict -> gone(List.of(evict.pod()));
      case EvacuateStep.RestartRollout restart -> gone(restart.leaving());
      case EvacuateStep.ProveNothingNew proof ->
          store.podsOnNode(proof.node().name()).stream()
              .allMatch(pod -> proof.mayStay().contains(pod.uid()));
      case DisposeStep.DeletePod delete -> gone(delete.losing());
      case DisposeStep.DeleteOwner delete -> !there(delete.target()) && gone(delete.losing());
      case DisposeStep.DeleteToken delete -> !there(delete.target());
      case DisposeStep.ScaleToZero scale ->
          tree(scale.target()).at("/spec/replicas").asInt(-1) == 0 && gone(scale.losing());
      case DisposeStep.RestartContainer restart -> restarts(restart.target()) > restart.restarts();
      case ContainStep.ProbeIngress probe -> asked(probe.pod().object(), probe.after());
      case ContainStep.LookInside look -> asked(look.pod().object(), look.after());
      default -> throw new IllegalArgumentException("no trial is about " + step);
    };
  }

  /** Whether the object of that UID is there; a UID that is not known yet is any. */
  boolean there(ObjectRef ref) {
    return stored(ref)
        .filter(now -> ref.uid().isEmpty() || now.uid().equals(ref.uid()))
        .isPresent();
  }

  Optional<Stored> stored(ObjectRef ref) {
    return ResourceTypes.ofKind(ref.apiVersion(), ref.kind())
        .flatMap(type -> store.get(type, ref.namespace(), ref.name()));
  }

  /** What tries whether a pod can be reached can only be content once the pod is shut off. */
  private boolean asked(ObjectRef pod, boolean after) {
    if (!after) {
      return true;
    }
    boolean shut =
        tree(pod).at("/metadata/labels").has(Quarantine.KEY)
            && !store.list(ResourceTypes.NETWORK_POLICIES, Optional.of(pod.namespace())).stream()
                .filter(policy -> policy.name().startsWith("lazaretto-"))
                .toList()
                .isEmpty();
    return !there(pod) || shut;
  }

  /** Of its only container. */
  private int restarts(ObjectRef pod) {
    return tree(pod).at("/status/containerStatuses/0/restartCount").asInt();
  }

  private JsonNode tree(ObjectRef ref) {
    return stored(ref).<JsonNode>map(Stored::tree).orElse(MissingNode.getInstance());
  }

  private boolean gone(Collection<PodRef> pods) {
    return pods.stream().noneMatch(pod -> there(pod.object()));
  }

  private boolean edited(ContainStep.EditFields step) {
    JsonNode now = tree(step.target());
    return step.edits().stream().allMatch(edit -> is(edit, now.at(edit.pointer())));
  }

  private static boolean is(FieldEdit edit, JsonNode now) {
    return switch (edit) {
      case FieldEdit.Value(_, _, var wanted) ->
          wanted
              .map(value -> !now.isMissingNode() && JsonText.same(now.toString(), value))
              .orElse(now.isMissingNode());
      case FieldEdit.Item(_, var item, var add) ->
          (!now.isMissingNode() && JsonText.contains(now.toString(), item)) == add;
    };
  }
}
