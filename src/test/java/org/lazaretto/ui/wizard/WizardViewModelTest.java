package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.execute.DryRun;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Subject;
import org.lazaretto.execute.Waiver;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Leaving;
import org.lazaretto.ui.wizard.proposal.Origin;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.proposal.WorkloadChoice;

class WizardViewModelTest {
  private static final String WEB = "shop/Deployment/web";

  private static Walk cordon() {
    return Walk.of(Wizard.CORDON, Clusters.shop().build());
  }

  private static Walk evacuate() {
    return Walk.of(Wizard.EVACUATE, Clusters.cordonedShop().build());
  }

  @Test
  void every_page_can_be_walked_forth_and_back_and_nothing_is_lost() {
    for (Wizard which : EnumSet.complementOf(EnumSet.of(Wizard.RECOVER, Wizard.CREDENTIALS))) {
      Walk walk = Walk.of(which, Clusters.cordonedShop().build());
      walk.to(Stage.CONSEQUENCES);
      walk.wizard.change(
          draft -> draft.waiving(new Subject("T-44", List.of()), "agreed with the shop"));
      walk.to(Stage.APPROVE);
      walk.wizard.change(draft -> draft.with(draft.signature().because("it mines").typing("no")));
      Draft written = walk.wizard.draft();
      for (Stage stage : List.of(Stage.PREVIEW, Stage.CONSEQUENCES, Stage.CHOOSE)) {
        walk.wizard.back();
        assertThat(walk.stage()).isEqualTo(stage);
        assertThat(walk.wizard.draft()).isEqualTo(written);
      }
      walk.wizard.back();
      assertThat(walk.stage()).isEqualTo(Stage.CHOOSE);
      walk.to(Stage.APPROVE);
      assertThat(walk.wizard.draft()).as("%s", which).isEqualTo(written);
    }
  }

  @Test
  void that_there_is_nothing_to_revoke_is_journalled_and_the_case_goes_on() {
    FakeWork work = new FakeWork(Clusters.shop().build());
    work.access = List.of();
    Walk walk = Walk.of(Wizard.CREDENTIALS, work);

    assertThat(walk.main().label()).isEqualTo("Note it, and go on");
    walk.wizard.proceed();

    assertThat(work.notes)
        .singleElement()
        .asString()
        .startsWith("credentials: No binding names a suspect's service account");
    assertThat(walk.left).hasSize(2).last().isEqualTo("closed");
    assertThat(walk.left.getFirst()).contains("no Secret holds its token");
  }

  @Test
  void the_main_button_says_what_it_will_do() {
    assertThat(cordon().to(Stage.PREVIEW).main().label()).isEqualTo("Approve cordoning 1 node…");
    assertThat(cordon().to(Stage.APPROVE).main().label()).isEqualTo("Cordon 1 node");
    assertThat(evacuate().to(Stage.APPROVE).main().label()).matches("Evict \\d+ pods?, keep \\d+");
    assertThat(Walk.of(Wizard.FREEZE, Clusters.shop().build()).to(Stage.APPROVE).main().label())
        .isEqualTo("Freeze 1 suspect");
  }

