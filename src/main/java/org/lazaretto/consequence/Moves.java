package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;

/**
 * The pods that a plan takes away, as they are and by workload; grouped once for all rules.
 *
 * @param byWorkload those of each observed workload, by kind and path; Jobs aside: they serve
 *     nobody
 */
record Moves(List<Moved> all, Map<String, List<Moved>> byWorkload) {
  static Moves of(List<Moved> moved) {
    Map<String, List<Moved>> groups = new TreeMap<>();
    for (Moved one : moved) {
      if (one.workload().isPresent() && one.workload().get().kind() != ObservedKind.JOB) {
        ObjectRef ref = one.workload().get().object();
        groups.computeIfAbsent(ref.kind() + ref.path(), _ -> new ArrayList<>()).add(one);
      }
    }
    return new Moves(List.copyOf(moved), groups);
  }
}
