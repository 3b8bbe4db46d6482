package org.lazaretto.graph;

import java.util.Set;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.Pod;

/** What the map knows of a cell, as bits of one {@code int}: it is written and read whole. */
public final class CellState {
  /** Nobody stands here. */
  public static final int FREE = 0;

  /** A pod stands here. */
  public static final int OCCUPIED = 1;

  /** It is ready. */
  public static final int READY = 1 << 1;

  /** It has failed, or a container of it cannot start or keeps crashing. */
  public static final int FAILING = 1 << 2;

  /** It has something that an investigator should look at. */
  public static final int FLAGGED = 1 << 3;

  /** It has ended well. */
  public static final int ENDED = 1 << 4;

  /** It is being deleted. */
  public static final int DELETING = 1 << 5;

  /** Its labels say that it is in quarantine. */
  public static final int QUARANTINED = 1 << 6;

  private static final Set<String> BROKEN =
      Set.of(
          "CrashLoopBackOff",
          "ImagePullBackOff",
          "ErrImagePull",
          "ErrImageNeverPull",
          "InvalidImageName",
          "CreateContainerError",
          "CreateContainerConfigError",
          "RunContainerError",
          "OOMKilled",
          "Error");

  private CellState() {}

  /** The bits of a pod. */
  static int of(Pod pod, boolean flagged) {
    int state = OCCUPIED;
    state |= pod.status().ready() ? READY : 0;
    state |= failing(pod) ? FAILING : 0;
    state |= flagged ? FLAGGED : 0;
    state |= pod.status().phase().equals("Succeeded") ? ENDED : 0;
    state |= pod.status().deleting().isPresent() ? DELETING : 0;
    state |= Quarantined.is(pod) ? QUARANTINED : 0;
    return state;
  }

  private static boolean failing(Pod pod) {
    String phase = pod.status().phase();
    if (phase.equals("Failed") || phase.equals("Unknown")) {
      return true;
    }
    for (ContainerState container : pod.status().containers()) {
      if (!container.ready() && BROKEN.contains(container.reason())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the bits hold this one. */
  public static boolean has(int state, int bit) {
    return (state & bit) != 0;
  }
}
