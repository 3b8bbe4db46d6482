package org.lazaretto.plan;

import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Visibility;

/**
 * Everything that is said about a step before it runs.
 *
 * @param title what it does, in a few words
 * @param command the equivalent command
 * @param rationale why it is done
 * @param playbook where it comes from
 * @param permission the right it needs
 * @param visibility where an intruder could notice it; empty means nowhere inside the pod
 * @param proof how its effect is verified
 */
public record Card(
    String title,
    Command command,
    String rationale,
    Playbook playbook,
    Permission permission,
    Set<Visibility> visibility,
    String proof) {
  /** What is said of a step that nobody notices inside the pod. */
  public static final String NOWHERE = "nowhere inside the pod";

  /** What goes with a pod; its volumes, the node's disk and the image stay. */
  public static final Set<EvidenceClass> OF_A_POD =
      Set.of(
          EvidenceClass.API_STATE,
          EvidenceClass.MEMORY,
          EvidenceClass.PROCESSES,
          EvidenceClass.CONTAINER_LAYER);

  /** Copies what it is given. */
  public Card {
    visibility = Set.copyOf(visibility);
  }

  /** Where an intruder could notice it, in words and in a fixed order. */
  public String visible() {
    return visibility.isEmpty()
        ? NOWHERE
        : visibility.stream().sorted().map(Visibility::word).collect(Collectors.joining(", "));
  }

  /** The classes of evidence that the step destroys for the object it touches. */
  public static Set<EvidenceClass> destroys(Step step) {
    return switch (step) {
      case CaptureStep _, NodeStep _, EvacuateStep.ProveNothingNew _ -> Set.of();
      case EvacuateStep.EvictPod _, EvacuateStep.RestartRollout _ -> OF_A_POD;
      case ContainStep.EditFields edit -> edit.purpose() == Purpose.EXPEL ? OF_A_POD : Set.of();
      case ContainStep.MakePolicy _,
          ContainStep.RemovePolicy _,
          ContainStep.ProbeIngress _,
          ContainStep.RemoveProbe _,
          ContainStep.LookInside _ ->
          Set.of();
      case DisposeStep dispose -> DisposeCards.destroys(dispose);
    };
  }
}
