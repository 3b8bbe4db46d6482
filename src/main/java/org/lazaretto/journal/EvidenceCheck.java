package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.journal.Landmarks.Bound;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.EvidenceStore.Found;
import org.lazaretto.port.PortException;

/**
 * Compares the files that are there with the lines that bind them. A path from the journal is only
 * compared with what is in the folder, never opened by itself.
 */
record EvidenceCheck(
    CaseStores stores, VerificationWatch watch, List<Problem> problems, List<String> notices) {
  private static final String ITEM = "evidence/EV-";

  void items(List<Bound<EvidenceItem>> items) throws PortException, JournalException {
    Map<String, Found> there = new LinkedHashMap<>();
    stores.evidence().list().forEach(found -> there.put(found.path(), found));
    Set<String> registered = new HashSet<>();
    Progress progress = new Progress(items);
    for (Bound<EvidenceItem> item : items) {
      if (!watch.wanted()) {
        return;
      }
      registered.add(item.what().file());
      check(item, Optional.ofNullable(there.get(item.what().file())));
      watch.evidence(progress.with(item.what()));
    }
    there.keySet().removeAll(registered);
    String last = items.isEmpty() ? ITEM : "evidence/" + items.getLast().what().id() + "-";
    there.keySet().forEach(path -> extra(path, last));
  }

  void check(Bound<EvidenceItem> bound, Optional<Found> there)
      throws PortException, JournalException {
    EvidenceItem item = bound.what();
    if (there.isEmpty()) {
      problem(bound, item.file() + " is missing");
    } else if (!there.get().regular()) {
      problem(bound, item.file() + " is not a plain file");
    } else if (there.get().size() != item.size()) {
      problem(
          bound, "%s has %d bytes, not %d".formatted(item.file(), there.get().size(), item.size()));
    } else if (!hash(there.get()).equals(item.sha256())) {
      problem(bound, item.file() + " has another SHA-256 than on receipt");
    } else if (there.get().writable()) {
      notices.add(item.file() + " is no longer read-only; its content is unchanged.");
    }
  }

  private String hash(Found file) throws PortException, JournalException {
    try (InputStream in = stores.evidence().read(file)) {
      return Hash.of(in, watch::wanted);
    } catch (IOException e) {
      throw Trouble.unreadable(stores.journal().place(), e);
    }
  }

  /** How much of the evidence was hashed again. */
  private static final class Progress {
    private final int items;
    private final long bytes;
    private int done;
    private long hashed;

    Progress(List<Bound<EvidenceItem>> items) {
      this.items = items.size();
      this.bytes = items.stream().mapToLong(item -> item.what().size()).sum();
    }

    VerificationWatch.Hashed with(EvidenceItem item) {
      done++;
      hashed += item.size();
      return new VerificationWatch.Hashed(item.id(), done, items, hashed, bytes);
    }
  }

  /** What a sudden end leaves has the next number, or none yet; anything else was put there. */
  private void extra(String path, String last) {
    if (path.startsWith("evidence/.taking-")) {
      notices.add(path + " was being taken and is not registered.");
    } else if (path.startsWith("evidence/.left-")) {
      notices.add(path + " was set aside and is not registered.");
    } else if (path.startsWith(ITEM) && isAfter(path, last)) {
      notices.add(path + " is not registered: it was stored last, and its line is missing.");
    } else {
      problems.add(new Problem(0, path + " is not registered in the journal"));
    }
  }

  private static boolean isAfter(String path, String last) {
    int dash = path.indexOf('-', ITEM.length());
    String id = dash < 0 ? path : path.substring(0, dash + 1);
    return id.length() > last.length() || (id.length() == last.length() && id.compareTo(last) > 0);
  }

  void tails(List<Bound<Entry.TornTail>> tails) throws PortException {
    for (Bound<Entry.TornTail> tail : tails) {
      String file = tail.what().file();
      if (!file.matches("torn-[0-9]{1,9}\\.bin")) {
        problem(tail, "it names a file that cannot be a set-aside tail");
        continue;
      }
      Optional<byte[]> bytes = stores.journal().published(file);
      if (bytes.isEmpty()) {
        problem(tail, file + " is missing");
      } else if (!Hash.of(bytes.get()).equals(tail.what().sha256())) {
        problem(tail, file + " has another SHA-256 than when it was set aside");
      }
    }
  }

  private void problem(Bound<?> bound, String text) {
    problems.add(new Problem(bound.line(), text));
  }
}
