package org.lazaretto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lazaretto.execute.Reconciler;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.CaseJournal;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.report.CasePicture;
import org.lazaretto.session.SessionException.Kind;

/** One case, open for writing. */
public final class CaseDesk implements AutoCloseable {
  private final CaseStores stores;
  private final CaseJournal journal;
  private final List<String> settled = new CopyOnWriteArrayList<>();

  private CaseDesk(CaseStores stores, CaseJournal journal) {
    this.stores = stores;
    this.journal = journal;
  }

  /** Makes a case in a missing or empty folder. */
  public static CaseDesk create(CaseStores stores, CaseInfo info, Workplace place)
      throws SessionException {
    try {
      return new CaseDesk(stores, CaseJournal.create(stores, info, place.author(), place.time()));
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** Opens the case of a folder, or makes one there with that description. */
  public static CaseDesk openOrCreate(CaseStores stores, CaseInfo fresh, Workplace place)
      throws SessionException {
    try {
      return CaseJournal.exists(stores)
          ? new CaseDesk(stores, CaseJournal.open(stores, place.author(), place.time()))
          : create(stores, fresh, place);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** What a person should know of how the case was found. */
  public List<String> notices() {
    List<String> all = new ArrayList<>(journal.notices());
    all.addAll(settled);
    return List.copyOf(all);
  }

  /**
   * Asks the cluster what became of intents that an earlier run left without outcome, and journals
   * what it says.
   *
   * @return a sentence on each
   * @throws SessionException UNAVAILABLE if the journal cannot be written
   */
  List<String> settle(ClusterReads reads) throws SessionException {
    List<String> told = new ArrayList<>();
    try {
      for (Reconciler.Found found : new Reconciler(reads, journal).reconcile()) {
        told.add(
            "An earlier run did not say what became of '%s' (journal line %d): %s. %s"
                .formatted(
                    found.step().title(),
                    found.line(),
                    found.verdict().word(),
                    found.verdict().text()));
      }
    } catch (JournalException e) {
      throw Words.of(e);
    }
    PaperWork.unread(journal.lines()).stream().map(CaseDesk::unread).forEach(told::add);
    settled.addAll(told);
    return told;
  }

  private static String unread(JournalLine line) {
    Entry.StepNote note = ((Entry.DoneElsewhere) line.entry()).step();
    return "Step %s, '%s', was said to be done elsewhere (journal line %d), and nobody has read since whether it is so: read it again where it was recorded."
        .formatted(note.step(), note.title(), line.number());
  }

  /** Brings the journal's head up to date, for who is about to verify what is on disk. */
  void settleHead() throws SessionException {
    try {
      journal.settleHead();
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  /** The journal. */
  public Journal journal() {
    return journal;
  }

  /**
   * Binds the case to a cluster on first contact, and to no other afterwards (T-42).
   *
   * @throws SessionException HELD if the case is about another cluster; nothing was changed
   */
  public void bind(ClusterIdentity cluster, Caller caller) throws SessionException {
    String bound = journal.info().clusterUid();
    if (bound.isEmpty()) {
      write(
          new Entry.ClusterBound(
              cluster.uid(),
              cluster.name(),
              cluster.server(),
              cluster.version(),
              caller.username()));
    } else if (!bound.equals(cluster.uid())) {
      String words =
          "T-42: this case is about cluster %s, and %s is cluster %s."
              .formatted(bound, cluster.name(), cluster.uid());
      write(new Entry.Gap("a run on another cluster was refused", words));
      throw new SessionException(
          Kind.HELD, words + " Nothing was sent. Name the right context, or open another case.");
    }
  }

  /** Records suspects that this case does not know yet. */
  public void mark(List<PodRef> suspects, ClusterSnapshot snapshot, String reason)
      throws SessionException {
    for (PodRef suspect : suspects) {
      if (!marked(suspect)) {
        String node = snapshot.pod(suspect.uid()).flatMap(Pod::node).orElse("");
        write(new Entry.SuspectMarked(suspect, node, reason));
      }
    }
  }

  /** Records that a pod is no longer held to be compromised; does nothing if it is not marked. */
  public void clear(PodRef suspect, String reason) throws SessionException {
    if (marked(suspect)) {
      write(new Entry.SuspectCleared(suspect, reason));
    }
  }

  private boolean marked(PodRef suspect) {
    return suspects().stream().anyMatch(pod -> pod.uid().equals(suspect.uid()));
  }

  /** The pods that are marked now, in the order of their marks. */
  public List<PodRef> suspects() {
    return Suspects.of(journal.lines());
  }

  /** The pictures that the case holds; reads them from the disk. */
  List<CasePicture> pictures() {
    return CasePictures.read(stores.evidence(), journal.lines());
  }

  /** Appends an entry. */
  public void write(Entry entry) throws SessionException {
    try {
      journal.write(entry);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
