package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lazaretto.model.Autoscaler;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Steward;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** T-31: autoscalers and deployment tools set back what a person changes. */
final class SetBack implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<ObjectRef> stewarded = new ArrayList<>();
    List<StepId> steps = new ArrayList<>();
    Set<String> tools = new TreeSet<>();
    for (Step step : scene.plan().steps()) {
      Optional<Workload> workload = scene.snapshot().workload(step.target().uid());
      if (Actions.changes(step) && workload.isPresent()) {
        List<Steward> stewards = workload.get().origin().stewards();
        if (!stewards.isEmpty()) {
          stewarded.add(workload.get().object());
          steps.add(step.id());
          stewards.forEach(steward -> tools.add(Words.shown(steward.spoken())));
        }
      }
    }
    if (!stewarded.isEmpty()) {
      findings.add(tools(stewarded, steps, tools));
    }
    autoscaled(scene).ifPresent(findings::add);
    return findings;
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    List<StepId> steps = Scene.steps(scene.moved());
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                "T-31",
                "an autoscaler changes the replicas of what moves",
                EnumSet.of(ObservedKind.HORIZONTAL_POD_AUTOSCALER),
                steps));
  }

  private static Finding tools(List<ObjectRef> objects, List<StepId> steps, Set<String> tools) {
    int n = objects.size();
    return new Finding(
        "T-31",
        Severity.WARN,
        objects,
        steps,
        Words.count(n, "workload", " that this plan changes ")
            + Words.form(n, "is", "are")
            + " kept by "
            + Words.some(List.copyOf(tools))
            + ", told by labels, annotations and field managers; the change may be set back at the"
            + " next synchronisation.",
        "Suspend the synchronisation of these objects first, or make the change where they are"
            + " described; then watch that it stays.");
  }

  private static Optional<Finding> autoscaled(Scene scene) {
    Map<String, Autoscaler> found = new TreeMap<>();
    List<Moved> moved = new ArrayList<>();
    scene
        .moves()
        .byWorkload()
        .values()
        .forEach(group -> {
          ObjectRef workload = group.getFirst().workload().orElseThrow().object();
          List<Autoscaler> scalers = scene.snapshot().autoscalersOf(workload);
          scalers.forEach(scaler -> found.put(scaler.object().path(), scaler));
          moved.addAll(scalers.isEmpty() ? List.of() : group);
        });
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "T-31",
                Severity.INFORM,
                found.values().stream().map(Autoscaler::object).toList(),
                Scene.steps(moved),
                "The replicas of what moves are set by "
                    + Words.count(found.size(), "autoscaler", " (")
                    + Words.some(found.values().stream().map(SetBack::spoken).toList())
                    + "); pods may be added or taken away while the plan runs.",
                "Do not scale these by hand; raise the autoscaler's minimum if more pods are"
                    + " needed."));
  }

  private static String spoken(Autoscaler scaler) {
    String keda = scaler.driver().isEmpty() ? "" : ", KEDA " + scaler.driver();
    return "%s: %d to %d%s".formatted(scaler.object().path(), scaler.least(), scaler.most(), keda);
  }
}
