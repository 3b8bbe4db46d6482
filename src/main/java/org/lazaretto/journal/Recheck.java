package org.lazaretto.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.EvidenceStore.Found;
import org.lazaretto.port.PortException;

/** What hashing one evidence file again gave. */
public sealed interface Recheck {
  /** The file has the bytes that were received. */
  record Unchanged(String sha256) implements Recheck {}

  /** It has not, or it is not there; how, in a few words. */
  record Differs(String how) implements Recheck {}

  /**
   * Hashes an item's file again. Nothing is changed, and nothing is journalled.
   *
   * @throws JournalException UNREADABLE if the folder cannot be read
   */
  static Recheck of(CaseStores stores, EvidenceItem item) throws JournalException {
    List<Verification.Problem> problems = new ArrayList<>();
    try {
      EvidenceCheck check =
          new EvidenceCheck(stores, VerificationWatch.SILENT, problems, new ArrayList<>());
      Optional<Found> found =
          stores.evidence().list().stream()
              .filter(file -> file.path().equals(item.file()))
              .findFirst();
      check.check(new Landmarks.Bound<>(0, item), found);
    } catch (PortException e) {
      throw Trouble.unreadable(stores.journal().place(), e);
    }
    return problems.isEmpty()
        ? new Unchanged(item.sha256())
        : new Differs(problems.getFirst().text());
  }
}
