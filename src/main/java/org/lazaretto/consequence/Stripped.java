package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;

/** T-10: an owner that loses a pod by its labels starts another one at once, hole and all. */
final class Stripped implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<EditFields> strips = Containing.edits(scene, Purpose.STRIP_LABELS);
    if (strips.isEmpty()) {
      return List.of();
    }
    List<ObjectRef> pods = Containing.targets(strips);
    int n = pods.size();
    return List.of(
        new Finding(
            "T-10",
            Severity.STOP,
            pods,
            Containing.ids(strips),
            Words.count(n, "suspect", " ")
                + Words.form(n, "loses a label", "lose labels")
                + " by which "
                + Words.form(n, "its owner chooses", "their owners choose")
                + ", told by the owner's selector: as many replacements are started at once, from"
                + " the same template and with the same hole.",
            "Pause or fix the workload first; or close the service, or keep the pod behind it."));
  }
}
