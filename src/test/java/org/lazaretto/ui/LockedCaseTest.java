package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.session.Incident;
import org.lazaretto.ui.shell.Opening;

/** Two windows and one case. */
class LockedCaseTest extends WindowTest {
  @Test
  void a_case_that_another_window_writes_is_told_to_be_locked() throws Exception {
    Path folder = home.resolve("case");
    try (Incident other = workstation().practise("cryptominer-eks", Optional.of(folder), 1)) {
      int lines = other.journal().size();
      open(new Opening.Practice("cryptominer-eks", Optional.of(folder), 1));
      hand.find("retryButton");
      assertThat(hand.read("wordsLabel"))
          .contains("is being written by")
          .contains("Nothing was changed");
      looksRight("case-locked");
      assertThat(other.journal()).hasSize(lines);
    }
  }
}