  private static WorkloadChoice choice(Walk walk, String key) {
    return WorkloadChoice.of(
            walk.wizard.live().current().flatMap(Proposal::leaving).orElseThrow().methods(),
            walk.wizard.draft())
        .stream()
        .filter(row -> row.row().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_method_is_chosen_for_one_application_and_one_click_chooses_it_for_all() {
    Walk walk = evacuate();
    assertThat(choice(walk, WEB).chooses(Method.EVICT)).isTrue();

    walk.wizard.change(now -> now.with(now.moves().by(WEB, Optional.of(Method.RESTART))));
    assertThat(choice(walk, WEB).chooses(Method.RESTART)).isTrue();
    assertThat(choice(walk, WEB).row().chosen()).isEqualTo(Method.RESTART);
    assertThat(choice(walk, "shop/Job/report").chooses(Method.EVICT)).isTrue();

    walk.wizard.change(now -> now.with(now.moves().by(Method.DRAIN)));
    assertThat(choice(walk, WEB).chooses(Method.DRAIN)).isTrue();
    assertThat(walk.wizard.draft().moves().perWorkload()).isEmpty();
  }

  @Test
  void what_an_evacuation_would_do_shows_before_its_node_is_cordoned() {
    Walk walk = Walk.of(Wizard.EVACUATE, Clusters.shop().build());
    Leaving ahead = walk.wizard.live().leavingProperty().get().orElseThrow();
    Leaving then = evacuate().wizard.live().leavingProperty().get().orElseThrow();

    assertThat(walk.wizard.live().current()).isEmpty();
    assertThat(ahead.methods().rows()).isEqualTo(then.methods().rows());
    assertThat(ahead.doubtful()).isEqualTo(then.doubtful());
    assertThat(ahead.methods().open()).containsExactly("node-a1");

    walk.work.change(_ -> Clusters.cordonedShop().build());
    walk.wizard.live().look();
    assertThat(walk.wizard.live().leavingProperty().get()).contains(then);
  }

  @Test
  void what_no_other_node_takes_is_said_to_stay_pending() {
    Walk walk =
        Walk.of(
            Wizard.EVACUATE,
            Clusters.cordonedShop()
                .deployment(
                    "shop", "pinned", Template.of("pinned").onlyWhere("room", "one"), "node-a1")
                .build());

    assertThat(walk.wizard.live().current().orElseThrow().rows())
        .filteredOn(row -> row.subject().equals("shop/pinned"))
        .singleElement()
        .satisfies(row -> assertThat(row.effect()).contains("stays pending"));
  }

  @Test
  void what_a_budget_refuses_now_is_said_to_wait_and_for_how_long() {
    assertThat(choice(evacuate(), "shop/StatefulSet/cart").spoken(Method.EVICT))
        .isEqualTo(
            "shop/StatefulSet/cart, evict: waits: budget needs all; asked again until it allows the"
                + " eviction, at most 5 min. It is chosen.");
  }

  @Test
  void a_row_says_aloud_what_a_method_would_do_and_whether_it_is_chosen() {
    Walk walk = evacuate();

    assertThat(choice(walk, WEB).spoken(Method.EVICT))
        .isEqualTo(WEB + ", evict: moves 1 of 1. It is chosen.");
    assertThat(choice(walk, "shop/Job/report").spoken(Method.RESTART))
        .isEqualTo("shop/Job/report, restart: cannot: Job. Click to choose it.");
    assertThat(choice(walk, "shop/Deployment/checkout").copyable())
        .startsWith("shop/Deployment/checkout\t2\t* stays: 1 suspect, 1 suspect's sibling");
    assertThat(choice(walk, "kube-system/DaemonSet/agent").chooses(Method.EVICT)).isFalse();
  }

  @Test
  void each_consequence_says_which_steps_cause_it_and_from_what_it_is_computed() {
    Walk walk = evacuate();
    walk.work.guards = List.of(new HoldReason("E-memory", "Not captured.", true));
    walk.to(Stage.CONSEQUENCES);
    Plan plan = walk.wizard.live().current().orElseThrow().plan();

    assertThat(walk.wizard.judgement().concernsProperty().get())
        .allSatisfy(concern -> assertThat(Origin.causes(plan, concern)).startsWith("Concerns "))
        .anySatisfy(concern -> {
          assertThat(concern.id()).isEqualTo("T-18");
          assertThat(Origin.causes(plan, concern)).contains(", Evict shop/");
          assertThat(Origin.basis(concern).orElseThrow()).contains("disruptionsAllowed");
        })
        .anySatisfy(concern -> {
          assertThat(concern.id()).isEqualTo("E-memory");
          assertThat(concern.steps()).isNotEmpty();
        });
  }

  @Test
  void the_map_shows_the_plan_until_its_result_is_shown() {
    Walk walk = evacuate();
    Preview preview = walk.wizard.preview();
    assertThat(preview.pods())
        .containsEntry("uid-pod-shop-web-6f7d-1", Preview.Fate.MOVES)
        .containsEntry(Clusters.miner().uid(), Preview.Fate.STAYS);
    assertThat(preview.nodes()).containsExactly("node-a1");
    assertThat(preview.arrivals()).isNotEmpty().doesNotContainKey("node-a1");
    assertThat(preview.underWay())
        .as("what arrives is seen")
        .isEqualTo(new Preview(preview.pods(), preview.nodes(), Map.of()));
    walk.to(Stage.APPROVE).sign("node-a1");
    walk.waiveAll();
    walk.to(Stage.RESULT);
    assertThat(walk.wizard.preview()).isEqualTo(Preview.NONE);
    walk.wizard.goTo(Stage.RUN);
    assertThat(walk.stage()).isEqualTo(Stage.RUN);
    assertThat(walk.wizard.preview()).as("it is over").isEqualTo(Preview.NONE);
  }

  @Test
  void a_stop_holds_the_plan_until_its_reason_is_written() {
    Walk walk = evacuate();
    walk.work.guards = List.of(new HoldReason("E-api-state", "Not frozen.", true));
    walk.to(Stage.APPROVE).sign("node-a1");
    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("E-api-state"));

    assertThat(walk.wizard.judgement().waived(walk.wizard.draft())).isZero();

    walk.waiveAll();

    assertThat(walk.main().enabled()).as("%s", walk.obstacles()).isTrue();
    assertThat(walk.wizard.judgement().waived(walk.wizard.draft())).isPositive();
    walk.wizard.proceed();
    assertThat(walk.work.orders.getFirst().waivers())
        .contains(new Waiver("E-api-state", List.of(), "agreed"));
  }

  @Test
  void a_stale_picture_holds_whatever_is_written() {
    Walk walk =
        Walk.of(
            Wizard.CORDON,
            Clusters.shop()
                .health(
                    ObservedKind.POD,
                    new KindHealth.Stale(Clusters.NOW.minusSeconds(600), "no answer"))
                .build());
    walk.to(Stage.APPROVE).waiveAll();

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("T-43"));
  }

