package org.lazaretto.journal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * The journal of a case folder, open for writing by this program alone until it is closed. Opening
 * writes the lines that say so: {@link Entry.CaseOpened} once, {@link Entry.Opened} each time, and
 * what a sudden end left.
 */
public final class CaseJournal implements Journal, AutoCloseable {
  private final CaseStores stores;
  private final CaseInfo info;
  private final Appender appender;
  private final EvidenceKeeper keeper;
  private final List<String> notices;

  private CaseJournal(
      CaseStores stores,
      CaseInfo info,
      Appender appender,
      EvidenceKeeper keeper,
      List<String> notices) {
    this.stores = stores;
    this.info = info;
    this.appender = appender;
    this.keeper = keeper;
    this.notices = List.copyOf(notices);
  }

  /** Whether there is a case to open; a missing or empty folder has none. */
  public static boolean exists(CaseStores stores) throws JournalException {
    return presence(stores.journal()) == JournalStore.Presence.CASE;
  }

  /**
   * Makes a case in a folder that is missing or empty, and opens it.
   *
   * @throws JournalException UNWRITABLE if there is a case already or the disk refuses, UNREADABLE
   *     if the folder holds something else, LOCKED if another program is at it
   */
  public static CaseJournal create(CaseStores stores, CaseInfo info, Author author, CaseClock clock)
      throws JournalException {
    requireRoom(stores.journal());
    lock(stores.journal(), author);
    return orClose(
        stores,
        () -> {
          requireRoom(stores.journal());
          byte[] header = CaseHeader.bytes(info, clock.wall().instant(), salt());
          try {
            stores.journal().publish(JournalStore.CASE_FILE, header);
          } catch (PortException e) {
            throw Trouble.notStarted(stores.journal().place(), e);
          }
          return begin(stores, author, clock);
        });
  }

  /**
   * Opens the case of a folder. A torn last line is set aside; see {@link #notices}.
   *
   * @throws JournalException UNREADABLE if there is none, LOCKED if another program writes it,
   *     NEWER_VERSION, DAMAGED if its chain does not hold, UNWRITABLE if the disk refuses
   */
  public static CaseJournal open(CaseStores stores, Author author, CaseClock clock)
      throws JournalException {
    requireCase(stores.journal());
    lock(stores.journal(), author);
    return orClose(stores, () -> begin(stores, author, clock));
  }

  private static CaseJournal begin(CaseStores stores, Author author, CaseClock clock)
      throws JournalException {
    JournalStore store = stores.journal();
    Opening opening = Opening.of(store);
    EntryCodec codec = new EntryCodec(new Secrets(opening.header().salt()));
    Appender appender = new Appender(store, codec, clock, author.operator(), opening.lines());
    List<Entry> entries = new ArrayList<>(opening.entries());
    try {
      entries.addAll(EvidenceKeeper.tidy(stores.evidence(), opening.lines()));
    } catch (PortException e) {
      throw Trouble.notStarted(store.place(), e);
    }
    CaseInfo info = opening.header().info();
    VerifyScript.leaveIn(store);
    if (opening.lines().isEmpty()) {
      Entry.CaseOpened opened = new Entry.CaseOpened(info, author.productVersion());
      appender.first(opened, opening.header().hash());
    }
    for (Entry entry : entries) {
      appender.append(entry);
    }
    appender.append(
        new Entry.Opened(author.osUser(), author.host(), author.productVersion(), author.pid()));
    EvidenceKeeper keeper =
        new EvidenceKeeper(stores.evidence(), appender, clock, author, store.place());
    return new CaseJournal(stores, info, appender, keeper, opening.notices());
  }

  @Override
  public JournalLine write(Entry entry) throws JournalException {
    return appender.append(entry);
  }

  @Override
  public EvidenceItem keep(EvidenceDraft draft, byte[] bytes) throws JournalException {
    return keeper.keep(draft, bytes);
  }

  @Override
  public List<JournalLine> lines() {
    return appender.lines();
  }

  /** What the case is; its cluster is the one that was bound last. */
  @Override
  public CaseInfo info() {
    return bound(info, lines());
  }

  static CaseInfo bound(CaseInfo info, List<JournalLine> lines) {
    CaseInfo result = info;
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.ClusterBound cluster) {
        result =
            new CaseInfo(info.id(), info.title(), cluster.uid(), cluster.name(), info.exercise());
      }
    }
    return result;
  }

  /** What a person should know of how the case was found, in sentences. */
  public List<String> notices() {
    return notices;
  }

  /** Brings the head up to date, for who is about to compare it with the lines. */
  public void settleHead() throws JournalException {
    try {
      stores.journal().settleHead();
    } catch (PortException e) {
      throw Trouble.notStarted(stores.journal().place(), e);
    }
  }

  /** Ends writing and lets others in. Every line that was acknowledged is on disk already. */
  @Override
  public void close() {
    stores.journal().close();
  }

  private static void requireRoom(JournalStore store) throws JournalException {
    switch (presence(store)) {
      case NOTHING -> {}
      case CASE -> throw Trouble.exists(store.place());
      case SOMETHING_ELSE -> throw Trouble.foreign(store.place());
    }
  }

  static void requireCase(JournalStore store) throws JournalException {
    switch (presence(store)) {
      case NOTHING -> throw Trouble.noCase(store.place());
      case CASE -> {}
      case SOMETHING_ELSE -> throw Trouble.foreign(store.place());
    }
  }

  private static JournalStore.Presence presence(JournalStore store) throws JournalException {
    try {
      return store.presence();
    } catch (PortException e) {
      throw Trouble.unreadable(store.place(), e);
    }
  }

  private static void lock(JournalStore store, Author author) throws JournalException {
    try {
      Optional<String> other = store.lock(author.holder());
      if (other.isPresent()) {
        throw Trouble.locked(store.place(), other.get());
      }
    } catch (PortException e) {
      throw Trouble.notStarted(store.place(), e);
    }
  }

  /** A step of opening after which the lock must not stay if it fails. */
  private interface Attempt {
    CaseJournal run() throws JournalException;
  }

  private static CaseJournal orClose(CaseStores stores, Attempt attempt) throws JournalException {
    boolean open = false;
    try {
      CaseJournal journal = attempt.run();
      open = true;
      return journal;
    } finally {
      if (!open) {
        stores.journal().close();
      }
    }
  }

  private static String salt() {
    byte[] salt = new byte[16];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
