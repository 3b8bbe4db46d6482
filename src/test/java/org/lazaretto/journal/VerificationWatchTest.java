package org.lazaretto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verification that is watched, that is ended early, and that looks at one item only. */
class VerificationWatchTest {
  @TempDir Path temporary;
  private CaseFixture fixture;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void a_case_with_two_items() throws Exception {
    fixture = CaseFixture.filled(temporary.resolve("a"), 1200);
    try (CaseJournal journal = fixture.open()) {
      journal.keep(CaseFixture.draft("its log"), CaseFixture.bytes("0123456789"));
    }
  }

  private VerificationWatch watch(int wanted) {
    return new VerificationWatch() {
      @Override
      public boolean wanted() {
        return heard.size() < wanted;
      }

      @Override
      public void lines(long checked) {
        heard.add("lines " + checked);
      }

      @Override
      public void evidence(Hashed hashed) {
        heard.add(hashed.toString());
      }
    };
  }

  @Test
  void it_says_how_far_it_has_come() throws Exception {
    assertThat(Verification.of(fixture.stores(), watch(99)))
        .hasValueSatisfying(result -> assertThat(result.holds()).isTrue());

    assertThat(heard)
        .containsExactly(
            "lines 1000",
            "Hashed[id=EV-0001, items=1, ofItems=2, bytes=14, ofBytes=24]",
            "Hashed[id=EV-0002, items=2, ofItems=2, bytes=24, ofBytes=24]");
  }

  @Test
  void one_that_is_ended_early_gives_no_verdict() throws Exception {
    for (int wanted = 0; wanted < 3; wanted++) {
      heard.clear();
      assertThat(Verification.of(fixture.stores(), watch(wanted))).isEmpty();
    }
  }

  @Test
  void one_item_is_hashed_again_alone() throws Exception {
    EvidenceItem item =
        CaseFile.read(fixture.stores()).lines().stream()
            .map(JournalLine::entry)
            .filter(Entry.EvidenceTaken.class::isInstance)
            .map(entry -> ((Entry.EvidenceTaken) entry).item())
            .findFirst()
            .orElseThrow();
    assertThat(Recheck.of(fixture.stores(), item)).isEqualTo(new Recheck.Unchanged(item.sha256()));

    Path file = fixture.folder.resolve(item.file());
    Files.delete(file);
    assertThat(Recheck.of(fixture.stores(), item)).asString().contains("is missing");
    Files.writeString(file, "{\"kind\":\"Bad\"}");
    assertThat(Recheck.of(fixture.stores(), item)).asString().contains("another SHA-256");
  }
}
