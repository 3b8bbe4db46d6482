package org.lazaretto.plan.capture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** The captures so far; a path that was asked for before is not asked for again. */
final class Captures {
  private final Set<String> paths = new LinkedHashSet<>();
  private final List<Step> steps = new ArrayList<>();

  /** Whether it is new. */
  boolean add(PodRef suspect, ObjectRef target, String what, String path) {
    if (!paths.add(path)) {
      return false;
    }
    StepId id = new StepId(steps.size() + 1);
    steps.add(new CaptureStep.KeepResponse(id, target, suspect, what, path));
    return true;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }
}
