package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lazaretto.journal.CaseFixture.bytes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.journal.JournalException.Kind;

class CaseJournalTest {
  @TempDir Path temporary;

  private CaseFixture fixture() {
    return new CaseFixture(temporary.resolve("cases/a"));
  }

  @Test
  void a_new_case_begins_with_what_it_is_and_who_opened_it() throws Exception {
    CaseFixture fixture = fixture();
    try (CaseJournal journal = fixture.create()) {
      assertThat(entries(journal))
          .containsExactly(
              new Entry.CaseOpened(CaseFixture.INFO, "0.1.0"),
              new Entry.Opened("ana", "bench-3", "0.1.0", "4711"));
      assertThat(journal.info()).isEqualTo(CaseFixture.INFO);
      assertThat(journal.notices()).isEmpty();
      assertThat(CaseJournal.exists(fixture.stores())).isTrue();
    }
  }

  @Test
  void a_case_that_is_opened_again_has_all_its_lines() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 3);
    fixture.pass(Duration.ofHours(1));

    try (CaseJournal journal = fixture.open()) {
      JournalLine line = journal.write(new Entry.Note("again"));

      assertThat(line.number()).isEqualTo(8);
      assertThat(line.at()).isEqualTo(Instant.parse("2026-11-21T11:00:00.300Z"));
      assertThat(line.operator()).isEqualTo("Ana, lead");
      assertThat(journal.lines()).hasSize(8).endsWith(line);
      assertThat(line.prev()).isEqualTo(journal.lines().get(6).hash());
      assertThat(journal.notices()).isEmpty();
    }
  }

  @Test
  void the_cluster_of_a_case_is_the_one_that_was_bound() throws Exception {
    CaseFixture fixture = fixture();
    try (CaseJournal journal = fixture.create()) {
      journal.write(new Entry.ClusterBound("uid-9", "shop", "https://x", "v1.32", "ana"));
    }
    try (CaseJournal journal = fixture.open()) {
      assertThat(journal.info().clusterUid()).isEqualTo("uid-9");
      assertThat(journal.info().clusterName()).isEqualTo("shop");
    }
  }

  @Test
  void evidence_is_kept_read_only_under_a_name_of_our_own() throws Exception {
    CaseFixture fixture = fixture();
    try (CaseJournal journal = fixture.create()) {
      EvidenceItem item = journal.keep(CaseFixture.draft("a pod"), bytes("abc"));

      assertThat(item.id()).isEqualTo("EV-0001");
      assertThat(item.file()).isEqualTo("evidence/EV-0001-api-state/item.json");
      assertThat(item.size()).isEqualTo(3);
      assertThat(item.sha256())
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      assertThat(item.collector()).isEqualTo("Ana, lead");
      Path file = fixture.folder.resolve(item.file());
      assertThat(file).hasContent("abc");
      assertThat(permissions(file)).isEqualTo("r--------");
      assertThat(permissions(file.resolveSibling("."))).isEqualTo("rwx------");
      assertThat(journal.lines().getLast().entry()).isEqualTo(new Entry.EvidenceTaken(item));
      assertThat(journal.keep(CaseFixture.draft("another"), bytes("")).id()).isEqualTo("EV-0002");
    }
    try (CaseJournal journal = fixture.open()) {
      assertThat(journal.keep(CaseFixture.draft("third"), bytes("x")).id()).isEqualTo("EV-0003");
    }
  }

  @Test
  void all_of_a_case_is_private() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 1);

    assertThat(permissions(fixture.folder)).isEqualTo("rwx------");
    for (String name : List.of("case.json", "journal.jsonl", "HEAD", "journal.lock")) {
      assertThat(permissions(fixture.folder.resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  @Test
  void only_the_case_itself_is_left_when_it_is_closed() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 1);
    Files.writeString(fixture.folder.resolve("HEAD.tmp"), "left by a kill");
    Files.writeString(fixture.folder.resolve("HEAD-a.tmp"), "left by a kill, longer than a head");
    fixture.open().close();

    try (var files = Files.list(fixture.folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "case.json",
              "journal.jsonl",
              "HEAD",
              "journal.lock",
              "verify-journal.sh",
              "evidence");
    }
    assertThat(Verification.of(fixture.stores()).holds()).isTrue();
  }

  @Test
  void a_clock_that_jumps_is_told_before_the_next_line() throws Exception {
    CaseFixture fixture = fixture();
    CaseClock clock = new CaseClock(fixture.wall, () -> 0);
    try (CaseJournal journal =
        CaseJournal.create(fixture.stores(), CaseFixture.INFO, CaseFixture.ANA, clock)) {
      fixture.pass(Duration.ofMinutes(-5));
      journal.write(new Entry.Note("a"));
      journal.write(new Entry.Note("b"));

      assertThat(entries(journal).subList(2, 5))
          .containsExactly(
              new Entry.ClockJump(CaseFixture.START, "-300.0 s"),
              new Entry.Note("a"),
              new Entry.Note("b"));
    }
  }

  @Test
  void a_second_writer_is_told_who_is_there() throws Exception {
    CaseFixture fixture = fixture();
    try (CaseJournal journal = fixture.create()) {
      refused(fixture::open, Kind.LOCKED, "Ana, lead (account ana on bench-3, process 4711)");
      refused(fixture::create, Kind.UNWRITABLE, "already");
      journal.write(new Entry.Note("still ours"));
    }
    fixture.open().close();
  }

  @Test
  void a_folder_that_is_no_case_is_left_alone() throws Exception {
    CaseFixture fixture = fixture();
    refused(fixture::open, Kind.UNREADABLE, "no case");
    assertThat(fixture.folder).doesNotExist();
    Files.createDirectories(fixture.folder);
    refused(fixture::open, Kind.UNREADABLE, "no case");
    Files.writeString(fixture.folder.resolve("holiday.jpg"), "x");
    refused(fixture::open, Kind.UNREADABLE, "other files");
    refused(fixture::create, Kind.UNREADABLE, "other files");
    try (var files = Files.list(fixture.folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_case_of_a_newer_version_is_refused() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 1);
    Path file = fixture.folder.resolve("case.json");
    Files.writeString(file, Files.readString(file).replace("\"format\":1", "\"format\":2"));

    refused(fixture::open, Kind.NEWER_VERSION, "newer version (format 2, this one knows 1)");
  }

  @Test
  void a_folder_that_cannot_be_made_is_said() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    CaseFixture fixture = new CaseFixture(file.resolve("case"));

    refused(fixture::create, Kind.UNWRITABLE, file.toString());
  }

  @Test
  void a_folder_that_was_there_becomes_private_and_a_read_only_one_stays_so() throws Exception {
    CaseFixture fixture = fixture();
    Files.createDirectories(fixture.folder);
    Files.setPosixFilePermissions(fixture.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    fixture.create().close();
    assertThat(permissions(fixture.folder)).isEqualTo("rwx------");

    Files.setPosixFilePermissions(fixture.folder, PosixFilePermissions.fromString("r-x------"));
    if (!Files.isWritable(fixture.folder)) {
      refused(fixture::open, Kind.UNWRITABLE, "permission denied");
    }
    assertThat(permissions(fixture.folder)).isEqualTo("r-x------");
    assertThat(CaseFile.read(fixture.stores()).verification().holds()).isTrue();
    Files.setPosixFilePermissions(fixture.folder, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_torn_tail_is_set_aside_told_and_journalled() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 2);
    append(fixture, "{\"prev\":\"12");

    try (CaseJournal journal = fixture.open()) {
      assertThat(journal.notices()).singleElement().asString().contains("torn-1.bin");
      assertThat(entries(journal).get(5))
          .isEqualTo(new Entry.TornTail(11, "torn-1.bin", Hash.of("{\"prev\":\"12")));
      assertThat(fixture.folder.resolve("torn-1.bin")).hasContent("{\"prev\":\"12");
    }
    fixture.open().close();
  }

  @Test
  void a_creation_that_was_cut_is_completed_by_opening() throws Exception {
    CaseFixture fixture = fixture();
    fixture.create().close();
    Files.writeString(fixture.folder.resolve("journal.jsonl"), "{\"prev");
    Files.delete(fixture.folder.resolve("HEAD"));

    try (CaseJournal journal = fixture.open()) {
      assertThat(entries(journal).getFirst()).isInstanceOf(Entry.CaseOpened.class);
      assertThat(entries(journal).get(1)).isInstanceOf(Entry.TornTail.class);
    }
    fixture.open().close();
  }

  @Test
  void a_head_behind_the_file_is_told_and_one_ahead_is_damage() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 3);
    Path head = fixture.folder.resolve("HEAD");
    Path journal = fixture.folder.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);

    Files.writeString(head, "4 " + Hash.of(lines.get(3)) + "\n");
    CaseJournal open = fixture.open();
    assertThat(open.notices()).singleElement().asString().contains("behind").contains("2 lines");
    open.close();

    Files.writeString(head, "4 " + Hash.of("other") + "\n");
    refused(fixture::open, Kind.DAMAGED, "HEAD does not match line 4");
    Files.writeString(head, "40 " + Hash.of("other") + "\n");
    refused(fixture::open, Kind.DAMAGED, "the end is missing");
    Files.writeString(head, "many\n");
    refused(fixture::open, Kind.DAMAGED, "HEAD does not look like one");
    Files.delete(head);
    refused(fixture::open, Kind.DAMAGED, "HEAD is missing");
  }

  @Test
  void an_empty_head_does_not_lock_the_responder_out_but_is_journalled() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 1);
    Files.writeString(fixture.folder.resolve("HEAD"), "");

    try (CaseJournal journal = fixture.open()) {
      assertThat(entries(journal).get(4)).isInstanceOf(Entry.Gap.class);
      assertThat(journal.notices()).hasSize(1);
    }
    fixture.open().close();
  }

  @Test
  void a_changed_line_or_case_file_is_damage() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 2);
    Path journal = fixture.folder.resolve("journal.jsonl");
    String before = Files.readString(journal);
    Files.writeString(journal, before.replace("größe 1", "größe 7"));
    refused(fixture::open, Kind.DAMAGED, "line 5");
    Files.writeString(journal, before);

    Path header = fixture.folder.resolve("case.json");
    Files.writeString(header, Files.readString(header).replace("Mining", "Boring"));
    refused(fixture::open, Kind.DAMAGED, "case.json is not the file that line 1 binds");
  }

  @Test
  void evidence_that_a_sudden_end_left_unregistered_is_set_aside_and_told() throws Exception {
    CaseFixture fixture = CaseFixture.filled(temporary.resolve("a"), 1);
    Path left = Files.createDirectories(fixture.folder.resolve("evidence/EV-0002-api-state"));
    Files.writeString(left.resolve("item.json"), "half");

    try (CaseJournal journal = fixture.open()) {
      assertThat(entries(journal))
          .anySatisfy(
              entry -> assertThat(entry.toString()).contains("Gap", "EV-0002-api-state", ".left-"));
      assertThat(left).doesNotExist();
      assertThat(journal.keep(CaseFixture.draft("x"), bytes("x")).id()).isEqualTo("EV-0002");
    }
  }

  private static void append(CaseFixture fixture, String text) throws Exception {
    Files.writeString(fixture.folder.resolve("journal.jsonl"), text, StandardOpenOption.APPEND);
  }

  private static List<Entry> entries(CaseJournal journal) {
    return journal.lines().stream().map(JournalLine::entry).toList();
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Kind kind, String words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(words);
  }
}
