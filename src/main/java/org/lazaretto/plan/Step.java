package org.lazaretto.plan;

import org.lazaretto.model.ObjectRef;

/**
 * One change, one capture or one proof. A step holds what acting needs and the former values that
 * its inverse needs; everything that is said about it (command, rationale, inverse, …) is derived
 * by one exhaustive switch per family.
 */
public sealed interface Step permits CaptureStep, NodeStep, EvacuateStep, ContainStep, DisposeStep {
  /** Its place in the plan. */
  StepId id();

  /** The object it touches or reads. */
  ObjectRef target();
}
