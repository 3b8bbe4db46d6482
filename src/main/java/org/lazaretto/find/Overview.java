package org.lazaretto.find;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.NamespaceEntry;
import org.lazaretto.model.Pod;

/**
 * A cluster as the left pane tells it. Takes some ten milliseconds at 150,000 pods: for a
 * background thread.
 *
 * @param flags how many pods have each flag; flags that none has are left out
 * @param flagged how many pods have at least one marking flag
 * @param namespaces by name, those without pods last
 * @param next the order of "next flagged"
 */
public record Overview(
    Map<Flag, Integer> flags, int flagged, List<NamespaceCount> namespaces, NextFlagged next) {
  /** A namespace and how many pods it has. */
  public record NamespaceCount(String name, int pods) {}

  /** Copies what it is given. */
  public Overview {
    flags = Map.copyOf(flags);
    namespaces = List.copyOf(namespaces);
  }

  /**
   * The overview of a snapshot.
   *
   * @param suspects UIDs of pods
   */
  public static Overview of(ClusterSnapshot snapshot, Set<String> suspects) {
    Map<Flag, Integer> flags = new EnumMap<>(Flag.class);
    Map<String, Integer> namespaces = new TreeMap<>();
    snapshot.namespaces().stream()
        .map(NamespaceEntry::object)
        .forEach(namespace -> namespaces.put(namespace.name(), 0));
    int flagged = 0;
    for (Pod pod : snapshot.pods()) {
      Set<Flag> own = Flag.of(pod);
      own.forEach(flag -> flags.merge(flag, 1, Integer::sum));
      flagged += own.stream().anyMatch(Flag::marking) ? 1 : 0;
      namespaces.merge(pod.ref().namespace(), 1, Integer::sum);
    }
    List<NamespaceCount> counts =
        namespaces.entrySet().stream()
            .map(entry -> new NamespaceCount(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(count -> count.pods() == 0))
            .toList();
    return new Overview(flags, flagged, counts, NextFlagged.of(snapshot, suspects));
  }
}
