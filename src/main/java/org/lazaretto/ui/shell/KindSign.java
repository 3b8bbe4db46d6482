package org.lazaretto.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.fx.Texts;

/**
 * How well a group of kinds is seen.
 *
 * @param group the kinds
 * @param state the worst state of any of them
 * @param words what the line says
 * @param hover which kinds are in that state, and why
 */
record KindSign(KindGroup group, State state, String words, String hover) {
  private static final int LONGEST_REASON = 400;

  /** Servers say once a minute that a watch lives, changes or not. */
  private static final Duration UNUSUAL = Duration.ofSeconds(90);

  /** From good to bad. */
  enum State {
    SYNCED("●"),
    LOADING("◌"),
    DENIED("▲"),
    STALE("▲");

    private final String sign;

    State(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    static State of(KindHealth health) {
      return switch (health) {
        case KindHealth.Synced _ -> SYNCED;
        case KindHealth.Loading _ -> LOADING;
        case KindHealth.Denied _ -> DENIED;
        case KindHealth.Stale _ -> STALE;
      };
    }
  }

  static KindSign of(KindGroup group, ClusterSnapshot snapshot, Instant now) {
    State worst = State.SYNCED;
    Duration silence = Duration.ZERO;
    List<String> told = new ArrayList<>();
    for (ObservedKind kind : group.kinds()) {
      KindHealth health = snapshot.health(kind);
      State state = State.of(health);
      worst = state.compareTo(worst) > 0 ? state : worst;
      silence = Collections.max(List.of(silence, silence(health, now)));
      told.add(told(kind, snapshot, now));
    }
    String word = Texts.of(group.key());
    String words =
        switch (worst) {
          case SYNCED ->
              silence.compareTo(UNUSUAL) < 0
                  ? word
                  : Texts.of("shell.kind.quiet", word, Times.rough(silence));
          case LOADING -> Texts.of("shell.kind.loading", word);
          case DENIED -> Texts.of("shell.kind.denied", word);
          case STALE -> Texts.of("shell.kind.stale", word);
        };
    return new KindSign(group, worst, words, String.join("\n", told));
  }

  private static String told(ObservedKind kind, ClusterSnapshot snapshot, Instant now) {
    return kind.plural() + ": " + told(snapshot.health(kind), now);
  }

  /** How well a kind was seen when the snapshot was taken, in words. */
  static String told(ObservedKind kind, ClusterSnapshot snapshot) {
    return told(kind, snapshot, snapshot.asOf());
  }

  /** The same in a word: where many are kept back, that is said once for all of them. */
  KindSign brief() {
    return new KindSign(group, state, Texts.of(group.key()), hover);
  }

  private static Duration silence(KindHealth health, Instant now) {
    return health instanceof KindHealth.Synced(var at) ? Duration.between(at, now) : Duration.ZERO;
  }

  private static String told(KindHealth health, Instant now) {
    return switch (health) {
      case KindHealth.Synced(var at) ->
          Texts.of("shell.health.synced", Times.clock(at), Times.rough(Duration.between(at, now)));
      case KindHealth.Loading _ -> Texts.of("shell.health.loading");
      case KindHealth.Denied(var reason) -> Texts.of("shell.health.denied", bounded(reason));
      case KindHealth.Stale(Instant since, var reason) ->
          Texts.of("shell.health.stale", Times.moment(since), bounded(reason));
    };
  }

  /** A server chooses these words. */
  static String bounded(String reason) {
    String visible = HostileText.visible(reason);
    return visible.length() <= LONGEST_REASON
        ? visible
        : visible.substring(0, LONGEST_REASON) + "…";
  }
}
