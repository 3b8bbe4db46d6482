package org.lazaretto.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.ChainFollower;
import org.lazaretto.journal.ChainReading;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Recheck;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.port.CaseStores;
import org.lazaretto.report.ChainState;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.session.SessionException.Kind;

/** The dossier of a case that this program has open for writing. */
final class OpenDossier implements Dossier {
  private final CaseStores stores;
  private final CaseDesk desk;
  private final Path folder;
  private final Workplace place;
  private final Supplier<Circumstances> seen;
  private final ChainFollower follower;

  OpenDossier(
      CaseStores stores,
      CaseDesk desk,
      Path folder,
      Workplace place,
      Supplier<Circumstances> seen) {
    this.stores = stores;
    this.desk = desk;
    this.folder = folder;
    this.place = place;
    this.seen = seen;
    this.follower = new ChainFollower(stores);
  }

  @Override
  public CaseInfo info() {
    return desk.journal().info();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public List<JournalLine> lines() {
    return desk.journal().lines();
  }

  @Override
  public boolean writable() {
    return true;
  }

  @Override
  public ChainReading chain() throws SessionException {
    try {
      return follower.look(desk.journal()::lines);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  @Override
  public Optional<Verification> verify(VerificationWatch watch) throws SessionException {
    Optional<Verification> result = verification(watch);
    if (result.isPresent()) {
      checked(result.get());
    }
    return result;
  }

  private Optional<Verification> verification(VerificationWatch watch) throws SessionException {
    desk.settleHead();
    try {
      return Verification.of(stores, watch);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** A broken chain is left as it is; evidence that differs is told by a line that follows. */
  private void checked(Verification verification) throws SessionException {
    List<String> differing = new ArrayList<>();
    for (Verification.Problem problem : verification.problems()) {
      Optional<EvidenceItem> item = item(problem);
      if (item.isEmpty()) {
        return;
      }
      differing.add(item.get().id() + ": " + problem.text());
    }
    desk.write(new Entry.EvidenceChecked(verification.evidence(), differing));
  }

  private Optional<EvidenceItem> item(Verification.Problem problem) {
    List<JournalLine> lines = lines();
    boolean known = problem.line() > 0 && problem.line() <= lines.size();
    return known
            && lines.get((int) problem.line() - 1).entry() instanceof Entry.EvidenceTaken(var item)
            && problem.text().startsWith(item.file())
        ? Optional.of(item)
        : Optional.empty();
  }

  /** One item is no check of the evidence as a whole, which the report tells of: it is a note. */
  @Override
  public Recheck recheck(EvidenceItem item) throws SessionException {
    try {
      Recheck result = Recheck.of(stores, item);
      desk.write(
          switch (result) {
            case Recheck.Unchanged(var sha256) ->
                new Entry.Note(item.id() + " was hashed again and is unchanged: SHA-256 " + sha256);
            case Recheck.Differs(var how) -> new Entry.Gap(item.id() + " is not as received", how);
          });
      return result;
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  @Override
  public void note(String text) throws SessionException {
    if (text.isBlank()) {
      throw new SessionException(Kind.USAGE, "The note is empty. Nothing was written.");
    }
    desk.write(new Entry.Note(text.strip()));
  }

  @Override
  public IncidentReport report(Classification classification) throws SessionException {
    ChainReading chain = chain();
    List<String> told = chain.problems().stream().map(Verification.Problem::spoken).toList();
    ChainState state = new ChainState(chain.holds(), told, false);
    return Reporting.report(
        new Reporting.Told(info(), lines(), state, desk.pictures()),
        seen.get(),
        classification,
        place);
  }

  @Override
  public List<WrittenReport> export(ReportFiles.Wish wish) throws SessionException {
    Verification verification = verification(VerificationWatch.SILENT).orElseThrow();
    ReportPlace where = ReportPlace.inCase(folder, place.clock().instant());
    return new ReportFiles(place).write(desk, verification, seen.get(), wish, where);
  }
}
