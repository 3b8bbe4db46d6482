package org.lazaretto.execute;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;

/** A journal in memory whose disk can be made to fail. */
final class FakeJournal implements Journal {
  private final List<JournalLine> lines = new ArrayList<>();
  private final HandTime time;
  private Predicate<Entry> failing = _ -> false;
  private String caseCluster = Clusters.IDENTITY.uid();

  FakeJournal(HandTime time) {
    this.time = time;
  }

  /** From now on such entries cannot be written. */
  synchronized void failOn(Predicate<Entry> entries) {
    failing = entries;
  }

  synchronized void caseIsAbout(String clusterUid) {
    caseCluster = clusterUid;
  }

  @Override
  public synchronized JournalLine write(Entry entry) throws JournalException {
    if (failing.test(entry)) {
      throw new JournalException(JournalException.Kind.UNWRITABLE, "No space left on device");
    }
    JournalLine line =
        new JournalLine(lines.size() + 1L, time.instant(), "prev", "hash", "someone", entry);
    lines.add(line);
    return line;
  }

  @Override
  public synchronized EvidenceItem keep(EvidenceDraft draft, byte[] bytes) throws JournalException {
    long number = entries(Entry.EvidenceTaken.class).size() + 1L;
    EvidenceItem item =
        new EvidenceItem(
            "EV-%04d".formatted(number),
            draft,
            time.instant(),
            bytes.length,
            sha256(bytes),
            "evidence/EV-%04d/body".formatted(number),
            "someone");
    write(new Entry.EvidenceTaken(item));
    return item;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized List<JournalLine> lines() {
    return List.copyOf(lines);
  }

  synchronized <T extends Entry> List<T> entries(Class<T> type) {
    return lines.stream().map(JournalLine::entry).filter(type::isInstance).map(type::cast).toList();
  }

  /** What the journal says of one step, in order, a word each. */
  synchronized List<String> storyOf(String step) {
    List<String> story = new ArrayList<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.Intent(var note, _) when note.step().equals(step) -> story.add("intent");
        case Entry.Outcome outcome when outcome.step().equals(step) -> story.add(outcome.outcome());
        case Entry.Verified found when found.step().equals(step) -> story.add(found.verdict());
        default -> {}
      }
    }
    return story;
  }

  @Override
  public CaseInfo info() {
    return new CaseInfo("IR-2026-001", "a test", caseCluster, "practice", true);
  }
}
