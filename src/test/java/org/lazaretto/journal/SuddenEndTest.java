package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.journal.JournalException.Kind;

/** Kills a program that writes a case, again and again, at moments that chance chooses. */
class SuddenEndTest {
  private static final int KILLS = 8;

  @TempDir Path temporary;
  private final Random random = new Random(20261121);

  @Test
  void a_kill_at_any_moment_loses_no_line_that_was_acknowledged() throws Exception {
    CaseFixture fixture = new CaseFixture(temporary.resolve("case"));
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged.addAll(writeUntilKilled(fixture, random.nextInt(200)));

      assertThat(Verification.of(fixture.stores()).problems()).as("after kill " + kill).isEmpty();
      List<String> kept =
          CaseFile.read(fixture.stores()).lines().stream()
              .map(line -> line.number() + " " + line.hash())
              .toList();
      assertThat(kept).containsAll(acknowledged);
    }
    try (CaseJournal journal = fixture.open()) {
      journal.write(new Entry.Note("and on"));
    }
    Verification after = Verification.of(fixture.stores());
    assertThat(after.problems()).isEmpty();
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
  }

  /** What the program said before it died; kills it right after so many lines. */
  private List<String> writeUntilKilled(CaseFixture fixture, int lines) throws Exception {
    Process process = scribe(fixture.folder);
    List<String> said = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("open");
      while (said.size() < lines) {
        said.add(out.readLine());
      }
      for (int spin = random.nextInt(200_000); spin > 0; spin--) {
        Thread.onSpinWait();
      }
      process.toHandle().destroyForcibly();
      out.lines().filter(line -> line.matches("[0-9]+ [0-9a-f]{64}")).forEach(said::add);
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test
  void another_program_is_told_who_writes_and_gets_in_when_that_one_died() throws Exception {
    CaseFixture fixture = new CaseFixture(temporary.resolve("case"));
    Process process = scribe(fixture.folder);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("open");
      assertThat(refusal(fixture).kind()).isEqualTo(Kind.LOCKED);
      assertThat(refusal(fixture)).hasMessageContaining("Ana, lead (account ana on bench-3");
      process.toHandle().destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    fixture.open().close();
  }

  @Test
  void being_refused_does_not_break_the_lock_of_who_holds_it() throws Exception {
    CaseFixture fixture = new CaseFixture(temporary.resolve("case"));
    try (CaseJournal journal = fixture.create()) {
      assertThat(refusal(fixture).kind()).isEqualTo(Kind.LOCKED);

      Process process = scribe(fixture.folder);
      try (BufferedReader out = process.inputReader()) {
        assertThat(out.readLine()).isNull();
      }
      assertThat(process.waitFor()).isEqualTo(1);
      journal.write(new Entry.Note("still ours"));
    }
  }

  private static JournalException refusal(CaseFixture fixture) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        JournalException.class, () -> fixture.open().close());
  }

  private static Process scribe(Path folder) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Scribe.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
