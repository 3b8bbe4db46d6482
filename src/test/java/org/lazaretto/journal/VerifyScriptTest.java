package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyScriptTest {
  private static final String EVIDENCE = "evidence/EV-0001-api-state/item.json";

  @TempDir Path temporary;
  private CaseFixture fixture;
  private Path journal;
  private Path head;

  private record Answer(int status, String text) {}

  @BeforeEach
  void a_small_case() throws Exception {
    fixture = CaseFixture.filled(temporary.resolve("a case"), 2);
    journal = fixture.folder.resolve("journal.jsonl");
    head = fixture.folder.resolve("HEAD");
  }

  @Test
  void an_untouched_case_is_accepted_from_anywhere() throws Exception {
    assertThat(run()).isEqualTo(new Answer(0, accepted(5, 1)));
    Path script = fixture.folder.resolve("verify-journal.sh");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwx------");
    assertThat(run("/", "sh", script.toString()).status()).isZero();
    assertThat(run("/", script.toString(), fixture.folder.toString()).status()).isZero();
  }

  @Test
  void lines_of_any_characters_and_length_are_read_as_they_are() throws Exception {
    try (CaseJournal open = fixture.open()) {
      for (int block = 0; block < 0x3000; block += 0x40) {
        StringBuilder text = new StringBuilder("\\ \\n \t $(id) `id` * ? [a] ");
        for (int c = block; c < block + 0x40; c++) {
          text.append((char) c);
        }
        open.write(new Entry.Note(text.append(" 日本語 \ud83d\ude00 \\").toString()));
      }
      open.write(new Entry.Note("long \\ ü ".repeat(20_000)));
      open.write(new Entry.Note(",\"type\":\"evidence-taken\",\"file\":\"/etc/passwd\""));
    }
    assertThat(run()).isEqualTo(new Answer(0, accepted(200, 1)));
  }

  @Test
  void changed_bytes_are_found_with_their_line() throws Exception {
    byte[] whole = Files.readAllBytes(journal);
    for (int at = 0; at < whole.length; at += 61) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      Files.write(journal, damaged);
      assertThat(run().status()).as("byte %d", at).isEqualTo(1);
    }
    Files.writeString(
        journal, new String(whole, StandardCharsets.UTF_8).replace("größe 1", "größe 9"));
    assertThat(run().text()).startsWith("BROKEN: line 5 does not follow from line 4");
  }

  @Test
  void a_byte_that_shells_pass_over_is_found() throws Exception {
    byte[] whole = Files.readAllBytes(journal);
    byte[] damaged = Arrays.copyOf(whole, whole.length + 1);
    damaged[whole.length - 3] = 0;
    System.arraycopy(whole, whole.length - 3, damaged, whole.length - 2, 3);
    Files.write(journal, damaged);

    assertThat(run()).isEqualTo(new Answer(1, "BROKEN: journal.jsonl holds bytes of value 0\n"));
  }

  @Test
  void cut_removed_inserted_and_swapped_lines_are_found() throws Exception {
    List<String> whole = Files.readAllLines(journal);
    for (int i = 0; i < whole.size(); i++) {
      List<String> removed = new ArrayList<>(whole);
      removed.remove(i);
      List<String> doubled = new ArrayList<>(whole);
      doubled.add(i, whole.get(i));
      List<String> swapped = new ArrayList<>(whole);
      Collections.swap(swapped, i, (i + 1) % whole.size());
      for (List<String> damaged : List.of(removed, doubled, swapped)) {
        Files.write(journal, damaged);
        assertThat(run().status()).as(damaged.toString()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_head_that_is_behind_is_told_and_any_other_is_broken() throws Exception {
    List<String> lines = Files.readAllLines(journal);
    Files.writeString(head, "4 " + Hash.of(lines.get(3)) + "\n");
    assertThat(run())
        .isEqualTo(new Answer(0, "note: HEAD is behind: it names line 4 of 5\n" + accepted(5, 1)));

    for (String other :
        List.of(
            "",
            "5",
            "5 " + Hash.of("x") + "\n",
            "6 " + Hash.of(lines.get(4)) + "\n",
            "5 " + Hash.of(lines.get(4)),
            "5  " + Hash.of(lines.get(4)) + "\n",
            "5 " + Hash.of(lines.get(4)) + "\n\n")) {
      Files.writeString(head, other);
      assertThat(run().status()).as(other).isEqualTo(1);
    }
    Files.delete(head);
    assertThat(run()).isEqualTo(new Answer(1, "BROKEN: HEAD is missing\n"));
  }

  @Test
  void a_torn_tail_is_told() throws Exception {
    Files.writeString(journal, Files.readString(journal) + "{\"prev\":\"x");
    assertThat(run().text()).startsWith("note: the last line was cut");
    assertThat(run().status()).isZero();

    fixture.open().close();
    assertThat(run().status()).isZero();
    Files.writeString(fixture.folder.resolve("torn-1.bin"), "other");
    assertThat(run().text()).startsWith("BROKEN: line 6: torn-1.bin");
  }

  @Test
  void damaged_missing_and_added_evidence_is_found() throws Exception {
    Path item = fixture.folder.resolve(EVIDENCE);
    Path added = item.resolveSibling("more");
    Files.writeString(added, "x");
    assertThat(run().text()).contains("BROKEN: evidence/EV-0001-api-state/more is not registered");
    Files.delete(added);

    Path next = Files.createDirectories(fixture.folder.resolve("evidence/EV-0002-api-state"));
    Files.writeString(next.resolve("item.json"), "x");
    assertThat(run()).extracting(Answer::status).isEqualTo(0);
    assertThat(run().text()).contains("note: evidence/EV-0002-api-state/item.json");

    Files.delete(item);
    assertThat(run().text()).startsWith("BROKEN: line 3: " + EVIDENCE + " is missing");
    Files.writeString(item, "{\"kind\":\"pod\"}");
    assertThat(run().text()).startsWith("BROKEN: line 3: " + EVIDENCE + " has another SHA-256");
    Files.delete(item);
    Files.createSymbolicLink(item, journal);
    assertThat(run().text()).startsWith("BROKEN: line 3: " + EVIDENCE + " is missing or no plain");
  }

  @Test
  void another_case_file_is_found() throws Exception {
    Path file = fixture.folder.resolve("case.json");
    Files.writeString(file, Files.readString(file).replace("Mining", "Boring"));

    assertThat(run().text()).startsWith("BROKEN: line 1: case.json has another SHA-256");
  }

  private String accepted(int lines, int evidence) throws Exception {
    return "OK: %d lines, %d evidence files, last line %s\n"
        .formatted(lines, evidence, Verification.of(fixture.stores()).head());
  }

  private Answer run() throws Exception {
    return run(fixture.folder.toString(), "sh", "verify-journal.sh");
  }

  private static Answer run(String folder, String... words) throws Exception {
    Process process =
        new ProcessBuilder(words)
            .directory(Path.of(folder).toFile())
            .redirectErrorStream(true)
            .start();
    byte[] text = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), new String(text, StandardCharsets.UTF_8));
  }
}
