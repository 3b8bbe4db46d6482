package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.function.Consumer;
import org.lazaretto.execute.Waiver;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Plan;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.HandOver;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;

/** Gives a plan to somebody who carries it out elsewhere: as a script, or as a sheet. */
final class HandingOver {
  private final CaseWork work;
  private final Background background;
  private final Consumer<Notice> tell;
  private final Runnable journalGrew;

  /**
   * Gives plans of that case.
   *
   * @param journalGrew hears that the case has new lines
   */
  HandingOver(CaseWork work, Background background, Consumer<Notice> tell, Runnable journalGrew) {
    this.journalGrew = journalGrew;
    this.work = work;
    this.background = background;
    this.tell = tell;
  }

  /** Puts the script on the clipboard. */
  void script(Plan plan) {
    Clip.copy(of(plan).script());
    tell.accept(Notice.inform(Texts.of("wizard.script.copied")));
  }

  /**
   * Puts the sheet on the clipboard, and sheet and script into the case.
   *
   * @param waivers the reasons that were written for going on
   */
  void sheet(Plan plan, List<Waiver> waivers) {
    HandOver sheet = of(plan).waiving(waivers);
    Clip.copy(sheet.sheet());
    background.run(
        () -> work.keep(sheet),
        file -> {
          journalGrew.run();
          tell.accept(
              Notice.done(Texts.of("wizard.sheet.saved", HostileText.visible(file.toString()))));
        },
        failure -> tell.accept(Notice.of(failure)));
  }

  private HandOver of(Plan plan) {
    return new HandOver(plan, work.caseId(), work.place().clock().instant());
  }
}
