package org.lazaretto.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.lazaretto.port.EvidenceStore;
import org.lazaretto.port.PortException;

/** Keeps evidence: a file first, then the line that registers it, numbers in the lines' order. */
final class EvidenceKeeper {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/json",
          "json",
          EvidenceDraft.COMMAND,
          "json",
          "application/yaml",
          "yaml",
          "text/plain",
          "txt",
          "text/html",
          "html",
          "application/gzip",
          "gz",
          "image/png",
          "png");
  private static final String ROOT = "evidence/";

  private final EvidenceStore store;
  private final Appender appender;
  private final CaseClock clock;
  private final Author author;
  private final String place;
  private final ReentrantLock numbering = new ReentrantLock();
  private int taken;

  EvidenceKeeper(
      EvidenceStore store, Appender appender, CaseClock clock, Author author, String place) {
    this.store = store;
    this.appender = appender;
    this.clock = clock;
    this.author = author;
    this.place = place;
    this.taken = items(appender.lines()).size();
  }

  EvidenceItem keep(EvidenceDraft draft, byte[] bytes) throws JournalException {
    try {
      EvidenceStore.Staged staged = store.stage("item." + ending(draft.mediaType()), bytes);
      JournalLine line = appender.commit(register(draft, staged));
      if (line.entry() instanceof Entry.EvidenceTaken(var item)) {
        return item;
      }
      throw new IllegalStateException("evidence was registered as " + line.entry());
    } catch (PortException e) {
      throw Trouble.notKept(place, e);
    }
  }

  private JournalLine register(EvidenceDraft draft, EvidenceStore.Staged staged)
      throws PortException, JournalException {
    numbering.lock();
    try {
      String id = String.format(Locale.ROOT, "EV-%04d", taken + 1);
      String file = store.settle(staged, id + "-" + draft.kind().id());
      EvidenceItem item =
          new EvidenceItem(
              id,
              draft,
              clock.wall().instant(),
              staged.size(),
              staged.sha256(),
              file,
              author.operator());
      JournalLine line = appender.place(new Entry.EvidenceTaken(item));
      taken++;
      return line;
    } finally {
      numbering.unlock();
    }
  }

  private static String ending(String mediaType) {
    int parameters = mediaType.indexOf(';');
    String plain = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
    return ENDINGS.getOrDefault(plain.strip().toLowerCase(Locale.ROOT), "bin");
  }

  /** Moves what a sudden end left unregistered out of the way; says what it was. */
  static List<Entry> tidy(EvidenceStore store, List<JournalLine> lines) throws PortException {
    Set<String> registered =
        items(lines).stream().map(item -> folder(item.file())).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (EvidenceStore.Found found : store.list()) {
      String folder = folder(found.path());
      if (!folder.isEmpty() && !folder.startsWith(".left-") && !registered.contains(folder)) {
        unknown.add(folder);
      }
    }
    List<Entry> gaps = new ArrayList<>();
    for (String folder : unknown) {
      String to = store.setAside(folder);
      gaps.add(
          new Entry.Gap(
              ROOT + folder, "it was stored but never registered; it was set aside as " + to));
    }
    return gaps;
  }

  static List<EvidenceItem> items(List<JournalLine> lines) {
    return lines.stream()
        .map(JournalLine::entry)
        .filter(Entry.EvidenceTaken.class::isInstance)
        .map(entry -> ((Entry.EvidenceTaken) entry).item())
        .toList();
  }

  /** The item's folder in a path such as {@code evidence/EV-0001-api-state/item.json}. */
  private static String folder(String path) {
    int end = path.indexOf('/', ROOT.length());
    return path.startsWith(ROOT) && end > 0 ? path.substring(ROOT.length(), end) : "";
  }
}
