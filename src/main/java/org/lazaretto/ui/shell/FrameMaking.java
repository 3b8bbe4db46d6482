package org.lazaretto.ui.shell;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Toolkit;

/** Makes the frame around an incident in several turns: in one it would hold the window up. */
final class FrameMaking {
  private final Desk desk;
  private final InstantSource clock;
  private final CaseMenu menu;
  private Optional<Workspace> body = Optional.empty();
  private Optional<Frame> frame = Optional.empty();

  FrameMaking(Desk desk, InstantSource clock, CaseMenu menu) {
    this.desk = desk;
    this.clock = clock;
    this.menu = menu;
  }

  /**
   * Starts with the next pulse.
   *
   * @param done takes the frame over, into which its pages come afterwards
   * @return gives up, and closes what was made so far, but not the desk
   */
  Runnable start(PaneSizes sizes, Consumer<Frame> done) {
    Toolkit.Ticking ticking =
        Toolkit.onePerPulse(
            List.of(
                () -> body = Optional.of(new Workspace(desk, menu.desktop(), sizes)),
                () -> frame = body.map(made -> new Frame(desk, clock, made, menu)),
                () -> {
                  frame.ifPresent(done);
                  body.ifPresent(Workspace::fill);
                }));
    return () -> {
      ticking.close();
      frame.ifPresentOrElse(Frame::close, () -> body.ifPresent(Workspace::close));
    };
  }
}
