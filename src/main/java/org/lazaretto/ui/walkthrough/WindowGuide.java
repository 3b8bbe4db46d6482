package org.lazaretto.ui.walkthrough;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lazaretto.model.Scenario;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.session.Incident;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;
import org.lazaretto.ui.shell.Guide;

/** Plays walkthroughs in the window that is open, at a pace that an eye can follow. */
public final class WindowGuide implements Guide {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Hand hand;
  private final Duration look;

  /**
   * A guide.
   *
   * @param fx runs what touches the window
   * @param look how long each page stays to be looked at
   */
  public WindowGuide(Executor fx, Duration look) {
    this.hand = new Hand(fx, PATIENCE);
    this.look = look;
  }

  @Override
  public void play(Incident incident, Consumer<WalkthroughStep> begins)
      throws SessionException, InterruptedException {
    Scenario scenario =
        incident
            .scenario()
            .orElseThrow(() -> new SessionException(Kind.USAGE, "This is no exercise."));
    if (!incident.awaitSettled(PATIENCE)) {
      throw new SessionException(Kind.BROKEN, "The practice cluster has not settled in time.");
    }
    try {
      new Tour(hand, looking(incident.place().clock()), begins).play(scenario);
    } catch (IOException | StuckException e) {
      throw new SessionException(Kind.BROKEN, String.valueOf(e.getMessage()));
    }
  }

  private Album looking(InstantSource clock) {
    return _ -> {
      Instant end = clock.instant().plus(look);
      hand.until("a moment to look", () -> !clock.instant().isBefore(end));
    };
  }
}
