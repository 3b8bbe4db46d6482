package org.lazaretto.plan.dispose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.json.PlanJson;

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
    return Planned.of(
        DisposePlanner.plan(seen, new Request.Dispose(List.of(suspects), way), List.of()));
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
    for (Disposal way :
        List.of(Disposal.PODS, Disposal.ORPHAN, Disposal.FOREGROUND, Disposal.SCALE)) {
      assertThat(said(plan(seen, way, lone))).as(way.word()).containsExactly("delete-pod Pod");
    }
  }

  @Test
  void a_static_pod_has_no_delete() {
    ClusterSnapshot seen = web().mirror("kube-system", "etcd", "a").build();
    PodRef mirror = seen.pods().stream().filter(Pod::mirror).findFirst().orElseThrow().ref();
    assertThat(
            Planned.reasons(
                DisposePlanner.plan(
                    seen, new Request.Dispose(List.of(mirror), Disposal.PODS), List.of())))
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
                DisposePlanner.plan(
                    seen, new Request.Dispose(List.of(agent), Disposal.SCALE), List.of())))
        .singleElement()
        .asString()
        .contains("cannot be scaled");
  }

  private static PodRun running(PodRef pod, String id) {
    return new PodRun(
        pod,
        "Always",
        List.of(
            new ContainerRun("app", id, 3, true, true),
            new ContainerRun("done", id, 0, false, false)));
  }

  private static PlanResult containers(Disposal way, String id, String... names) {
    ClusterSnapshot seen = web().build();
    PodRef pod = suspect(seen);
    return DisposePlanner.plan(
        seen, new Request.Dispose(List.of(pod), way, List.of(names)), List.of(running(pod, id)));
  }

  @Test
  void a_restart_is_of_the_containers_that_run_and_keeps_their_count() {
    Plan plan = Planned.of(containers(Disposal.RESTART, "containerd://4f"));

    assertThat(plan.steps())
        .singleElement()
        .isInstanceOfSatisfying(
            DisposeStep.RestartContainer.class,
            step -> {
              assertThat(step.container()).isEqualTo("app");
              assertThat(step.restarts()).isEqualTo(3);
              assertThat(Card.destroys(step))
                  .containsExactlyInAnyOrder(
                      EvidenceClass.MEMORY, EvidenceClass.PROCESSES, EvidenceClass.CONTAINER_LAYER);
              assertThat(Cards.inverse(plan.cluster(), step)).isInstanceOf(Inverse.None.class);
              assertThat(Cards.of(plan.cluster(), step).command().shell())
                  .endsWith("exec -n shop web-6f7d-1 -c app -- /bin/sh -c 'kill 1'");
            });
  }

  @Test
  void a_container_that_is_not_there_or_does_not_run_cannot_be_restarted() {
    assertThat(Planned.reasons(containers(Disposal.RESTART, "containerd://4f", "done")))
        .containsExactly("Pod shop/web-6f7d-1 has no running container of the name done.");
  }

  @Test
  void a_name_that_no_suspect_has_is_not_passed_over_beside_one_that_it_has() {
    assertThat(Planned.reasons(containers(Disposal.RESTART, "containerd://4f", "app", "aap")))
        .containsExactly("No suspect has a running container of the name aap.");
  }

  @ParameterizedTest
  @CsvSource({
    "STOP,containerd://4f,crictl stop --timeout 10 4f",
    "KILL,containerd://4f,crictl stop --timeout 0 4f",
    "REMOVE,containerd://4f,crictl rm -f 4f",
    "PAUSE,containerd://4f,ctr -n k8s.io tasks pause 4f",
    "STOP,cri-o://4f,crictl stop --timeout 10 4f",
    "REMOVE,cri-o://4f,crictl rm -f 4f",
    "STOP,docker://4f,docker stop 4f",
    "KILL,docker://4f,docker kill 4f",
    "REMOVE,docker://4f,docker rm -f 4f",
    "PAUSE,docker://4f,docker pause 4f"
  })
  void what_is_typed_on_a_node_depends_on_its_runtime(Disposal way, String id, String typed) {
    Plan plan = Planned.of(containers(way, id));
    Step step = plan.steps().getFirst();

    assertThat(Cards.of(plan.cluster(), step).command().shell()).isEqualTo(typed);
    assertThat(Actions.byHand(step)).isTrue();
    assertThat(Card.destroys(step).isEmpty()).isEqualTo(way == Disposal.PAUSE);
  }

  @ParameterizedTest
  @CsvSource({"PAUSE,cri-o://4f", "STOP,rkt://4f", "STOP,containerd://4f;reboot", "STOP,4f"})
  void a_runtime_without_a_command_for_it_gets_no_plan(Disposal way, String id) {
    assertThat(Planned.reasons(containers(way, id)))
        .singleElement()
        .asString()
        .contains("no command of that runtime is known");
  }

  @Test
  void a_frozen_container_can_go_on_and_a_removed_one_cannot() {
    Plan frozen = Planned.of(containers(Disposal.PAUSE, "containerd://4f"));
    Plan removed = Planned.of(containers(Disposal.REMOVE, "docker://4f"));

    assertThat(Cards.inverse(frozen.cluster(), frozen.steps().getFirst()))
        .isInstanceOfSatisfying(
            Inverse.Exact.class,
            exact ->
                assertThat(exact.command().shell()).isEqualTo("ctr -n k8s.io tasks resume 4f"));
    assertThat(Cards.of(frozen.cluster(), frozen.steps().getFirst()).rationale())
        .contains("liveness probe");
    assertThat(Cards.inverse(removed.cluster(), removed.steps().getFirst()))
        .isInstanceOf(Inverse.None.class);
    assertThat(Cards.of(removed.cluster(), removed.steps().getFirst()).rationale())
        .contains("Docker deletes its storage");
  }

  @Test
  void a_plan_about_containers_is_the_same_after_writing_and_reading() throws Exception {
    for (Disposal way : List.of(Disposal.RESTART, Disposal.STOP, Disposal.PAUSE)) {
      Plan plan = Planned.of(containers(way, "containerd://4f", "app"));

      Plan read = PlanJson.read(PlanJson.write(plan));

      assertThat(read.steps()).isEqualTo(plan.steps());
      assertThat(read.request()).isEqualTo(plan.request());
      assertThat(read.fingerprint()).isEqualTo(plan.fingerprint());
    }
  }
}
