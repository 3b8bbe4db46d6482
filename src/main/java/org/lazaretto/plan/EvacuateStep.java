package org.lazaretto.plan;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/** Steps that move clean applications away from a suspect's node. */
public sealed interface EvacuateStep extends Step {
  /**
   * Evicts one pod through the eviction API, with its UID as a precondition.
   *
   * @param node the node it leaves
   * @param workload the workload at the top of its owner chain; the pod itself if it has none
   * @param drain the command that does this for all pods which leave the node by a drain; empty if
   *     it is evicted singly
   */
  record EvictPod(StepId id, PodRef pod, NodeRef node, ObjectRef workload, Optional<Drain> drain)
      implements EvacuateStep {
    /** Evicted singly. */
    public EvictPod(StepId id, PodRef pod, NodeRef node, ObjectRef workload) {
      this(id, pod, node, workload, Optional.empty());
    }

    @Override
    public ObjectRef target() {
      return pod.object();
    }
  }

  /**
   * Restarts a workload's rollout by the template annotation that {@code kubectl rollout restart}
   * sets.
   *
   * @param formerRestartedAt the annotation's value when the plan was made; empty if absent
   * @param leaving the pods that stand on the nodes to be emptied
   */
  record RestartRollout(StepId id, ObjectRef target, String formerRestartedAt, List<PodRef> leaving)
      implements EvacuateStep {
    /** Copies what it is given. */
    public RestartRollout {
      leaving = List.copyOf(leaving);
    }
  }

  /**
   * Proves, over all namespaces, that nothing new was placed on the node (C-P-01, step 5).
   *
   * @param mayStay UIDs of the pods that the plan leaves there or that leave it by a step
   */
  record ProveNothingNew(StepId id, NodeRef node, List<String> mayStay) implements EvacuateStep {
    /** Copies what it is given. */
    public ProveNothingNew {
      mayStay = List.copyOf(mayStay);
    }

    @Override
    public ObjectRef target() {
      return node.object();
    }
  }
}
