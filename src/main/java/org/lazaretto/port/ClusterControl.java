package org.lazaretto.port;

import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/**
 * Changes a cluster. Each call sends one change at most and is never repeated silently. Where a
 * {@link PortException} says NO_ANSWER the change may have been made; with every other kind it was
 * not. All calls block.
 */
public interface ClusterControl {
  /** Whether the change is really made. */
  enum Mode {
    /** The change is made. */
    REAL,
    /** Server-side dry run ({@code dryRun=All}): everything but the storing. */
    DRY_RUN
  }

  /**
   * Sets {@code spec.unschedulable} of a node, if it still has that UID. Repeating changes nothing.
   *
   * @throws PortException NOT_FOUND if the node is gone or another of that name
   */
  Exchange unschedulable(NodeRef node, boolean value, Mode mode) throws PortException;

  /**
   * Posts an Eviction with the pod's UID as precondition.
   *
   * @throws PortException THROTTLED where a budget refuses (the reason {@code DisruptionBudget}),
   *     NOT_FOUND if the pod is gone, CONFLICT if another pod has its name, SERVER_ERROR under two
   *     budgets
   */
  Exchange evict(PodRef pod, Mode mode) throws PortException;

  /**
   * Sets the template annotation {@code kubectl.kubernetes.io/restartedAt}, if the workload still
   * has that UID.
   *
   * @param stamp the annotation's value, RFC 3339
   */
  Exchange restart(ObjectRef workload, String stamp, Mode mode) throws PortException;
}
