package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.report.ReportPage;

/** The report as it is read in the window. */
class ReportPageTest extends PaneTest {
  private final AtomicInteger exported = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();

  @Override
  Page pageOf(Desk desk) {
    return new ReportPage(
        desk.incident().dossier(),
        desk.background(),
        new ReportPage.Doors(exported::incrementAndGet, left::incrementAndGet));
  }

  @Test
  void the_report_says_what_is_empty_and_names_a_suspect_once_it_is_marked() throws Exception {
    open(820, 700);
    hand.until("the empty report", () -> told("bodyBox").contains("Nobody is marked."));
    looksRight("report-empty");
    var suspect = miner();
    desk().incident().mark(suspect.ref(), "its log speaks of a mining pool");
    hand.press("refreshButton");
    hand.until("the suspect", () -> told("bodyBox").contains("its log speaks of a mining pool"));
    assertThat(told("bodyBox")).contains(suspect.ref().path());
    looksRight("report-dark");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    looksRight("report-light");
    hand.press("exportButton");
    hand.press("closeButton");
    assertThat(exported).hasValue(1);
    assertThat(left).hasValue(1);
  }
}
