package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.PermissionMatrix;
import org.lazaretto.execute.Preflight.Answer;
import org.lazaretto.execute.Preflight.Right;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.Rights;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.shell.RightsViewModel.Verdict;

class RightsViewModelTest {
  private static final Permission LIST = new Permission("list", "", "pods", "", "");
  private static final Permission PATCH = new Permission("patch", "", "nodes", "", "");

  private final HeldWork work = new HeldWork();

  private static Rights rights(Answer list, Answer patch, String missing) {
    Map<String, List<Right>> rows = new LinkedHashMap<>();
    rows.put("observe", List.of(new Right(LIST, list)));
    rows.put("cordon", List.of(new Right(LIST, list), new Right(PATCH, patch)));
    return new Rights(new PermissionMatrix(rows), missing);
  }

  private RightsViewModel.Told told(Rights rights) {
    RightsViewModel model = new RightsViewModel(() -> rights, work.background());
    model.ask();
    return (RightsViewModel.Told) model.stateProperty().get();
  }

  @Test
  void one_denied_right_outweighs_what_is_allowed_and_stands_with_sign_and_word() {
    RightsViewModel.Told told =
        told(rights(new Answer.Allowed(), new Answer.Denied(), "kind: ClusterRole"));
    assertThat(told.summary().words()).startsWith("✕ One right is denied. The rest");
    assertThat(told.rows())
        .extracting(RightsViewModel.Row::verdict)
        .containsExactly(Verdict.ALLOWED, Verdict.DENIED);
    assertThat(told.rows().getFirst().words()).isEqualTo("✓ allowed, all 1");
    assertThat(told.rows().getLast().words()).isEqualTo("✕ 1 of 2 denied");
    assertThat(told.rows().getLast().rights().getFirst()).startsWith("✕ denied").contains("nodes");
  }

  @Test
  void a_right_that_cannot_be_told_is_not_called_allowed_and_its_reason_is_safe() {
    RightsViewModel.Told told =
        told(rights(new Answer.Allowed(), new Answer.CannotTell("no\u202Eanswer"), ""));
    assertThat(told.summary()).extracting("verdict").isEqualTo(Verdict.CANNOT_TELL);
    assertThat(told.summary().words()).startsWith("? One right cannot be told");
    assertThat(told.rows().getLast().words()).isEqualTo("? 1 of 2 cannot be told");
    assertThat(told.rows().getLast().rights().getFirst()).endsWith("(no\\u202eanswer)");
  }

  @Test
  void where_all_is_allowed_it_is_said() {
    RightsViewModel.Told told = told(rights(new Answer.Allowed(), new Answer.Allowed(), ""));
    assertThat(told.summary().verdict()).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void a_cluster_that_cannot_be_asked_is_told_and_can_be_asked_again() {
    RightsViewModel model =
        new RightsViewModel(
            () -> {
              throw new SessionException(SessionException.Kind.UNAVAILABLE, "no answer");
            },
            work.background());
    work.hold();
    model.ask();
    assertThat(model.stateProperty().get()).isInstanceOf(RightsViewModel.Asking.class);
    assertThat(model.copyable()).isEmpty();
    work.release();
    assertThat(model.stateProperty().get()).isInstanceOf(RightsViewModel.Failed.class);
    assertThat(model.copyable()).isEqualTo("LZ-UNAVAILABLE: no answer");
    model.ask();
    assertThat(model.stateProperty().get()).isInstanceOf(RightsViewModel.Failed.class);
  }

  @Test
  void what_is_asked_when_the_sheet_closes_is_not_told_any_more() {
    RightsViewModel model =
        new RightsViewModel(
            () -> rights(new Answer.Allowed(), new Answer.Allowed(), ""), work.background());
    work.hold();
    model.ask();
    model.close();
    work.release();
    assertThat(model.stateProperty().get()).isInstanceOf(RightsViewModel.Asking.class);
  }

  @Test
  void the_matrix_and_the_missing_objects_can_be_copied() {
    Rights rights = rights(new Answer.Denied(), new Answer.Denied(), "kind: ClusterRole");
    RightsViewModel model = new RightsViewModel(() -> rights, work.background());
    model.ask();
    assertThat(model.copyable())
        .contains("cordon: ✕ 2 of 2 denied", "  ✕ denied       list pods in all namespaces")
        .endsWith("kind: ClusterRole");
  }

  @Test
  void every_wizard_has_its_word() {
    for (Wizard wizard : Wizard.values()) {
      assertThat(Texts.bundle().containsKey("shell.rights.for." + wizard.word())).isTrue();
    }
  }
}
