package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.TakeBack;

/** All plans of a case use one value of the label, whoever makes them. */
class CaseLabelTest {
  private static final String CLUSTER = "uid-cluster";
  private static final CaseInfo INFO = new CaseInfo("IR-7", "a test", CLUSTER, "", true);

  private static JournalLine kept(TakeBack back) {
    return new JournalLine(
        1, Instant.EPOCH, "prev", "hash", "me", new Entry.WayBack("f", "S-001", back.text()));
  }

  private static JournalLine made(String value) {
    return kept(new TakeBack.Remove(Quarantine.policy("shop", value), value));
  }

  @Test
  void a_case_that_isolated_nothing_yet_has_a_value_of_its_own() {
    JournalLine other =
        kept(
            new TakeBack.Edits(
                ObservedKind.NODE.ref("", "n", "u"),
                List.of(new FieldEdit.Value("/spec/x", Optional.empty(), Optional.of("\"y\"")))));

    assertThat(CaseLabel.of(INFO, List.of(other), CLUSTER))
        .isEqualTo(Quarantine.ofCase("IR-7", CLUSTER))
        .isNotEqualTo(CaseLabel.of(INFO, List.of(), "another cluster"));
  }

  @Test
  void a_case_keeps_to_the_value_of_a_plan_that_was_made_before_there_was_a_case() {
    assertThat(CaseLabel.of(INFO, List.of(made("pods-0123456789ab"), made("other")), CLUSTER))
        .isEqualTo("pods-0123456789ab");
  }

  @Test
  void a_value_that_no_label_can_have_is_not_kept_to() {
    assertThat(CaseLabel.of(INFO, List.of(made("Not A Label")), CLUSTER)).startsWith("case-");
  }

  @Test
  void a_folder_without_a_case_stands_for_the_case_that_will_be_made_there(@TempDir Path home)
      throws Exception {
    CaseFolders folders = new CaseFolders(Runnable::run);

    assertThat(CaseLabel.in(folders.at(home.resolve("IR-7")), "IR-7", CLUSTER))
        .isEqualTo(Quarantine.ofCase("IR-7", CLUSTER));
  }
}
