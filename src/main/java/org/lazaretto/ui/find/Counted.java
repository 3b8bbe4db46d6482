package org.lazaretto.ui.find;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.Overview;
import org.lazaretto.find.Pivot;
import org.lazaretto.find.Pivots;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;

/**
 * What was counted for the left pane.
 *
 * @param like what the picture was narrowed to, if that was the likes of one pod, as they are now
 */
record Counted(
    Input input, Overview overview, List<Pivot> pivots, Optional<Narrowing.ToPivot> like) {
  /**
   * What is to be counted.
   *
   * @param selected the UID of the pod that is looked at
   */
  record Input(ClusterSnapshot snapshot, List<PodRef> suspects, Optional<String> selected) {
    Set<String> uids() {
      return suspects.stream().map(PodRef::uid).collect(Collectors.toSet());
    }

    /** The suspects whose likes are wanted: the one that is looked at, or all. */
    Set<String> pivots() {
      Set<String> all = uids();
      return selected.filter(all::contains).map(Set::of).orElse(all);
    }

    boolean asks(Input other) {
      return uids().equals(other.uids()) && pivots().equals(other.pivots());
    }
  }

  /**
   * Counts; that takes long in a large cluster.
   *
   * @param before what was counted last: a pivot that has not changed is the same object, which
   *     spares the toolkit's thread to compare what may be as many pods as there are
   */
  static Counted of(Input input, Narrowing narrowing, Optional<Counted> before) {
    List<Pivot> known = before.map(Counted::pivots).orElse(List.of());
    return new Counted(
        input,
        Overview.of(input.snapshot(), input.uids()),
        Pivots.of(input.snapshot(), input.pivots()).stream().map(p -> same(p, known)).toList(),
        likes(input.snapshot(), narrowing));
  }

  private static Pivot same(Pivot fresh, List<Pivot> known) {
    return known.stream().filter(fresh::equals).findFirst().orElse(fresh);
  }

  private static Optional<Narrowing.ToPivot> likes(ClusterSnapshot seen, Narrowing narrowing) {
    return narrowing instanceof Narrowing.ToPivot(var old, var of) && of.isPresent()
        ? Pivots.of(seen, Set.of(of.get().uid())).stream()
            .filter(pivot -> pivot.kind() == old.kind())
            .map(pivot -> new Narrowing.ToPivot(same(pivot, List.of(old)), of))
            .findFirst()
        : Optional.empty();
  }
}
