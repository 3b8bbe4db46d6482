package org.lazaretto.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The objects of one kind in one namespace. What is asked for by key is found by an index that is
 * made when it is first needed and shared by all snapshots until the namespace changes.
 */
final class Bucket {
  static final Bucket EMPTY = new Bucket(HashTreePMap.empty());

  /** The key of selectors that require no pair, and may choose anything. */
  private static final String ANY = "";

  private final PMap<String, ClusterObject> byUid;
  private final AtomicReference<Optional<Map<String, List<ClusterObject>>>> index =
      new AtomicReference<>(Optional.empty());

  private Bucket(PMap<String, ClusterObject> byUid) {
    this.byUid = byUid;
  }

  Bucket plus(String uid, ClusterObject object) {
    return new Bucket(byUid.plus(uid, object));
  }

  Bucket minus(String uid) {
    return new Bucket(byUid.minus(uid));
  }

  boolean isEmpty() {
    return byUid.isEmpty();
  }

  Collection<ClusterObject> all() {
    return byUid.values();
  }

  /**
   * The objects that may have that key: a name, a pod's UID for slices, a target for autoscalers.
   * Names are an intruder's choice, so the caller has to look whether it is what was meant.
   */
  List<ClusterObject> keyed(String key) {
    return index().getOrDefault(key, List.of());
  }

  /** The objects whose selector may choose something with these labels; each has to be asked. */
  List<ClusterObject> choosing(Map<String, String> labels) {
    List<ClusterObject> found = new ArrayList<>(keyed(ANY));
    labels.forEach((name, value) -> found.addAll(keyed(pair(name, value))));
    return found;
  }

  /** Two threads may both make it; they make the same. */
  private Map<String, List<ClusterObject>> index() {
    Optional<Map<String, List<ClusterObject>>> made = index.get();
    if (made.isEmpty()) {
      Map<String, List<ClusterObject>> fresh = new HashMap<>();
      for (ClusterObject object : byUid.values()) {
        for (String key : keys(object)) {
          fresh.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(object);
        }
      }
      made = Optional.of(fresh);
      index.set(made);
    }
    return made.get();
  }

  private static List<String> keys(ClusterObject object) {
    return switch (object) {
      case Budget budget -> List.of(rarest(budget.selector().matchLabels()));
      case ServiceEntry service when service.selector().isEmpty() ->
          List.of(service.object().name());
      case ServiceEntry service -> List.of(service.object().name(), rarest(service.selector()));
      case EndpointSlice slice ->
          slice.endpoints().stream().map(EndpointSlice.Endpoint::podUid).distinct().toList();
      case Autoscaler scaler -> List.of(scaler.targetKind() + "/" + scaler.targetName());
      default -> List.of(object.object().name());
    };
  }

  /** One pair that the selector requires; the longest is seldom shared by many. */
  private static String rarest(Map<String, String> pairs) {
    String longest = ANY;
    for (Map.Entry<String, String> entry : pairs.entrySet()) {
      String pair = pair(entry.getKey(), entry.getValue());
      boolean longer = pair.length() > longest.length();
      boolean later = pair.length() == longest.length() && pair.compareTo(longest) > 0;
      longest = longer || later ? pair : longest;
    }
    return longest;
  }

  private static String pair(String name, String value) {
    return name + "=" + value;
  }
}
