package org.lazaretto.plan.recover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.plan.recover.ChangedCase.BAD;
import static org.lazaretto.plan.recover.ChangedCase.closed;
import static org.lazaretto.plan.recover.ChangedCase.cordoned;
import static org.lazaretto.plan.recover.ChangedCase.history;
import static org.lazaretto.plan.recover.ChangedCase.ids;
import static org.lazaretto.plan.recover.ChangedCase.live;
import static org.lazaretto.plan.recover.ChangedCase.plan;
import static org.lazaretto.plan.recover.ChangedCase.request;
import static org.lazaretto.plan.recover.ChangedCase.seen;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.PodShape;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainerId;
import org.lazaretto.plan.ContainerId.Engine;
import org.lazaretto.plan.DisposeStep.Kept;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.TakeBack;

/** What a recovery says of hosts, frozen containers and what is gone before it opens anything. */
class RecoveredSituationTest {
  private static final Kept KEPT = new Kept("app", "Always", false);

  private static Applied frozen() {
    return new Applied(
        5,
        "Freeze container app",
        "node-pause",
        new TakeBack.Resume(BAD.object(), "n1", KEPT, new ContainerId(Engine.CONTAINERD, "4f")));
  }

  private static History frozen(String id, boolean running) {
    ContainerRun run = new ContainerRun("app", id, 0, running, false);
    return new History(
        List.of(cordoned(), frozen(), closed()),
        Map.of(BAD, "n1"),
        with(live("\"y\"")),
        List.of(new PodRun(BAD, "Always", List.of(run))),
        List.of(new Lost(8, "Delete the token in Secret a/b")));
  }

  private static Map<ObjectRef, LiveFields> with(Map<ObjectRef, LiveFields> live) {
    Map<ObjectRef, LiveFields> all = new java.util.HashMap<>(live);
    all.put(BAD.object(), new LiveFields(BAD.object(), Map.of()));
    return all;
  }

  @Test
  void a_container_that_was_frozen_on_its_node_is_resumed_there_by_hand_and_in_its_turn() {
    Plan plan = plan(seen(), request(), frozen("containerd://4f", true));

    assertThat(plan.steps())
        .extracting(Actions::word)
        .containsExactly("restore", "node-resume", "uncordon");
    Step resume = plan.steps().get(1);
    assertThat(Actions.byHand(resume)).isTrue();
    assertThat(Cards.of(plan.cluster(), resume).command().shell())
        .isEqualTo("ctr -n k8s.io tasks resume 4f");
    assertThat(Card.destroys(resume)).isEmpty();
  }

  @Test
  void a_container_that_was_started_anew_or_has_ended_is_frozen_no_more_and_that_is_said() {
    for (History history :
        List.of(frozen("containerd://99", true), frozen("containerd://4f", false))) {
      Plan plan = plan(seen(), request(), history);
      assertThat(plan.steps()).extracting(Actions::word).doesNotContain("node-resume");
      assertThat(plan.findings())
          .filteredOn(finding -> finding.id().equals("R-04"))
          .singleElement()
          .satisfies(finding -> assertThat(finding.text()).contains("started anew", "line 5"));
    }
  }

  @Test
  void what_is_gone_is_named_where_nothing_is_left_to_do() {
    History history = new History(List.of(frozen()), Map.of(), Map.of());
    assertThat(Planned.reasons(RecoverPlanner.plan(seen(), request(), history)))
        .anyMatch(reason -> reason.contains("is gone") && reason.contains("Freeze container app"));
  }

  @Test
  void what_ended_for_good_is_named_beside_the_way_back() {
    Plan plan = plan(seen(), request(), frozen("containerd://4f", true));
    assertThat(plan.findings())
        .filteredOn(finding -> finding.id().equals("R-05"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Finding.Severity.INFORM);
          assertThat(finding.text()).contains("\"Delete the token in Secret a/b\" (line 8)");
        });
    assertThat(ids(plan(seen(), request(), history(live("\"y\""))))).doesNotContain("R-05");
  }

  @Test
  void nothing_is_opened_while_nobody_says_what_was_closed() {
    Request.Recover silent = new Request.Recover(List.of(BAD), " ", List.of());
    assertThat(ids(plan(seen(), silent, history(live("\"y\""))))).contains("R-02");
    assertThat(ids(plan(seen(), request(), history(live("\"y\""))))).doesNotContain("R-02");
  }

  @Test
  void a_node_whose_host_was_suspected_is_not_put_back_without_a_waiver() {
    ClusterSnapshot lost =
        new ClusterBuilder()
            .node("n1", "z1")
            .bare("a", "bad", Template.of("bad"), "n1")
            .pod("a/bad", RecoveredSituationTest::privileged)
            .build();
    assertThat(plan(lost, request(), history(live("\"y\""))).findings())
        .filteredOn(finding -> finding.id().equals("T-47"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.STOP));
  }

  @Test
  void a_node_that_is_opened_beside_a_running_suspect_is_warned_of() {
    ClusterSnapshot beside =
        new ClusterBuilder().node("n1", "z1").bare("a", "bad", Template.of("bad"), "n1").build();
    assertThat(plan(beside, request(), history(live("\"y\""))).findings())
        .filteredOn(finding -> finding.id().equals("R-03"))
        .anySatisfy(finding -> {
          assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
          assertThat(finding.text()).contains("on n1 is still running");
        });
    assertThat(plan(seen(), request(), history(live("\"y\""))).findings())
        .noneMatch(finding -> finding.id().equals("R-03"));
  }

  @Test
  void a_node_whose_suspects_are_gone_is_warned_of() {
    assertThat(plan(seen(), request(), history(live("\"y\""))).findings())
        .filteredOn(finding -> finding.id().equals("T-47"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN));
  }

  private static Pod privileged(Pod pod) {
    PodShape old = pod.shape();
    PodShape shape =
        new PodShape(
            old.serviceAccount(),
            old.images(),
            new HostAccess(false, false, false, true, false),
            old.volumes(),
            old.placement(),
            old.grace());
    return new Pod(
        pod.ref(), pod.node(), pod.status(), shape, pod.controller(), pod.labels(), pod.mirror());
  }
}
