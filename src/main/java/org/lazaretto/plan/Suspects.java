package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;

/** The suspects of a request as the live state has them. */
public final class Suspects {
  private Suspects() {}

  /** The suspects that are still there, each once, in the order in which they were named. */
  public static List<Pod> present(ClusterSnapshot snapshot, List<PodRef> suspects) {
    return suspects.stream()
        .map(PodRef::uid)
        .distinct()
        .flatMap(uid -> snapshot.pod(uid).stream())
        .toList();
  }

  /** Why no plan can be made for those that are not there; empty if all are. */
  public static List<String> missing(ClusterSnapshot snapshot, List<PodRef> suspects) {
    List<String> reasons = new ArrayList<>();
    if (suspects.isEmpty()) {
      reasons.add("No suspect is named.");
    }
    for (PodRef suspect : suspects) {
      if (snapshot.pod(suspect.uid()).isEmpty()) {
        reasons.add(gone(snapshot, suspect));
      }
    }
    return reasons;
  }

  private static String gone(ClusterSnapshot snapshot, PodRef suspect) {
    Optional<Pod> namesake = snapshot.pod(suspect.namespace(), suspect.name());
    String gone = "Pod " + suspect.path() + " with UID " + suspect.uid() + " is gone";
    return namesake
        .map(other ->
            gone
                + "; the pod of that name there now is another one, with UID "
                + other.ref().uid()
                + ".")
        .orElse(gone + ".");
  }
}
