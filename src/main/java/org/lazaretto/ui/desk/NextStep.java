package org.lazaretto.ui.desk;

import java.util.Locale;
import java.util.Optional;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/**
 * The next sensible step of a case. The rail and the end of each wizard name the same one, in the
 * same words.
 *
 * @param phase where it leads
 * @param words such as {@code cordon ip-10-0-1-17}
 */
public record NextStep(Phase phase, String words) {
  private static final int NAME = 40;

  /** What comes next; empty if all that this version guides through is done. */
  public static Optional<NextStep> of(CaseProgress progress) {
    return progress.next().map(phase -> new NextStep(phase, words(phase, progress)));
  }

  private static String words(Phase phase, CaseProgress progress) {
    if (progress.state(phase) == Phase.State.HELD) {
      String name = Texts.of("shell.phase." + phase.name().toLowerCase(Locale.ROOT));
      return Texts.of("desk.next.held", name);
    }
    return switch (phase) {
      case OBSERVE -> Texts.of("desk.next.observe");
      case FREEZE -> Texts.of("desk.next.freeze", progress.suspects().size());
      case CORDON -> cordon(progress);
      case CAPTURE -> Texts.of("desk.next.capture");
      case ISOLATE -> Texts.of("desk.next.isolate", progress.suspects().size());
      case CREDENTIALS -> Texts.of("desk.next.credentials");
      case EVACUATE -> Texts.of("desk.next.evacuate");
      case DISPOSE -> Texts.of("desk.next.dispose", progress.suspects().size());
      case RECOVER -> Texts.of("desk.next.recover");
      case REPORT -> Texts.of("desk.next.report");
    };
  }

  private static String cordon(CaseProgress progress) {
    return progress.openNodes().size() == 1
        ? Texts.of(
            "desk.next.cordon.one",
            Elision.middle(HostileText.visible(progress.openNodes().iterator().next()), NAME))
        : Texts.of("desk.next.cordon.more", progress.openNodes().size());
  }
}
