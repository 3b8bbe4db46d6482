package org.lazaretto.ui.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Recheck;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.session.Dossier;
import org.lazaretto.session.ReportFiles;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.WrittenReport;

/** A case in memory, whose chain and disk can be made to fail. */
public class FakeDossier implements Dossier {
  public List<JournalLine> lines;
  public boolean writable = true;
  public int looks;
  public Optional<ChainReading> reading = Optional.empty();
  public Optional<SessionException> trouble = Optional.empty();
  public Optional<Verification> verification = Optional.empty();
  public Recheck recheck = new Recheck.Unchanged("00");
  public Path folder = Path.of("/cases/IR-2026-014");
  private final List<String> notes = new ArrayList<>();

  public FakeDossier(Told told) {
    this.lines = told.lines();
  }

  public void more(Entry entry) {
    Told next = new Told();
    lines.forEach(line -> next.line(line.entry()));
    lines = next.line(entry).lines();
  }

  public List<String> notes() {
    return notes;
  }

  private void requireSound() throws SessionException {
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  @Override
  public CaseInfo info() {
    return Told.INFO;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public List<JournalLine> lines() {
    return lines;
  }

  @Override
  public boolean writable() {
    return writable;
  }

  @Override
  public ChainReading chain() throws SessionException {
    looks++;
    requireSound();
    return reading.orElseGet(
        () -> new ChainReading(lines.size(), lines.getLast().hash(), 0, List.of()));
  }

  @Override
  public Optional<Verification> verify(VerificationWatch watch) throws SessionException {
    requireSound();
    watch.lines(lines.size());
    return watch.wanted() ? verification : Optional.empty();
  }

  @Override
  public Recheck recheck(EvidenceItem item) throws SessionException {
    requireSound();
    return recheck;
  }

  @Override
  public void note(String text) throws SessionException {
    requireSound();
    notes.add(text);
    more(new Entry.Note(text));
  }

  @Override
  public IncidentReport report(Classification classification) throws SessionException {
    throw new IllegalStateException("not asked for here");
  }

  @Override
  public List<WrittenReport> export(ReportFiles.Wish wish) throws SessionException {
    throw new IllegalStateException("not asked for here");
  }
}
