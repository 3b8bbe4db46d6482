package org.lazaretto.plan.evacuate;

import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Taint;
import org.lazaretto.plan.TaintWords;

/** The taint that drives pods from a node, and what stands it. */
final class Expulsion {
  private static final Taint TAINT = new Taint("lazaretto.org/evacuate", "true", "NoExecute");

  private Expulsion() {}

  /** Whether the taint would delete the pod; a static pod's node sees to it itself. */
  static boolean deletes(Pod pod) {
    return pod.active()
        && !pod.mirror()
        && pod.status().deleting().isEmpty()
        && pod.shape().placement().tolerations().stream()
            .noneMatch(toleration -> toleration.tolerates(TAINT) && toleration.seconds().isEmpty());
  }

  static FieldEdit tolerated() {
    return TaintWords.evacuationTolerated();
  }

  static FieldEdit tainted() {
    return new FieldEdit.Item("/spec/taints", TaintWords.json(TAINT), true);
  }
}
