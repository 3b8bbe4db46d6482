package org.lazaretto.plan.dispose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** What ends a suspect, and what else ends with it. */
class DisposePlannerTest {
  private static ClusterBuilder web() {
    return new ClusterBuilder()
        .node("a", "z")
        .deployment("shop", "web", Template.of("web"), "a", "a");
  }

  private static PodRef suspect(ClusterSnapshot seen) {
    return seen.pod("shop", "web-6f7d-1").orElseThrow().ref();
  }

  private static Plan plan(ClusterSnapshot seen, Disposal way, PodRef... suspects) {
    return Planned.of(DisposePlanner.plan(seen, new Request.Dispose(List.of(suspects), way)));
  }

  private static List<String> said(Plan plan) {
    return plan.steps().stream()
        .map(step -> Actions.word(step) + " " + step.target().kind())
        .toList();
  }

  @Test
  void each_level_is_orphaned_from_the_top_before_the_suspect_is_deleted() {
    ClusterSnapshot seen = web().build();
    Plan plan = plan(seen, Disposal.ORPHAN, suspect(seen));
    assertThat(said(plan))
        .containsExactly("delete-owner Deployment", "delete-owner ReplicaSet", "delete-pod Pod");
    assertThat(Card.destroys(plan.steps().getFirst())).isEmpty();
  }

  @Test
  void an_owner_that_goes_first_takes_all_of_its_pods_along() {
    ClusterSnapshot seen = web().build();
    Plan plan = plan(seen, Disposal.FOREGROUND, suspect(seen));
    assertThat(plan.steps())
        .singleElement()
        .isInstanceOfSatisfying(
            DisposeStep.DeleteOwner.class, step -> assertThat(step.losing()).hasSize(2));
    assertThat(Card.destroys(plan.steps().getFirst())).contains(EvidenceClass.MEMORY);
  }

  @Test
  void what_is_scaled_to_zero_can_be_scaled_up_and_is_told_so() {
    ClusterSnapshot seen = web().build();
    Plan plan = plan(seen, Disposal.SCALE, suspect(seen));
    Step step = plan.steps().getFirst();
    assertThat(said(plan)).containsExactly("scale-to-zero Deployment");
    assertThat(Cards.inverse(plan.cluster(), step)).isInstanceOf(Inverse.Compensating.class);
    assertThat(Cards.of(plan.cluster(), step).command().words())
        .contains("--replicas=0", "--current-replicas=2");
  }

  @Test
  void two_suspects_of_one_owner_end_it_once() {
    ClusterSnapshot seen = web().build();
    PodRef other = seen.pod("shop", "web-6f7d-2").orElseThrow().ref();
    assertThat(said(plan(seen, Disposal.FOREGROUND, suspect(seen), other))).hasSize(1);
  }

  @Test
  void a_bare_suspect_is_deleted_whatever_the_way() {
    ClusterSnapshot seen = web().bare("shop", "lone", Template.of("lone"), "a").build();
    PodRef lone = seen.pod("shop", "lone").orElseThrow().ref();
    for (Disposal way : Disposal.values()) {
      assertThat(said(plan(seen, way, lone))).as(way.word()).containsExactly("delete-pod Pod");
    }
  }

  @Test
  void a_static_pod_has_no_delete() {
    ClusterSnapshot seen = web().mirror("kube-system", "etcd", "a").build();
    PodRef mirror = seen.pods().stream().filter(Pod::mirror).findFirst().orElseThrow().ref();
    assertThat(
            Planned.reasons(
                DisposePlanner.plan(seen, new Request.Dispose(List.of(mirror), Disposal.PODS))))
        .singleElement()
        .asString()
        .contains("T-19");
  }

  @Test
  void a_daemon_set_cannot_be_scaled() {
    ClusterSnapshot seen = web().daemonSet("shop", "agent").build();
    PodRef agent = seen.pods().stream().filter(Pod::ofDaemonSet).findFirst().orElseThrow().ref();
    assertThat(
            Planned.reasons(
                DisposePlanner.plan(seen, new Request.Dispose(List.of(agent), Disposal.SCALE))))
        .singleElement()
        .asString()
        .contains("cannot be scaled");
  }
}
