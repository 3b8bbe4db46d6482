package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-18: what the disruption budgets will say to the evictions. A restart does not ask them. */
final class Budgets implements Rule {
  /** A budget and the evictions that ask it. */
  private record Asked(Budget budget, List<Moved> evicted) {}

  @Override
  public List<Finding> of(Scene scene) {
    Map<String, Asked> asked = new TreeMap<>();
    List<Moved> twice = new ArrayList<>();
    List<Moved> broken = new ArrayList<>();
    for (Moved moved : scene.moved()) {
      List<Budget> budgets = moved.restarted() ? List.of() : moved.budgets();
      if (budgets.size() > 1) {
        twice.add(moved);
      }
      for (Budget budget : budgets) {
        asked
            .computeIfAbsent(budget.object().path(), k -> new Asked(budget, new ArrayList<>()))
            .evicted()
            .add(moved);
      }
      if (budgets.stream().anyMatch(budget -> budget.blocksBroken(moved.pod()))) {
        broken.add(moved);
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!twice.isEmpty()) {
      findings.add(twice(twice));
    }
    if (!broken.isEmpty()) {
      findings.add(broken(broken));
    }
    asked.values().forEach(one -> findings.add(one(one)));
    return findings;
  }

  @Override
  public Optional<Doubt> doubt(Scene scene) {
    List<Moved> evicted = scene.moved().stream().filter(moved -> !moved.restarted()).toList();
    return evicted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Doubt(
                "T-18",
                "a disruption budget refuses these evictions",
                EnumSet.of(ObservedKind.POD_DISRUPTION_BUDGET),
                Scene.steps(evicted)));
  }

  private static Finding twice(List<Moved> twice) {
    int n = twice.size();
    return new Finding(
        "T-18",
        Severity.STOP,
        Scene.objects(twice.stream().map(Moved::pod).toList()),
        Scene.steps(twice),
        Words.pods(n)
            + " "
            + Words.form(n, "stands", "stand")
            + " under more than one disruption budget; the server answers such an eviction with an"
            + " error, and it never succeeds.",
        "Restart the workload's rollout instead, or remove one of the budgets.");
  }

  private static Finding broken(List<Moved> broken) {
    int n = broken.size();
    return new Finding(
        "T-18",
        Severity.WARN,
        Scene.objects(broken.stream().map(Moved::pod).toList()),
        Scene.steps(broken),
        Words.pods(n)
            + " "
            + Words.form(n, "is", "are")
            + " not ready, and a budget below its healthy number refuses to evict broken pods too:"
            + " its unhealthyPodEvictionPolicy is not AlwaysAllow.",
        "Set unhealthyPodEvictionPolicy to AlwaysAllow, or restart the workload's rollout.");
  }

  private static Finding one(Asked asked) {
    Budget budget = asked.budget();
    int allowed = budget.disruptionsAllowed();
    int wanted = asked.evicted().size();
    List<ObjectRef> objects = new ArrayList<>();
    objects.add(budget.object());
    asked.evicted().stream()
        .map(Moved::object)
        .sorted(Comparator.comparing(ObjectRef::path))
        .forEach(objects::add);
    String figures =
        "Budget %s allows %s now (%d healthy, %d required of %d), and the plan asks for %d"
            .formatted(
                Words.path(budget.object()),
                Words.count(allowed, "eviction", ""),
                budget.healthy(),
                budget.desiredHealthy(),
                budget.expected(),
                wanted);
    return new Finding(
        "T-18",
        wanted > allowed ? Severity.WARN : Severity.INFORM,
        objects,
        Scene.steps(asked.evicted()),
        figures + "; " + then(budget, wanted),
        wanted > allowed
            ? "Scale the workload up first, or restart its rollout, which keeps to its own limits."
            : "Nothing; the evictions fit.");
  }

  private static String then(Budget budget, int wanted) {
    if (wanted <= budget.disruptionsAllowed()) {
      return "all are granted.";
    }
    if (budget.desiredHealthy() >= budget.expected()) {
      return "it requires every pod, so it refuses until the workload is scaled up.";
    }
    return "the others are tried again, never forced, as replacements become ready.";
  }
}
