package org.lazaretto.plan;

import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;

/** Steps that end suspects, or what would bring them back. What they end does not come back. */
public sealed interface DisposeStep extends Step {
  /** The pods that end by it. */
  List<PodRef> losing();

  /**
   * Deletes one pod, by UID.
   *
   * @param owner what made it and makes another one; the pod itself if nothing does
   */
  record DeletePod(StepId id, PodRef pod, ObjectRef owner) implements DisposeStep {
    @Override
    public ObjectRef target() {
      return pod.object();
    }

    @Override
    public List<PodRef> losing() {
      return List.of(pod);
    }
  }

  /**
   * Deletes a workload, by UID.
   *
   * @param propagation what becomes of what it owns
   * @param losing the pods that end with it; none if they are orphaned
   */
  record DeleteOwner(StepId id, ObjectRef target, Propagation propagation, List<PodRef> losing)
      implements DisposeStep {
    /** Copies what it is given. */
    public DeleteOwner {
      losing = List.copyOf(losing);
    }
  }

  /** Deletes a Secret that holds a token, by UID; what it holds is never read. */
  record DeleteToken(StepId id, ObjectRef target) implements DisposeStep {
    @Override
    public List<PodRef> losing() {
      return List.of();
    }
  }

  /**
   * Sets a workload's replicas to 0.
   *
   * @param former how many it wanted before
   * @param losing all of its pods
   */
  record ScaleToZero(StepId id, ObjectRef target, int former, List<PodRef> losing)
      implements DisposeStep {
    /** Copies what it is given. */
    public ScaleToZero {
      losing = List.copyOf(losing);
    }
  }
}
