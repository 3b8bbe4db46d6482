package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceDraft;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.journal.Recheck;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.CaseStores;
import org.lazaretto.report.Classification;
import org.lazaretto.report.ReportFormat;

/** A case on disk as the window reads, checks and reports it. */
class DossierTest {
  private static final ReportFiles.Wish HTML_AND_JSON =
      new ReportFiles.Wish(List.of(ReportFormat.HTML, ReportFormat.JSON), Classification.GREEN);

  @TempDir Path temporary;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
  private Path folder;
  private CaseStores stores;
  private CaseDesk desk;
  private Workplace place;
  private EvidenceItem item;

  @BeforeEach
  void a_case_with_one_item() throws Exception {
    folder = temporary.resolve("IR-2026-014");
    stores = new CaseFolders(temporary).at(folder);
    Author ana = new Author("Ana, lead", "ana", "bench-3", "4711", "0.1.0");
    place =
        new Workplace(ana, CaseClock.steady(now::get), Executors.newVirtualThreadPerTaskExecutor());
    CaseInfo info = new CaseInfo("IR-2026-014", "Mining pod", "", "", true);
    desk = CaseDesk.create(stores, info, place);
    EvidenceDraft draft =
        new EvidenceDraft(
            "the pod",
            new ObjectRef("v1", "Pod", "shop", "cart", "uid-1"),
            "kubectl get --raw /api/v1/namespaces/shop/pods/cart",
            "lazaretto 0.1.0",
            now.get(),
            EvidenceClass.API_STATE,
            "application/json");
    item = desk.journal().keep(draft, "{}".getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void end() {
    desk.close();
    place.workers().close();
  }

  private OpenDossier open() {
    Circumstances seen =
        new Circumstances(List.of(new Entry.Gap("not observed", "secrets")), OptionalInt.of(6));
    return new OpenDossier(stores, desk, folder, place, () -> seen);
  }

  private ReadDossier read() throws SessionException {
    return new ReadDossier(stores, Reporting.read(stores), folder, place);
  }

  private List<Entry> written() {
    return desk.journal().lines().stream().map(JournalLine::entry).toList();
  }

  @Test
  void an_export_hashes_the_evidence_writes_private_files_and_journals_their_hashes()
      throws Exception {
    List<WrittenReport> written = open().export(HTML_AND_JSON);

    Path reports = folder.resolve("reports");
    assertThat(written)
        .extracting(WrittenReport::file)
        .containsExactly(
            reports.resolve("report-20261121-100000.html"),
            reports.resolve("report-20261121-100000.json"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(written.getFirst().file())))
        .isEqualTo("rw-------");
    assertThat(written())
        .endsWith(
            new Entry.EvidenceChecked(1, List.of()),
            new Entry.ReportWritten(
                "html",
                "reports/report-20261121-100000.html",
                written.get(0).sha256(),
                "TLP:GREEN"),
            new Entry.ReportWritten(
                "json",
                "reports/report-20261121-100000.json",
                written.get(1).sha256(),
                "TLP:GREEN"));
    assertThat(Files.readString(written.get(1).file()))
        .contains("TLP:GREEN")
        .contains("re-hashed")
        .contains("0 of 6");
    assertThat(open().verify(VerificationWatch.SILENT).orElseThrow().problems()).isEmpty();
  }

  @Test
  void a_report_is_shared_as_it_was_last_unless_somebody_says_otherwise() throws Exception {
    Dossier dossier = open();
    assertThat(Reporting.usual(dossier.info(), List.of())).isEqualTo(Classification.CLEAR);
    dossier.export(HTML_AND_JSON);

    assertThat(Reporting.usual(dossier.info(), dossier.lines())).isEqualTo(Classification.GREEN);
  }

  @Test
  void a_second_export_in_the_same_second_takes_a_name_of_its_own() throws Exception {
    Path first = open().export(HTML_AND_JSON).getFirst().file();
    Path second = open().export(HTML_AND_JSON).getFirst().file();

    assertThat(second).hasFileName("report-20261121-100000-2.html");
    assertThat(first).exists();
  }

  @Test
  void an_export_that_the_disk_refuses_leaves_nothing_and_is_not_journalled() throws Exception {
    Files.writeString(folder.resolve("reports"), "in the way");

    assertThatThrownBy(() -> open().export(HTML_AND_JSON))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("Nothing of it was left there");
    assertThat(written()).noneMatch(Entry.ReportWritten.class::isInstance);
  }

  @Test
  void a_damaged_case_is_reported_as_such_and_its_journal_is_left_alone() throws Exception {
    OpenDossier dossier = open();
    damage("Ana, lead", "Eve, lead");
    int before = written().size();

    assertThat(dossier.chain().holds()).isFalse();
    assertThat(dossier.report(Classification.AMBER).cover().notices())
        .anySatisfy(notice -> assertThat(notice.text()).contains("chain is damaged"));
    Path file = dossier.export(HTML_AND_JSON).getFirst().file();
    assertThat(Files.readString(file)).contains("chain is damaged");
    assertThat(dossier.verify(VerificationWatch.SILENT)).get().matches(v -> !v.holds());
    assertThat(written()).hasSize(before);
  }

  private void damage(String from, String to) throws Exception {
    Path lines = folder.resolve("journal.jsonl");
    Files.writeString(lines, Files.readString(lines).replaceFirst(from, to));
  }

  @Test
  void evidence_that_differs_is_journalled_with_its_item() throws Exception {
    tamper();
    Verification result = open().verify(VerificationWatch.SILENT).orElseThrow();

    assertThat(result.holds()).isFalse();
    assertThat(written().getLast())
        .isInstanceOfSatisfying(
            Entry.EvidenceChecked.class,
            checked ->
                assertThat(checked.differing()).singleElement().asString().startsWith("EV-0001: "));
  }

  private void tamper() throws Exception {
    Path file = folder.resolve(item.file());
    Files.delete(file);
    Files.writeString(file, "[]");
  }

  @Test
  void one_item_hashed_again_is_a_line_that_does_not_speak_for_the_others() throws Exception {
    assertThat(open().recheck(item)).isInstanceOf(Recheck.Unchanged.class);
    assertThat(written().getLast()).asString().contains("EV-0001 was hashed again");

    tamper();
    assertThat(open().recheck(item)).isInstanceOf(Recheck.Differs.class);
    assertThat(written().getLast()).isInstanceOf(Entry.Gap.class);
    assertThat(written()).noneMatch(Entry.EvidenceChecked.class::isInstance);
  }

  @Test
  void a_case_that_is_only_read_takes_no_note_and_is_not_changed_by_checking() throws Exception {
    desk.close();
    ReadDossier dossier = read();
    byte[] before = Files.readAllBytes(folder.resolve("journal.jsonl"));

    assertThatThrownBy(() -> dossier.note("x")).hasMessageContaining("only read");
    assertThat(dossier.recheck(item)).isInstanceOf(Recheck.Unchanged.class);
    assertThat(dossier.verify(VerificationWatch.SILENT).orElseThrow().holds()).isTrue();
    assertThat(dossier.chain().lines()).isEqualTo(3);
    assertThat(Files.readAllBytes(folder.resolve("journal.jsonl"))).isEqualTo(before);
  }

  @Test
  void a_case_that_is_only_read_is_opened_for_the_export_alone() throws Exception {
    desk.close();
    List<WrittenReport> written = read().export(HTML_AND_JSON);

    assertThat(read().lines())
        .last()
        .satisfies(line -> assertThat(line.entry().toString()).contains("reports/report-"));
    assertThat(written).hasSize(2);
  }

  @Test
  void a_case_that_is_open_elsewhere_is_not_exported_under_its_feet() throws Exception {
    assertThatThrownBy(() -> read().export(HTML_AND_JSON))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("being written by");
  }

  @Test
  void an_empty_note_is_refused_and_a_note_is_written_without_its_margins() throws Exception {
    assertThatThrownBy(() -> open().note(" \n ")).hasMessageContaining("Nothing was written");

    now.updateAndGet(before -> before.plus(Duration.ofSeconds(1)));
    open().note(" told the owner \n");
    assertThat(written().getLast()).isEqualTo(new Entry.Note("told the owner"));
  }

  @Test
  void only_a_place_inside_the_evidence_folder_is_told() throws Exception {
    assertThat(open().place(item)).hasValue(folder.resolve(item.file()));
    for (String path :
        new ArrayList<>(List.of("evidence/../../x", "/etc/passwd", "evidence/a/.."))) {
      EvidenceItem bad =
          new EvidenceItem("EV-9", item.draft(), now.get(), 1, item.sha256(), path, "x");
      assertThat(open().place(bad)).isEmpty();
    }
  }
}
