package org.lazaretto.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;

/**
 * The order in which "next flagged" goes: suspects, then by the gravest flag, then by namespace and
 * name. Immutable; one pass over all pods makes it.
 */
public final class NextFlagged {
  private static final Comparator<PodRef> BY_NAME =
      Comparator.comparing(PodRef::namespace)
          .thenComparing(PodRef::name)
          .thenComparing(PodRef::uid);

  private final List<PodRef> order;

  private NextFlagged(List<PodRef> order) {
    this.order = List.copyOf(order);
  }

  /**
   * The order for a snapshot.
   *
   * @param suspects UIDs of pods
   */
  public static NextFlagged of(ClusterSnapshot snapshot, Set<String> suspects) {
    record Flagged(Flag gravest, PodRef pod) {}
    List<PodRef> order = new ArrayList<>();
    List<Flagged> flagged = new ArrayList<>();
    for (Pod pod : snapshot.pods()) {
      if (suspects.contains(pod.ref().uid())) {
        order.add(pod.ref());
      } else {
        gravest(pod).ifPresent(flag -> flagged.add(new Flagged(flag, pod.ref())));
      }
    }
    order.sort(BY_NAME);
    flagged.sort(Comparator.comparing(Flagged::gravest).thenComparing(Flagged::pod, BY_NAME));
    flagged.forEach(one -> order.add(one.pod()));
    return new NextFlagged(order);
  }

  /** The one after that pod, round and round; the first if that pod is not flagged or has gone. */
  public Optional<PodRef> after(Optional<String> uid) {
    return at(indexOf(uid) + 1);
  }

  /** The one before that pod, round and round; the last if that pod is not flagged or has gone. */
  public Optional<PodRef> before(Optional<String> uid) {
    int index = indexOf(uid);
    return at(index < 0 ? -1 : index - 1);
  }

  /** How many there are. */
  public int size() {
    return order.size();
  }

  private int indexOf(Optional<String> uid) {
    List<String> uids = order.stream().map(PodRef::uid).toList();
    return uid.map(uids::indexOf).orElse(-1);
  }

  private Optional<PodRef> at(int index) {
    return order.isEmpty()
        ? Optional.empty()
        : Optional.of(order.get(Math.floorMod(index, order.size())));
  }

  private static Optional<Flag> gravest(Pod pod) {
    return Flag.of(pod).stream().filter(Flag::marking).findFirst();
  }
}
