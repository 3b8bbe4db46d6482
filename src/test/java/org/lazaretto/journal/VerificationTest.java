package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final String EVIDENCE = "evidence/EV-0001-api-state/item.json";

  @TempDir Path temporary;
  private CaseFixture fixture;
  private Path journal;
  private Path head;

  @BeforeEach
  void a_small_case() throws Exception {
    fixture = CaseFixture.filled(temporary.resolve("a"), 3);
    journal = fixture.folder.resolve("journal.jsonl");
    head = fixture.folder.resolve("HEAD");
  }

  @Test
  void an_untouched_case_holds() throws Exception {
    Verification result = verify();

    assertThat(result.problems()).isEmpty();
    assertThat(result.notices()).isEmpty();
    assertThat(result.holds()).isTrue();
    assertThat(result.lines()).isEqualTo(6);
    assertThat(result.evidence()).isEqualTo(1);
    assertThat(Files.readString(head)).isEqualTo("6 " + result.head() + "\n");
  }

  @Test
  void a_problem_names_its_line() throws Exception {
    String whole = Files.readString(journal);
    Files.writeString(journal, whole.replace("größe 1", "größe 9"));

    assertThat(verify().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(5))
        .satisfies(problem -> assertThat(problem.spoken()).startsWith("line 5: does not follow"));
  }

  @Test
  void a_head_one_line_behind_is_told_and_holds() throws Exception {
    List<String> lines = Files.readAllLines(journal);
    Files.writeString(head, "5 " + Hash.of(lines.get(4)) + "\n");

    assertThat(verify().holds()).isTrue();
    assertThat(verify().notices()).singleElement().asString().contains("behind");
  }

  @Test
  void a_torn_tail_is_told_and_once_set_aside_it_is_bound() throws Exception {
    Files.writeString(journal, Files.readString(journal) + "{\"prev\":");
    assertThat(verify().holds()).isTrue();
    assertThat(verify().notices()).singleElement().asString().contains("cut after 8 bytes");

    fixture.open().close();
    assertThat(verify().holds()).isTrue();
    Path torn = fixture.folder.resolve("torn-1.bin");
    Files.writeString(torn, "{\"pref\":");
    assertThat(problems()).singleElement().asString().contains("torn-1.bin has another SHA-256");
    Files.delete(torn);
    assertThat(problems()).singleElement().asString().contains("torn-1.bin is missing");
  }

  @Test
  void evidence_that_is_missing_added_or_a_link_is_found() throws Exception {
    Path item = fixture.folder.resolve(EVIDENCE);
    Files.writeString(item.resolveSibling("more.json"), "x");
    assertThat(problems()).singleElement().asString().contains("more.json is not registered");
    Files.delete(item.resolveSibling("more.json"));

    Path copy = Files.copy(item, temporary.resolve("copy"));
    Files.delete(item);
    assertThat(problems()).containsExactly("line 3: " + EVIDENCE + " is missing");
    Files.createSymbolicLink(item, copy);
    assertThat(problems()).containsExactly("line 3: " + EVIDENCE + " is not a plain file");
    Files.delete(item);
    Files.move(copy, item);
    assertThat(verify().holds()).isTrue();
  }

  @Test
  void evidence_that_became_writable_but_is_unchanged_is_told() throws Exception {
    Path item = fixture.folder.resolve(EVIDENCE);
    Files.setPosixFilePermissions(
        item, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));

    assertThat(verify().holds()).isTrue();
    assertThat(verify().notices()).singleElement().asString().contains("no longer read-only");
  }

  @Test
  void what_a_sudden_end_leaves_of_evidence_is_told() throws Exception {
    for (String name : List.of("EV-0002-api-state", ".taking-1")) {
      Path left = Files.createDirectories(fixture.folder.resolve("evidence").resolve(name));
      Files.writeString(left.resolve("item.json"), "x");
    }
    assertThat(verify().holds()).isTrue();
    assertThat(verify().notices()).hasSize(2);
  }

  @Test
  void a_damaged_case_can_still_be_read_for_a_report() throws Exception {
    String whole = Files.readString(journal);
    Files.writeString(journal, whole.replace("\"text\":\"größe 1\"", "\"text\":\"größe 1"));
    Files.writeString(fixture.folder.resolve("case.json"), "{");

    CaseFile file = CaseFile.read(fixture.stores());

    assertThat(file.info()).isEqualTo(CaseFixture.INFO);
    assertThat(file.lines()).hasSize(5);
    assertThat(file.verification().problems().stream().map(Verification.Problem::spoken))
        .hasSize(3)
        .anyMatch(text -> text.equals("case.json is damaged"))
        .anyMatch(text -> text.startsWith("line 4: it is no JSON"))
        .anyMatch(text -> text.startsWith("line 5: does not follow"));
  }

  @Test
  void a_case_is_read_while_somebody_writes_it() throws Exception {
    try (CaseJournal open = fixture.open()) {
      open.write(new Entry.ClusterBound("uid-9", "shop", "https://x", "v1.32", "ana"));

      CaseFile file = CaseFile.read(fixture.stores());

      assertThat(file.lines()).isEqualTo(open.lines());
      assertThat(file.info()).isEqualTo(open.info());
      assertThat(file.verification().holds()).isTrue();
      open.write(new Entry.Note("the lock is still ours"));
    }
  }

  @Test
  void a_folder_without_a_case_cannot_be_verified() {
    CaseFixture none = new CaseFixture(temporary.resolve("none"));

    assertThatThrownBy(() -> Verification.of(none.stores()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("no case");
  }

  @Test
  void a_path_in_a_journal_is_never_followed_out_of_the_case() throws Exception {
    Path secret = Files.writeString(temporary.resolve("secret"), "secret");
    String line = Files.readAllLines(journal).get(2);
    String aimed = line.replace(EVIDENCE, "evidence/../../secret");
    Files.writeString(journal, aimed + "\n", StandardCharsets.UTF_8);

    assertThat(problems()).anyMatch(text -> text.contains("evidence/../../secret is missing"));
    assertThat(secret).hasContent("secret");
  }

  private List<String> problems() throws JournalException {
    try (Stream<Verification.Problem> problems = verify().problems().stream()) {
      return problems.map(Verification.Problem::spoken).toList();
    }
  }

  private Verification verify() throws JournalException {
    return Verification.of(fixture.stores());
  }
}
