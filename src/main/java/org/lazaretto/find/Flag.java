package org.lazaretto.find;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.Pod;

/**
 * What makes a pod worth a look, the gravest first. A flag is a hint, not a finding: many a system
 * component has one by right.
 */
public enum Flag {
  /** A container runs privileged: it owns its node. */
  PRIVILEGED(true),
  /** {@code hostPID}. */
  HOST_PID(true),
  /** {@code hostNetwork}: network policies pass it by (T-08). */
  HOST_NETWORK(true),
  /** It mounts a path of its node. */
  HOST_PATH(true),
  /** It mirrors a static pod: only its node can remove it (T-19). */
  STATIC(true),
  /** No controller made it and none would replace it. */
  OWNERLESS(true),
  /** It failed, or a container cannot start or go on. */
  FAILING(true),
  /** At least {@value #MANY_RESTARTS} restarts of its containers together. */
  RESTARTS(true),
  /**
   * An image without digest: the name may mean other bytes tomorrow. Too common to mark a pod by
   * itself.
   */
  MUTABLE_TAG(false);

  private static final int MANY_RESTARTS = 3;
  private static final List<String> STARTING = List.of("ContainerCreating", "PodInitializing");

  private final boolean marking;

  Flag(boolean marking) {
    this.marking = marking;
  }

  /** Whether a pod that has it counts as flagged on the map and for "next flagged". */
  public boolean marking() {
    return marking;
  }

  /** The flags of a pod. One that has ended runs no longer: it can be failing, and nothing else. */
  public static Set<Flag> of(Pod pod) {
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if (!pod.active()) {
      add(flags, pod.status().phase().equals("Failed"), FAILING);
      return Collections.unmodifiableSet(flags);
    }
    HostAccess host = pod.shape().host();
    add(flags, host.privileged(), PRIVILEGED);
    add(flags, host.pid(), HOST_PID);
    add(flags, host.network(), HOST_NETWORK);
    add(flags, host.hostPath(), HOST_PATH);
    add(flags, pod.mirror(), STATIC);
    add(flags, pod.controller().isEmpty() && !pod.mirror(), OWNERLESS);
    add(flags, failing(pod), FAILING);
    add(flags, pod.status().restarts() >= MANY_RESTARTS, RESTARTS);
    add(flags, !pinned(pod.shape().images()), MUTABLE_TAG);
    return Collections.unmodifiableSet(flags);
  }

  /** Whether the pod has a flag that marks it. */
  public static boolean marks(Pod pod) {
    return of(pod).stream().anyMatch(Flag::marking);
  }

  private static void add(EnumSet<Flag> flags, boolean holds, Flag flag) {
    if (holds) {
      flags.add(flag);
    }
  }

  /** While a pod is being deleted its containers end with errors, as they should. */
  private static boolean failing(Pod pod) {
    return pod.status().deleting().isEmpty()
        && pod.status().containers().stream().anyMatch(Flag::troubled);
  }

  private static boolean troubled(ContainerState container) {
    String reason = container.reason();
    return !reason.isEmpty() && !reason.equals("Completed") && !STARTING.contains(reason);
  }

  private static boolean pinned(List<String> images) {
    return images.stream().allMatch(image -> ImageName.digest(image).isPresent());
  }
}
