package org.lazaretto.session;

import java.util.List;
import java.util.OptionalInt;
import org.lazaretto.journal.Entry;

/**
 * What a report can say that no journal line tells of.
 *
 * @param gaps what is not observed now
 * @param clusterNodes how many nodes the cluster has; empty if nobody counted
 */
record Circumstances(List<Entry.Gap> gaps, OptionalInt clusterNodes) {
  /** A case that is read without its cluster. */
  static final Circumstances NONE = new Circumstances(List.of(), OptionalInt.empty());

  Circumstances {
    gaps = List.copyOf(gaps);
  }
}
