package org.lazaretto.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/** What the line at the bottom, the veil over the picture and its curtain say. */
final class StatusViewModel {
  private static final int FEW = 2;

  /** Stands for a number that nobody may know: pods that may not be listed are not none. */
  private static final int UNSEEN = -1;

  private final ZoneId zone;
  private int staleFor;

  StatusViewModel(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What is said.
   *
   * @param asOf when what is seen was true
   * @param asOfLocal the same in the time of this place
   * @param signs one for each group of kinds
   * @param denied a line for each kind that is kept back, in the status line or not
   * @param counts how much is seen
   * @param stale why the picture is old; empty while it is not
   */
  record Status(
      String asOf,
      String asOfLocal,
      List<KindSign> signs,
      List<String> denied,
      String counts,
      Optional<Failure> stale) {}

  /** Why there is no picture to look at. */
  enum Curtain {
    NONE,
    LOADING,
    DENIED
  }

  /** What to say of that snapshot; called once a second. */
  Status status(ClusterSnapshot snapshot, long changesPerMinute, Instant now) {
    Optional<Failure> why = stale(snapshot, now);
    staleFor = why.isPresent() ? staleFor + 1 : 0;
    long zones = snapshot.nodes().stream().map(Node::zone).distinct().count();
    Instant asOf = asOf(snapshot);
    return new Status(
        Texts.of("shell.status.asof", Times.clock(asOf), Times.rough(Duration.between(asOf, now))),
        Times.moment(asOf) + "\n" + Times.local(asOf, zone),
        signs(snapshot, now),
        Arrays.stream(ObservedKind.values())
            .filter(snapshot::denied)
            .map(kind -> KindSign.told(kind, snapshot))
            .toList(),
        Texts.of(
            "shell.status.counts",
            snapshot.podCount() == 0 && snapshot.denied(ObservedKind.POD)
                ? UNSEEN
                : snapshot.podCount(),
            snapshot.nodes().size(),
            zones,
            changesPerMinute),
        // A watch that is renewed at once is stale for a moment, and nobody need be alarmed.
        staleFor > 2 ? why : Optional.empty());
  }

  /** Of more than a few that are kept back, each would leave the others no room to say so. */
  private static List<KindSign> signs(ClusterSnapshot snapshot, Instant now) {
    List<KindSign> signs =
        Arrays.stream(KindGroup.values()).map(group -> KindSign.of(group, snapshot, now)).toList();
    boolean many = signs.stream().filter(StatusViewModel::denied).count() > FEW;
    return signs.stream().map(sign -> many && denied(sign) ? sign.brief() : sign).toList();
  }

  private static boolean denied(KindSign sign) {
    return sign.state() == KindSign.State.DENIED;
  }

  /** A picture is as old as the one of pods and nodes that was heard from longer ago. */
  private static Instant asOf(ClusterSnapshot snapshot) {
    return Stream.of(ObservedKind.POD, ObservedKind.NODE)
        .map(snapshot::health)
        .flatMap(health -> heard(health).stream())
        .min(Instant::compareTo)
        .orElse(snapshot.asOf());
  }

  private static Optional<Instant> heard(KindHealth health) {
    return switch (health) {
      case KindHealth.Synced(var at) -> Optional.of(at);
      case KindHealth.Stale(var since, var _) -> Optional.of(since);
      case KindHealth.Loading _, KindHealth.Denied _ -> Optional.empty();
    };
  }

  private static Optional<Failure> stale(ClusterSnapshot snapshot, Instant now) {
    for (ObservedKind kind : List.of(ObservedKind.POD, ObservedKind.NODE)) {
      if (snapshot.health(kind) instanceof KindHealth.Stale(var since, var reason)) {
        return Optional.of(
            new Failure(
                "LZ-STALE",
                Texts.of(
                    "shell.stale",
                    kind.plural(),
                    Times.clock(since),
                    Times.rough(Duration.between(since, now)),
                    KindSign.bounded(reason)),
                ""));
      }
    }
    return Optional.empty();
  }

  /** Why nothing can be drawn where pods and nodes are kept back, with what would mend it. */
  static Failure noPicture(ClusterSnapshot snapshot) {
    String details =
        Stream.of(ObservedKind.POD, ObservedKind.NODE)
            .map(kind -> KindSign.told(kind, snapshot))
            .collect(Collectors.joining("\n"));
    return new Failure("LZ-NO-PICTURE", Texts.of("shell.curtain.denied"), details);
  }

  /** Whether there is a picture, by what is known of pods and nodes. */
  static Curtain curtain(ClusterSnapshot snapshot) {
    if (snapshot.podCount() > 0 || !snapshot.nodes().isEmpty()) {
      return Curtain.NONE;
    }
    KindSign.State pods = KindSign.State.of(snapshot.health(ObservedKind.POD));
    KindSign.State nodes = KindSign.State.of(snapshot.health(ObservedKind.NODE));
    if (pods == KindSign.State.DENIED && nodes == KindSign.State.DENIED) {
      return Curtain.DENIED;
    }
    boolean loading = pods == KindSign.State.LOADING || nodes == KindSign.State.LOADING;
    return loading ? Curtain.LOADING : Curtain.NONE;
  }
}
