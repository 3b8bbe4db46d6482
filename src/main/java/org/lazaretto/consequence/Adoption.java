package org.lazaretto.consequence;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.JsonText;
import org.lazaretto.plan.Purpose;

/** T-11: a pod that gets its labels back may be adopted, and a surplus one deleted. */
final class Adoption implements Rule {
  private static final String LABELS = "/metadata/labels/";

  @Override
  public List<Finding> of(Scene scene) {
    Set<ObjectRef> concerned = new LinkedHashSet<>();
    List<EditFields> steps =
        Containing.edits(scene, Purpose.RESTORE).stream()
            .filter(step -> adopting(scene, step, concerned))
            .toList();
    if (steps.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Finding(
            "T-11",
            Severity.WARN,
            List.copyOf(concerned),
            Containing.ids(steps),
            "With its labels back, a pod without an owner is what a controller's selector chooses:"
                + " the controller may adopt it, and delete whichever pod is then too many.",
            "Dispose of the pod once its evidence is kept, or scale the controller up by one"
                + " first."));
  }

  private static boolean adopting(Scene scene, EditFields step, Set<ObjectRef> concerned) {
    Optional<Pod> pod =
        scene.snapshot().pod(step.target().uid()).filter(p -> p.controller().isEmpty());
    if (pod.isEmpty()) {
      return false;
    }
    Map<String, String> labels = new HashMap<>(pod.get().labels());
    for (FieldEdit edit : step.edits()) {
      if (edit instanceof FieldEdit.Value(var pointer, _, var wanted)
          && pointer.startsWith(LABELS)
          && wanted.isPresent()) {
        String key = pointer.substring(LABELS.length()).replace("~1", "/").replace("~0", "~");
        labels.put(key, JsonText.unquoted(wanted.get()));
      }
    }
    List<ObjectRef> adopters =
        List.of(ObservedKind.REPLICA_SET, ObservedKind.STATEFUL_SET, ObservedKind.DAEMON_SET)
            .stream()
            .flatMap(kind -> scene.snapshot().workloads(kind).stream())
            .filter(w -> w.object().namespace().equals(step.target().namespace()))
            .filter(w -> w.selector().matches(labels))
            .map(Workload::object)
            .toList();
    if (!adopters.isEmpty()) {
      concerned.add(step.target());
      concerned.addAll(adopters);
    }
    return !adopters.isEmpty();
  }
}