  @Test
  void a_missing_right_is_named() {
    Walk walk = cordon();
    walk.work.denied = List.of(new Permission("patch", "", "nodes", "", ""));
    walk.to(Stage.APPROVE);

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("patch nodes in all namespaces"));
  }

  @Test
  void a_capture_that_may_not_read_everything_is_a_gap_and_goes_on() {
    Walk walk = Walk.of(Wizard.FREEZE, Clusters.shop().build());
    walk.work.denied = List.of(new Permission("list", "", "events", "", ""));

    assertThat(walk.to(Stage.APPROVE).main().enabled()).isTrue();
  }

  @Test
  void a_refused_dry_run_holds_and_names_the_steps() {
    Walk walk = cordon();
    walk.work.answer = Optional.of(new DryRun.Answer.Refused("a webhook says no"));
    walk.to(Stage.APPROVE);

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("S-001"));
  }

  @Test
  void a_server_that_does_not_answer_holds_with_its_words() {
    Walk walk = cordon();
    walk.work.guarding =
        Optional.of(new SessionException(SessionException.Kind.UNAVAILABLE, "no route to host"));
    walk.to(Stage.APPROVE);

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("no route to host"));
  }

  @Test
  void a_cluster_that_changes_is_told_and_planned_again_and_what_was_typed_is_kept() {
    Walk walk = cordon().to(Stage.APPROVE);
    walk.wizard.change(draft -> draft.with(draft.signature().because("it mines")));
    walk.work.change(
        seen -> seen.with(List.of(seen.node("node-a1").orElseThrow().withUnschedulable(true))));
    walk.wizard.look();

    assertThat(walk.wizard.changedProperty().get()).isPresent();
    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("changed since you read it"));
    walk.wizard.goTo(Stage.PREVIEW);
    walk.to(Stage.APPROVE);
    assertThat(walk.main().enabled()).as("%s", walk.obstacles()).isTrue();
    assertThat(walk.wizard.draft().signature().reason()).isEqualTo("it mines");
    assertThat(walk.wizard.changedProperty().get()).isEmpty();
  }

  @Test
  void a_suspect_that_vanishes_leaves_no_plan_and_every_word() {
    Walk walk = cordon().to(Stage.APPROVE);
    walk.wizard.change(draft -> draft.with(draft.signature().because("it mines")));
    walk.work.change(seen -> seen.without(ObservedKind.POD, List.of(Clusters.miner().uid())));
    walk.wizard.look();

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.wizard.live().proposalProperty().get().failure())
        .hasValueSatisfying(failure -> assertThat(failure.words()).contains("is gone"));
    assertThat(walk.wizard.draft().signature().reason()).isEqualTo("it mines");
  }

  @Test
  void a_heartbeat_of_the_cluster_changes_nothing_for_who_reads() {
    Walk walk = cordon().to(Stage.APPROVE);
    walk.work.change(seen -> seen.at(Clusters.NOW.plusSeconds(1)));
    walk.wizard.look();

    assertThat(walk.wizard.changedProperty().get()).isEmpty();
    assertThat(walk.main().enabled()).isTrue();
  }

  @Test
  void what_does_not_come_back_asks_for_a_reason_and_a_typed_word() {
    Walk walk = evacuate().to(Stage.APPROVE).waiveAll();
    assertThat(walk.main().destructive()).isTrue();
    assertThat(walk.obstacles()).anyMatch(text -> text.contains("Type node-a1"));

    walk.sign("node-a2");
    assertThat(walk.main().enabled()).isFalse();
    walk.sign("node-a1");
    assertThat(walk.main().enabled()).as("%s", walk.obstacles()).isTrue();
  }

  @Test
  void nodes_by_name_are_asked_for_before_a_plan_is_made() {
    Walk walk = cordon();
    walk.wizard.change(draft -> draft.with(draft.targets().byName(true)));
    assertThat(walk.main().enabled()).isFalse();

    walk.wizard.change(draft -> draft.with(draft.targets().choosing("node-b2", true)));
    assertThat(walk.main().enabled()).isTrue();
    assertThat(walk.wizard.preview().nodes()).containsExactly("node-b2");
  }

  @Test
  void an_open_node_is_not_emptied_and_the_reason_is_told() {
    Walk walk = Walk.of(Wizard.EVACUATE, Clusters.shop().build());

    assertThat(walk.main().enabled()).isFalse();
    assertThat(walk.wizard.live().proposalProperty().get().failure())
        .hasValueSatisfying(failure -> assertThat(failure.words()).contains("cordon it first"));
  }
}
