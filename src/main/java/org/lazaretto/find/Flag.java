package org.lazaretto.find;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.Pod;

/**
 * What makes a pod worth a look, the gravest first. A flag is a hint, not a finding: many a system
 * component has one by right.
 */
public enum Flag {
  /** A container runs privileged: it owns its node. */
  PRIVILEGED(true, pod -> pod.shape().host().privileged()),
  /** {@code hostPID}. */
  HOST_PID(true, pod -> pod.shape().host().pid()),
  /** {@code hostNetwork}: network policies pass it by (T-08). */
  HOST_NETWORK(true, pod -> pod.shape().host().network()),
  /** It mounts a path of its node. */
  HOST_PATH(true, pod -> pod.shape().host().hostPath()),
  /** It mirrors a static pod: only its node can remove it (T-19). */
  STATIC(true, Pod::mirror),
  /** No controller made it and none would replace it. */
  OWNERLESS(true, pod -> pod.controller().isEmpty() && !pod.mirror()),
  /** It failed, or a container cannot start or go on. */
  FAILING(true, Flag::failing),
  /** At least {@value #MANY_RESTARTS} restarts of its containers together. */
  RESTARTS(true, pod -> pod.status().restarts() >= Flag.MANY_RESTARTS),
  /**
   * An image without digest: the name may mean other bytes tomorrow. Too common to mark a pod by
   * itself.
   */
  MUTABLE_TAG(false, pod -> !pinned(pod.shape().images()));

  private static final int MANY_RESTARTS = 3;
  private static final List<Flag> ALL = List.of(values());
  private static final List<String> STARTING = List.of("ContainerCreating", "PodInitializing");

  private final boolean marking;
  private final Predicate<Pod> holds;

  Flag(boolean marking, Predicate<Pod> holds) {
    this.marking = marking;
    this.holds = holds;
  }

  /** Whether a pod that has it counts as flagged on the map and for "next flagged". */
  public boolean marking() {
    return marking;
  }

  /** Whether the pod has it. One that has ended runs no longer: it can be failing alone. */
  public boolean on(Pod pod) {
    if (!pod.active()) {
      return this == FAILING && pod.status().phase().equals("Failed");
    }
    return holds.test(pod);
  }

  /** The flags of a pod. */
  public static Set<Flag> of(Pod pod) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : ALL) {
      if (flag.on(pod)) {
        flags.add(flag);
      }
    }
    return Collections.unmodifiableSet(flags);
  }

  /** Whether the pod has a flag that marks it; asked of every pod, so it looks no further. */
  public static boolean marks(Pod pod) {
    if (!pod.active()) {
      return FAILING.on(pod);
    }
    for (Flag flag : ALL) {
      if (flag.marking && flag.holds.test(pod)) {
        return true;
      }
    }
    return false;
  }

  /** While a pod is being deleted its containers end with errors, as they should. */
  private static boolean failing(Pod pod) {
    if (pod.status().deleting().isPresent()) {
      return false;
    }
    for (ContainerState container : pod.status().containers()) {
      if (troubled(container)) {
        return true;
      }
    }
    return false;
  }

  private static boolean troubled(ContainerState container) {
    String reason = container.reason();
    return !reason.isEmpty() && !reason.equals("Completed") && !STARTING.contains(reason);
  }

  private static boolean pinned(List<String> images) {
    return images.stream().allMatch(image -> ImageName.digest(image).isPresent());
  }
}
