package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.Capacity;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.FreeRoom;

/** T-44: moved pods whose replacement no other node can take, as {@link FreeRoom} tells. */
final class Room implements Rule {
  /** The largest come first, as they are placed. */
  private static final Comparator<Moved> LARGEST_FIRST =
      Comparator.comparingLong((Moved m) -> asks(m).cpuMillis()).reversed();

  @Override
  public List<Finding> of(Scene scene) {
    List<Moved> coming =
        scene.moved().stream()
            .filter(m -> m.pod().controller().isPresent())
            .sorted(LARGEST_FIRST)
            .toList();
    if (coming.isEmpty()) {
      return List.of();
    }
    Set<String> nowhere = scene.freeRoom().homeless(coming.stream().map(Moved::pod).toList());
    List<Moved> homeless = new ArrayList<>();
    List<Moved> further = new ArrayList<>();
    for (Moved moved : coming) {
      if (nowhere.contains(moved.pod().ref().uid())) {
        homeless.add(moved);
      } else if (moved.pod().shape().placement().furtherRules()
          || !moved.pod().shape().volumes().claims().isEmpty()) {
        further.add(moved);
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!homeless.isEmpty()) {
      findings.add(homeless(homeless));
    }
    if (!further.isEmpty()) {
      findings.add(further(further));
    }
    return findings;
  }

  private static Capacity asks(Moved moved) {
    return moved.pod().shape().placement().requests();
  }

  private static Finding homeless(List<Moved> homeless) {
    int n = homeless.size();
    long cpu = homeless.stream().mapToLong(m -> asks(m).cpuMillis()).sum();
    long memory = homeless.stream().mapToLong(m -> asks(m).memoryBytes()).sum() >> 20;
    return new Finding(
        "T-44",
        Severity.STOP,
        Scene.objects(homeless.stream().map(Moved::pod).toList()),
        Scene.steps(homeless),
        Words.pods(n)
            + (cpu + memory == 0
                ? " (asking for no CPU and no memory) "
                : " (asking for " + cpu + " m CPU and " + memory + " MiB) ")
            + Words.form(n, "fits", "fit")
            + " on no other schedulable node, by free requests, node selectors and taints;"
            + " the replacement stays pending.",
        "Add a node that takes them first, or keep these pods where they are.");
  }

  private static Finding further(List<Moved> further) {
    int n = further.size();
    return new Finding(
        "T-44",
        Severity.INFORM,
        Scene.objects(further.stream().map(Moved::pod).toList()),
        Scene.steps(further),
        "For "
            + Words.pods(n)
            + " a place was found by requests, selectors and taints only; affinity, spread rules or"
            + " the zone of a volume may still hold the replacement back.",
        "Watch for pending pods after the first of them.");
  }
}
