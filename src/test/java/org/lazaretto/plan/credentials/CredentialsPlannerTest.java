package org.lazaretto.plan.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.AccountAccess;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;

/** What is taken from a suspect's service account. */
class CredentialsPlannerTest {
  private static final PodRef BAD = new PodRef("a", "bad", "uid-pod-a-bad");
  private static final ObjectRef ACCOUNT =
      new ObjectRef("v1", "ServiceAccount", "a", "default", "");
  private static final ObjectRef BINDING =
      new ObjectRef("rbac.authorization.k8s.io/v1", "RoleBinding", "a", "edit", "uid-b");
  private static final ObjectRef TOKEN = new ObjectRef("v1", "Secret", "a", "token", "uid-t");
  private static final String MINE = "{\"name\":\"default\"}";
  private static final String OTHER = "{\"name\":\"other\"}";
  private static final String EVE = "{\"kind\":\"User\",\"name\":\"eve\"}";

  private static ClusterSnapshot seen() {
    return new ClusterBuilder().node("n1", "z1").bare("a", "bad", Template.of("bad"), "n1").build();
  }

  private static AccountAccess access(List<String> subjects, String... naming) {
    return new AccountAccess(
        ACCOUNT,
        List.of(new AccountAccess.Binding(BINDING, "ClusterRole edit", subjects, List.of(naming))),
        List.of(TOKEN));
  }

  private static FieldEdit edit(Plan plan) {
    return ((ContainStep.EditFields) plan.steps().getFirst()).edits().getFirst();
  }

  private static Plan plan(Request.Credentials request, AccountAccess... access) {
    return Planned.of(CredentialsPlanner.plan(seen(), request, List.of(access)));
  }

  @Test
  void a_binding_keeps_its_other_subjects_and_gets_back_what_it_lost() {
    Plan plan =
        plan(
            new Request.Credentials(List.of(BAD), true, false), access(List.of(MINE, OTHER), MINE));

    assertThat(edit(plan))
        .isEqualTo(
            new FieldEdit.Value(
                "/subjects",
                Optional.of("[" + MINE + "," + OTHER + "]"),
                Optional.of("[" + OTHER + "]")));
    assertThat(Cards.inverse(plan.cluster(), plan.steps().getFirst()))
        .isInstanceOf(Inverse.Exact.class);
  }

  @Test
  void a_binding_without_anybody_left_has_no_subjects() {
    Plan plan =
        plan(new Request.Credentials(List.of(BAD), true, false), access(List.of(MINE), MINE));

    assertThat(edit(plan))
        .isEqualTo(
            new FieldEdit.Value("/subjects", Optional.of("[" + MINE + "]"), Optional.empty()));
  }

  @Test
  void a_token_in_a_secret_is_deleted_after_the_bindings() {
    Plan plan =
        plan(new Request.Credentials(List.of(BAD), true, true), access(List.of(MINE), MINE));
    assertThat(plan.steps()).extracting(Actions::word).containsExactly("unbind", "delete-token");
  }

  @Test
  void a_binding_of_two_suspects_accounts_loses_both_in_one_step_and_gets_back_both() {
    List<String> all = List.of(EVE, MINE, OTHER);
    Plan plan =
        plan(
            new Request.Credentials(List.of(BAD), true, false),
            access(all, MINE),
            access(all, OTHER));

    assertThat(plan.steps()).hasSize(1);
    assertThat(edit(plan))
        .isEqualTo(
            new FieldEdit.Value(
                "/subjects",
                Optional.of("[" + String.join(",", all) + "]"),
                Optional.of("[" + EVE + "]")));
    assertThat(Cards.inverse(plan.cluster(), plan.steps().getFirst()))
        .isInstanceOf(Inverse.Exact.class);
  }

  @Test
  void a_binding_that_changed_between_two_reads_is_planned_as_it_was_read_last() {
    Plan plan =
        plan(
            new Request.Credentials(List.of(BAD), true, false),
            access(List.of(MINE, OTHER), MINE),
            access(List.of(MINE, OTHER, EVE), OTHER));

    assertThat(edit(plan))
        .isEqualTo(
            new FieldEdit.Value(
                "/subjects",
                Optional.of("[" + String.join(",", List.of(MINE, OTHER, EVE)) + "]"),
                Optional.of("[" + EVE + "]")));
  }

  @Test
  void an_account_without_rights_and_tokens_needs_no_plan() {
    AccountAccess none = new AccountAccess(ACCOUNT, List.of(), List.of());
    assertThat(
            Planned.reasons(
                CredentialsPlanner.plan(
                    seen(), new Request.Credentials(List.of(BAD), true, true), List.of(none))))
        .containsExactly(
            "No binding names a suspect's service account, and no Secret holds its token.");
  }

  @Test
  void there_is_nothing_to_do_only_where_everything_was_asked_for() {
    AccountAccess none = new AccountAccess(ACCOUNT, List.of(), List.of());
    for (boolean bindings : List.of(true, false)) {
      for (boolean tokens : List.of(true, false)) {
        Request.Credentials request = new Request.Credentials(List.of(BAD), bindings, tokens);
        assertThat(CredentialsPlanner.plan(seen(), request, List.of(none)))
            .isInstanceOfSatisfying(
                PlanResult.CannotPlan.class,
                cannot -> assertThat(cannot.nothing()).isEqualTo(bindings && tokens));
      }
    }
  }

  @Test
  void the_account_of_a_pod_that_names_none_is_the_default_one() {
    ClusterSnapshot seen =
        new ClusterBuilder().node("n1", "z1").bare("a", "bad", Template.of("bad"), "n1").build();
    assertThat(CredentialsPlanner.accounts(seen, new Request.Credentials(List.of(BAD), true, true)))
        .extracting(ObjectRef::kind)
        .containsExactly("ServiceAccount");
  }
}
