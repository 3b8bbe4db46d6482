package org.lazaretto.plan;

import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Propagation;

/** Steps that end suspects, or what would bring them back. What they end does not come back. */
public sealed interface DisposeStep extends Step {
  /** The pods that end by it. */
  List<PodRef> losing();

  /** The pods of which something ends by it. */
  default List<PodRef> touching() {
    return losing();
  }

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
   * Has a container's first process told to end, from inside ({@code kill 1}), so that its node
   * starts the container again. The pod stays.
   *
   * @param container which of its containers
   * @param restarts its restart count when it was planned
   * @param restartPolicy of the pod
   */
  record RestartContainer(
      StepId id, PodRef pod, String container, int restarts, String restartPolicy)
      implements DisposeStep {
    @Override
    public ObjectRef target() {
      return pod.object();
    }

    @Override
    public List<PodRef> losing() {
      return List.of();
    }

    @Override
    public List<PodRef> touching() {
      return List.of(pod);
    }
  }

  /**
   * Something that Kubernetes cannot do: somebody does it to a container on its node, by hand.
   *
   * @param node the node's name
   * @param container the container and how its node keeps it
   * @param runtime by which id its runtime knows it
   */
  record OnNode(
      StepId id, PodRef pod, String node, Kept container, ContainerId runtime, NodeDeed deed)
      implements DisposeStep {
    @Override
    public ObjectRef target() {
      return pod.object();
    }

    @Override
    public List<PodRef> losing() {
      return List.of();
    }

    @Override
    public List<PodRef> touching() {
      return List.of(pod);
    }
  }

  /**
   * A container and what its node does when it ends.
   *
   * @param restartPolicy of its pod
   * @param probed whether a liveness probe restarts it when it no longer answers
   */
  record Kept(String name, String restartPolicy, boolean probed) {
    /** Whether its node starts it again when it was killed. */
    public boolean comesBack() {
      return !restartPolicy.equals("Never");
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
