package org.lazaretto.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.journal.FakeDossier;
import org.lazaretto.ui.journal.Told;

class VerifyViewModelTest {
  private static final Verification WHOLE = new Verification(2, "ab", 0, List.of(), List.of());

  private final FakeDossier dossier = new FakeDossier(new Told());
  private final HeldWork work = new HeldWork();
  private final VerifyViewModel model = new VerifyViewModel(Subject.of(dossier), work.background());

  @Test
  void a_case_that_holds_is_told_when_all_of_it_was_checked() {
    dossier.verification = Optional.of(WHOLE);
    work.hold();
    model.start();
    assertThat(model.stateProperty().get().over()).isFalse();
    work.next();
    assertThat(model.stateProperty().get()).isEqualTo(new VerifyViewModel.Told(WHOLE));
  }

  @Test
  void a_verification_that_was_cancelled_says_nothing_of_the_case() {
    dossier.verification = Optional.of(WHOLE);
    work.hold();
    model.start();
    model.cancel();
    work.next();
    assertThat(model.stateProperty().get()).isEqualTo(new VerifyViewModel.GivenUp());
  }

  @Test
  void a_case_that_cannot_be_read_is_no_case_that_is_broken() {
    dossier.trouble =
        Optional.of(new SessionException(SessionException.Kind.UNAVAILABLE, "the disk is gone"));
    model.start();
    assertThat(model.stateProperty().get())
        .isInstanceOfSatisfying(
            VerifyViewModel.Failed.class,
            failed -> assertThat(failed.failure().words()).isEqualTo("the disk is gone"));
  }

  @Test
  void what_was_tried_in_vain_can_be_tried_again() {
    dossier.trouble =
        Optional.of(new SessionException(SessionException.Kind.UNAVAILABLE, "the disk is gone"));
    model.start();
    dossier.trouble = Optional.empty();
    dossier.verification = Optional.of(WHOLE);
    model.start();
    assertThat(model.stateProperty().get()).isEqualTo(new VerifyViewModel.Told(WHOLE));
  }

  @Test
  void damage_is_told_by_its_line_with_hostile_characters_made_visible() {
    Verification broken =
        new Verification(
            3, "ab", 1, List.of(new Problem(2, "was changed \u202E")), List.of("HEAD is behind"));
    assertThat(VerifyViewModel.found(broken))
        .startsWith("✕ line 2: was changed ")
        .doesNotContain("\u202E")
        .endsWith("▲ HEAD is behind");
  }
}
