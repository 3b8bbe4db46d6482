package org.lazaretto.ui.wizard;

import java.util.Optional;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.CaseWork;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Texts;

/** How a wizard is left for what comes next in the case. */
final class Leaving {
  private final CaseWork work;
  private final Background background;
  private final Exit exit;
  private final Runnable journalGrew;

  Leaving(CaseWork work, Background background, Exit exit, Runnable journalGrew) {
    this.work = work;
    this.background = background;
    this.exit = exit;
    this.journalGrew = journalGrew;
  }

  /** What comes next in the case, as the rail names it. */
  Optional<NextStep> next() {
    return exit.next();
  }

  /**
   * Whether what comes next is that wizard once more.
   *
   * @param worked whether its run came to what it was to come to
   */
  boolean repeats(Wizard wizard, boolean worked) {
    return next().map(step -> step.phase() == Phase.of(wizard)).orElse(!worked);
  }

  /** Goes to what comes next; closes the wizard where nothing is urged. */
  void leave() {
    next().ifPresentOrElse(exit::go, exit::close);
  }

  /** That there is nothing to do is an answer: with it in the journal the case goes on. */
  void noting(Wizard wizard, String why) {
    background.run(
        () -> {
          work.nothingToDo(wizard, why);
          return why;
        },
        noted -> {
          journalGrew.run();
          exit.tell(Notice.inform(Texts.of("wizard.nothing.noted", HostileText.visible(noted))));
          exit.close();
        },
        failure -> exit.tell(Notice.of(failure)));
  }
}
