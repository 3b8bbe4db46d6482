package org.lazaretto.ui.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.plan.order.NamedOrder;

/** Follows how far a case is while its journal grows: reads each line once. */
public final class CaseReader {
  private final CaseReading reading = new CaseReading();
  private int read;

  /**
   * How far the case is.
   *
   * @param lines those of the call before, then those that were added
   */
  public CaseProgress read(List<JournalLine> lines) {
    lines.subList(read, lines.size()).forEach(reading::read);
    read = lines.size();
    return CaseProgress.of(reading, lines.isEmpty() ? Instant.EPOCH : lines.getFirst().at());
  }

  /** The order of the wizards that was chosen last, in what was read. */
  public Optional<NamedOrder> order() {
    return reading.order();
  }
}
