package org.lazaretto.session;

import java.util.List;
import java.util.OptionalInt;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/**
 * What a report can say that no journal line tells of.
 *
 * @param gaps what is not observed now
 * @param clusterNodes how many nodes the cluster has; empty if nobody counted
 */
record Circumstances(List<Entry.Gap> gaps, OptionalInt clusterNodes) {
  /** A case that is read without its cluster. */
  static final Circumstances NONE = new Circumstances(List.of(), OptionalInt.empty());

  /** What is not observed now and stands in no line yet, and how large the cluster is. */
  static Circumstances of(ClusterSession session, List<JournalLine> lines) {
    List<Entry.Gap> untold =
        session.gaps().stream()
            .map(gap -> new Entry.Gap("not observed", gap))
            .filter(gap -> lines.stream().noneMatch(line -> line.entry().equals(gap)))
            .toList();
    return new Circumstances(untold, OptionalInt.of(session.snapshot().nodes().size()));
  }

  Circumstances {
    gaps = List.copyOf(gaps);
  }
}
