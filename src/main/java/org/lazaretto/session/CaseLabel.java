package org.lazaretto.session;

import java.util.List;
import java.util.stream.Stream;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.CaseJournal;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.port.CaseStores;

/**
 * The value of the label by which a case knows its suspects: one for all plans of the case, in both
 * faces. A case that has isolated keeps to what it used then, also where that plan was made before
 * there was a case; any other case uses a value made of its id and its cluster.
 */
public final class CaseLabel {
  private CaseLabel() {}

  /** That of a case with these lines. */
  public static String of(CaseInfo info, List<JournalLine> lines, String clusterUid) {
    return lines.stream()
        .flatMap(CaseLabel::used)
        .findFirst()
        .orElseGet(() -> Quarantine.ofCase(info.id(), clusterUid));
  }

  private static Stream<String> used(JournalLine line) {
    return line.entry() instanceof Entry.WayBack back
        ? TakeBack.read(back.how()).stream()
            .flatMap(how ->
                how instanceof TakeBack.Remove(_, var value) ? Stream.of(value) : Stream.empty())
            .filter(Quarantine::valid)
        : Stream.empty();
  }

  /**
   * That of the case in a folder.
   *
   * @param id what a case would be called that is made there
   * @throws SessionException UNAVAILABLE if the case cannot be read
   */
  public static String in(CaseStores stores, String id, String clusterUid) throws SessionException {
    try {
      if (!CaseJournal.exists(stores)) {
        return Quarantine.ofCase(id, clusterUid);
      }
      CaseFile file = CaseFile.read(stores);
      return of(file.info(), file.lines(), clusterUid);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }
}
