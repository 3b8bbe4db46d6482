package org.lazaretto.consequence;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.StepId;

/**
 * A pod that a step of the plan takes away.
 *
 * @param restarted whether a rollout restart replaces it; else it is evicted
 * @param workload the top of its owner chain, where it is observed
 * @param budgets the budgets that cover it
 */
record Moved(
    Pod pod, StepId step, boolean restarted, Optional<Workload> workload, List<Budget> budgets) {
  ObjectRef object() {
    return pod.object();
  }

  boolean ofJob() {
    return pod.controller().map(owner -> owner.kind().equals("Job")).orElse(false);
  }
}
