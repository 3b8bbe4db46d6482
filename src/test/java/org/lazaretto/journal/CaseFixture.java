package org.lazaretto.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.CaseStores;

/** A case folder and a clock that is moved by hand. */
final class CaseFixture {
  static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  static final CaseInfo INFO = new CaseInfo("IR-2026-014", "Mining pod", "", "", true);
  static final Author ANA = new Author("Ana, lead", "ana", "bench-3", "4711", "0.1.0");

  final Path folder;
  final CaseFolders folders;
  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final InstantSource wall = now::get;

  CaseFixture(Path folder) {
    this(folder, new CaseFolders());
  }

  CaseFixture(Path folder, CaseFolders folders) {
    this.folder = folder;
    this.folders = folders;
  }

  CaseStores stores() {
    return folders.at(folder);
  }

  CaseJournal create() throws JournalException {
    return CaseJournal.create(stores(), INFO, ANA, CaseClock.steady(wall));
  }

  CaseJournal open() throws JournalException {
    return CaseJournal.open(stores(), ANA, CaseClock.steady(wall));
  }

  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** A case with a few lines and one evidence item, closed. */
  static CaseFixture filled(Path folder, int notes) throws JournalException {
    CaseFixture fixture = new CaseFixture(folder);
    try (CaseJournal journal = fixture.create()) {
      journal.keep(draft("the pod as the server knew it"), bytes("{\"kind\":\"Pod\"}"));
      for (int i = 1; i <= notes; i++) {
        fixture.pass(Duration.ofMillis(100));
        journal.write(new Entry.Note("größe " + i));
      }
    }
    return fixture;
  }

  static EvidenceDraft draft(String description) {
    return new EvidenceDraft(
        description,
        new ObjectRef("v1", "Pod", "shop", "../../etc/passwd", "uid-1"),
        "kubectl get --raw /api/v1/namespaces/shop/pods/cart",
        "lazaretto 0.1.0",
        START,
        EvidenceClass.API_STATE,
        "application/json");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
