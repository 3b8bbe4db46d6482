package org.lazaretto.plan;

import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;

/** Steps that change a node. */
public sealed interface NodeStep extends Step {
  /** The node. */
  NodeRef node();

  @Override
  default ObjectRef target() {
    return node().object();
  }

  /**
   * Sets {@code spec.unschedulable}.
   *
   * @param formerUnschedulable its value when the plan was made
   */
  record CordonNode(StepId id, NodeRef node, boolean formerUnschedulable) implements NodeStep {}
}
