package org.lazaretto.observe;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;

/**
 * How complete the picture is.
 *
 * @param kinds the health of every kind
 */
public record SyncState(Map<ObservedKind, KindHealth> kinds) {
  /** Copies what it is given. */
  public SyncState {
    kinds = Map.copyOf(kinds);
  }

  /** The state of a snapshot. */
  public static SyncState of(ClusterSnapshot snapshot) {
    Map<ObservedKind, KindHealth> kinds = new EnumMap<>(ObservedKind.class);
    for (ObservedKind kind : ObservedKind.values()) {
      kinds.put(kind, snapshot.health(kind));
    }
    return new SyncState(kinds);
  }

  /** Whether everything that may be seen is seen: each kind is synced or denied. */
  public boolean settled() {
    return kinds.values().stream()
        .allMatch(
            health -> health instanceof KindHealth.Synced || health instanceof KindHealth.Denied);
  }

  /** What is missing, one sentence a kind, in the order of the kinds; empty if nothing is. */
  public List<String> gaps() {
    return java.util.Arrays.stream(ObservedKind.values())
        .flatMap(kind -> gap(kind.plural(), kind).stream())
        .toList();
  }

  private List<String> gap(String plural, ObservedKind kind) {
    return switch (kinds.getOrDefault(kind, new KindHealth.Loading())) {
      case KindHealth.Synced _ -> List.of();
      case KindHealth.Loading _ -> List.of(plural + " are still being read");
      case KindHealth.Denied(var reason) -> List.of(plural + " may not be seen: " + reason);
      case KindHealth.Stale(var since, var reason) ->
          List.of(plural + " are not up to date since " + since + ": " + reason);
    };
  }
}
