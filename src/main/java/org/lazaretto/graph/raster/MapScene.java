package org.lazaretto.graph.raster;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lazaretto.graph.Fade;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;

/** All that one picture of the map shows. Only read while it is painted. */
public final class MapScene {
  private static final Duration FADE = Duration.ofSeconds(2);

  final MapFrame frame;
  final Projection projection;
  final Overlay overlay;
  final Focus focus;
  final Look look;
  final Inks inks;
  private final Instant now;
  private final Map<Integer, Fade> fades;
  private final int[] siblings;

  /**
   * A picture.
   *
   * @param now by the clock of the snapshots
   */
  public MapScene(
      MapFrame frame, Projection projection, Overlay overlay, Focus focus, Look look, Instant now) {
    this.frame = frame;
    this.projection = projection;
    this.overlay = overlay;
    this.siblings = overlay.cellsOf(focus.siblings(), focus.centre());
    this.focus = focus;
    this.look = look;
    this.now = now;
    this.inks = new Inks(look.palette(), frame.staleSince().isPresent());
    this.fades =
        look.motion()
            ? frame.fades().stream()
                .filter(fade -> part(fade) < 256)
                .collect(Collectors.toMap(Fade::cell, Function.identity(), (_, last) -> last))
            : Map.of();
  }

  /** How far a fade has come, in 256 parts. */
  int part(Fade fade) {
    long gone = Duration.between(fade.since(), now).toMillis();
    return (int) Math.max(0, Math.min(256, 256 * gone / FADE.toMillis()));
  }

  Optional<Fade> fade(int cell) {
    return fades.isEmpty() ? Optional.empty() : Optional.ofNullable(fades.get(cell));
  }

  /** Whether anything still fades, so that it has to be painted again soon. */
  public boolean fading() {
    return !fades.isEmpty();
  }

  /** The cells of the siblings of the pod looked at, without its own. */
  int[] siblings() {
    return siblings;
  }

  int ink(Ink ink) {
    return look.palette().of(ink);
  }

  int px(double logical) {
    return look.type().px(logical);
  }
}
