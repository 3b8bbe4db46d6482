package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.Preflight.Answer;
import org.lazaretto.execute.Preflight.Right;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Kind;

class PreflightTest {
  private static final Permission EVICT = new Permission("create", "", "pods", "eviction", "shop");

  private final Stage stage = Stage.of(Clusters.cordonedShop());
  private final Preflight preflight = new Preflight(stage.cluster);

  @Test
  void a_right_that_many_steps_need_is_asked_for_once() {
    var plan = stage.evict("shop/web-6f7d-1").evict("shop/cache-6f7d-1").prove("node-a1").plan();

    assertThat(preflight.of(plan))
        .containsExactly(
            new Right(EVICT, new Answer.Allowed()),
            new Right(new Permission("list", "", "pods", "", ""), new Answer.Allowed()));
  }

  @Test
  void a_denied_right_and_one_that_cannot_be_asked_for_are_told_apart() {
    Permission system = new Permission("create", "", "pods", "eviction", "kube-system");
    stage.cluster.deny(EVICT);
    stage.cluster.script.fail("may " + system.spoken(), Script.unreachable());
    var plan = stage.evict("shop/web-6f7d-1").evict("kube-system/coredns-6f7d-1").plan();

    assertThat(preflight.of(plan))
        .extracting(Right::answer)
        .containsExactly(new Answer.Denied(), new Answer.CannotTell("connection refused"));
  }

  @Test
  void a_server_that_is_silent_twice_is_not_asked_for_all_the_other_rights() {
    for (Permission needed : WizardRights.of(Wizard.EVACUATE)) {
      stage.cluster.script.failAlways("may " + needed.spoken(), Script.unreachable());
    }

    List<Right> rights = preflight.of(Wizard.EVACUATE);

    assertThat(rights)
        .hasSizeGreaterThan(3)
        .allMatch(right -> right.answer().equals(new Answer.CannotTell("connection refused")));
    assertThat(rights)
        .filteredOn(
            right -> stage.cluster.script.saw(("may " + right.permission().spoken())::equals))
        .hasSize(2);
  }

  @Test
  void each_wizard_has_its_rights_before_there_is_a_plan() {
    for (Wizard wizard : Wizard.values()) {
      List<Right> rights = preflight.of(wizard);
      assertThat(rights).isNotEmpty().doesNotHaveDuplicates();
      assertThat(rights).allSatisfy(r -> assertThat(r.permission().namespace()).isEmpty());
    }
    assertThat(preflight.of(Wizard.FREEZE))
        .extracting(right -> right.permission().resource())
        .doesNotContain("secrets");
  }

  /** One step of each sort that a wizard's plans may have besides the usual ones. */
  private static List<Step> rare(Wizard wizard) {
    return switch (wizard) {
      case DISPOSE ->
          List.of(
              new DisposeStep.RestartContainer(
                  new StepId(1), Clusters.miner(), "app", 0, "Always"));
      case EVACUATE ->
          List.of(edit("v1", "Pod", Purpose.TOLERATE), edit("v1", "Node", Purpose.EXPEL));
      case RECOVER ->
          List.of(
              edit("v1", "Node", Purpose.UNCORDON),
              edit("apps/v1", "Deployment", Purpose.RESTORE),
              edit("apps/v1", "ReplicaSet", Purpose.RESTORE),
              edit("apps/v1", "StatefulSet", Purpose.RESTORE),
              edit("rbac.authorization.k8s.io/v1", "RoleBinding", Purpose.RESTORE),
              edit("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", Purpose.RESTORE));
      case FREEZE, CORDON, ISOLATE, CREDENTIALS -> List.of();
    };
  }

  private static Step edit(String version, String kind, Purpose purpose) {
    FieldEdit edit = new FieldEdit.Value("/spec/x", Optional.of("\"a\""), Optional.of("\"b\""));
    return new ContainStep.EditFields(
        new StepId(1),
        new ObjectRef(version, kind, "shop", "a", "uid-a"),
        purpose,
        List.of(edit),
        List.of());
  }

  @Test
  void what_a_wizard_may_need_covers_its_rare_steps_too() {
    for (Wizard wizard : Wizard.values()) {
      List<Permission> known = preflight.of(wizard).stream().map(Right::permission).toList();
      Stage rare = Stage.of(Clusters.shop());
      rare(wizard).forEach(step -> rare.step(_ -> step));
      assertThat(preflight.of(rare.plan()))
          .extracting(Right::permission)
          .allSatisfy(needed ->
              assertThat(known)
                  .as(wizard.word())
                  .contains(
                      new Permission(
                          needed.verb(),
                          needed.group(),
                          needed.resource(),
                          needed.subresource(),
                          "")));
    }
  }

  @Test
  void a_restart_from_inside_needs_both_ways_of_running_a_command() {
    Stage restarting = Stage.of(Clusters.shop());
    rare(Wizard.DISPOSE).forEach(step -> restarting.step(_ -> step));

    assertThat(preflight.of(restarting.plan()))
        .extracting(right -> right.permission().spoken())
        .containsExactly("create pods/exec in shop", "get pods/exec in shop");
  }

  @Test
  void a_dry_run_says_what_the_server_would_say_and_changes_nothing() {
    stage.cluster.script.failAlways("evict shop/debug", Script.forbidden());
    var plan =
        stage
            .cordon("node-a2")
            .evict("shop/web-6f7d-1")
            .evict("shop/cart-0")
            .evict("shop/debug")
            .restart("shop/cache-6f7d-1")
            .prove("node-a1")
            .plan();

    var rehearsals = new DryRun(stage.cluster).of(plan);

    assertThat(rehearsals)
        .extracting(rehearsal -> rehearsal.answer().word())
        .containsExactly("accepted", "accepted", "budget refuses now", "refused", "accepted");
    assertThat(stage.cluster.script.sent()).allMatch(call -> call.startsWith("dry "));
    assertThat(stage.cluster.now().podsOn("node-a1")).isEqualTo(stage.before.podsOn("node-a1"));
  }

  @Test
  void a_dry_run_that_the_server_cannot_answer_is_no_refusal() {
    stage.cluster.script.fail(
        "cordon node-a1", new PortException(Kind.NO_ANSWER, "the connection was reset"));
    stage.cluster.script.fail("cordon node-a2", new PortException(Kind.SERVER_ERROR, "HTTP 500"));
    stage.cluster.script.fail("evict shop/debug", new PortException(Kind.THROTTLED, "HTTP 429"));
    stage.cluster.script.fail("evict shop/web-6f7d-1", Script.twoBudgets());
    var plan =
        stage
            .cordon("node-a1")
            .cordon("node-a2")
            .evict("shop/debug")
            .evict("shop/web-6f7d-1")
            .plan();

    assertThat(new DryRun(stage.cluster, stage.time.timing()).of(plan))
        .extracting(rehearsal -> rehearsal.answer().word())
        .containsExactly("cannot tell", "cannot tell", "cannot tell", "refused");
  }
}
