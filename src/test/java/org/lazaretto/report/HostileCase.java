package org.lazaretto.report;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.lazaretto.fixture.AnyRecord;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;

/** A case in which every text of every kind of entry is the same hostile one. */
final class HostileCase {
  private final String text;

  private HostileCase(String text) {
    this.text = text;
  }

  static ReportInput of(String text) {
    HostileCase hostile = new HostileCase(text);
    List<JournalLine> lines =
        java.util.Arrays.stream(Entry.class.getPermittedSubclasses()).map(hostile::line).toList();
    return new ReportInput(
        (CaseInfo) AnyRecord.of(CaseInfo.class, text),
        lines,
        new ChainState(false, List.of(text), false),
        new ReportInput.Edition(text, Instant.EPOCH, Classification.AMBER),
        List.of(new Entry.Gap(text, text)),
        List.of(),
        OptionalInt.empty());
  }

  private JournalLine line(Class<?> type) {
    return new JournalLine(1, Instant.EPOCH, text, text, text, (Entry) AnyRecord.of(type, text));
  }
}
