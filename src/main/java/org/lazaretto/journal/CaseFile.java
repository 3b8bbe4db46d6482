package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * A case that is read and neither changed nor locked, be it damaged or not.
 *
 * @param info what the case is; its cluster is the one that was bound last
 * @param lines the lines that can be read; what is wrong with the others is in {@code verification}
 */
public record CaseFile(CaseInfo info, List<JournalLine> lines, Verification verification) {
  /** Copies what it is given. */
  public CaseFile {
    lines = List.copyOf(lines);
  }

  /**
   * Reads and verifies a case.
   *
   * @throws JournalException UNREADABLE if there is no case or its files cannot be read, DAMAGED
   *     only if not even its first line says what it is, NEWER_VERSION
   */
  public static CaseFile read(CaseStores stores) throws JournalException {
    return read(stores, VerificationWatch.SILENT).orElseThrow();
  }

  /**
   * Reads and verifies a case as {@link #read(CaseStores)} does, and says how far it has come.
   *
   * @return empty if the watch did not want it to its end
   */
  public static Optional<CaseFile> read(CaseStores stores, VerificationWatch watch)
      throws JournalException {
    Optional<Verification> chain = Verification.of(stores, watch);
    return chain.isEmpty() ? Optional.empty() : Optional.of(read(stores, chain.get()));
  }

  private static CaseFile read(CaseStores stores, Verification chain) throws JournalException {
    Lines lines = new Lines();
    JournalStore store = stores.journal();
    try (InputStream in = store.lines()) {
      Chain.read(in, 0, lines);
      List<Problem> problems = new ArrayList<>(chain.problems());
      problems.addAll(lines.malformed());
      problems.addAll(lines.unknown());
      CaseInfo info = CaseJournal.bound(info(store, lines), lines.lines());
      return new CaseFile(
          info,
          lines.lines(),
          new Verification(
              chain.lines(),
              chain.head(),
              chain.evidence(),
              problems.stream().distinct().toList(),
              chain.notices()));
    } catch (PortException e) {
      throw Trouble.unreadable(store.place(), e);
    } catch (IOException e) {
      throw Trouble.unreadable(store.place(), e);
    }
  }

  /** The first line says it too, in case the file is damaged. */
  private static CaseInfo info(JournalStore store, Lines lines)
      throws PortException, JournalException {
    Optional<CaseInfo> first =
        lines.lines().stream()
            .limit(1)
            .map(JournalLine::entry)
            .filter(Entry.CaseOpened.class::isInstance)
            .map(entry -> ((Entry.CaseOpened) entry).info())
            .findFirst();
    if (first.isPresent()) {
      return first.get();
    }
    byte[] bytes = store.published(JournalStore.CASE_FILE).orElse(new byte[0]);
    return CaseHeader.parse(store.place(), bytes).info();
  }
}
