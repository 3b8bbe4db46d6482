package org.lazaretto.plan.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Golden;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;

class FreezePlannerTest {
  private static List<String> paths(Plan plan) {
    return plan.steps().stream().map(step -> ((CaptureStep.KeepResponse) step).path()).toList();
  }

  private static Plan plan(ClusterBuilder cluster, PodRef... suspects) {
    return Planned.of(FreezePlanner.plan(cluster.build(), new Request.Freeze(List.of(suspects))));
  }

  @Test
  void everything_known_of_the_shops_miner_is_kept() {
    Golden.matches("freeze.txt", Planned.text(plan(Clusters.shop(), Clusters.miner())));
  }

  @Test
  void what_two_suspects_share_is_kept_once() {
    PodRef sibling = new PodRef("shop", "checkout-6f7d-2", "uid-pod-shop-checkout-6f7d-2");

    List<String> paths = paths(plan(Clusters.shop(), Clusters.miner(), sibling, sibling));

    assertThat(paths).doesNotHaveDuplicates();
    assertThat(paths)
        .filteredOn(path -> path.contains("checkout-6f7d-2"))
        .hasSize(3)
        .allMatch(path -> path.contains("pods") || path.contains("uid-pod"));
  }

  @Test
  void every_container_is_heard_and_its_previous_life_where_it_restarted() {
    ClusterBuilder shop =
        Clusters.shop()
            .pod(
                "shop/checkout-6f7d-1",
                Changes.containers(
                    new ContainerState("init", ContainerState.Role.INIT, "", 0, true, "Completed"),
                    new ContainerState("app", ContainerState.Role.MAIN, "", 1, true, ""),
                    new ContainerState("dbg", ContainerState.Role.EPHEMERAL, "", 0, true, "")));

    assertThat(paths(plan(shop, Clusters.miner())))
        .filteredOn(path -> path.contains("/log?"))
        .extracting(path -> path.substring(path.indexOf('?')))
        .containsExactly(
            "?container=init&timestamps=true",
            "?container=app&timestamps=true&previous=true",
            "?container=app&timestamps=true",
            "?container=dbg&timestamps=true");
  }

  @Test
  void a_container_that_never_started_has_no_log_to_ask_for() {
    ClusterBuilder shop =
        Clusters.shop()
            .pod(
                "shop/checkout-6f7d-1",
                Changes.containers(
                    new ContainerState(
                        "app", ContainerState.Role.MAIN, "", 0, false, "ImagePullBackOff")));

    assertThat(paths(plan(shop, Clusters.miner()))).noneMatch(path -> path.contains("/log"));
  }

  @Test
  void a_pod_without_a_node_is_kept_without_node_and_logs() {
    ClusterBuilder shop = Clusters.shop().pod("shop/checkout-6f7d-1", Changes::pending);

    assertThat(paths(plan(shop, Clusters.miner())))
        .isNotEmpty()
        .noneMatch(path -> path.contains("/log") || path.contains("/nodes/"));
  }

  @Test
  void hostile_names_cannot_leave_their_place_in_a_path() {
    String name = "../../secrets/x?y=1#z";
    ClusterBuilder cluster =
        new ClusterBuilder().node("n1", "z1").bare("a", name, Template.of("x"), "n1");

    List<String> paths = paths(plan(cluster, new PodRef("a", name, "uid-pod-a-" + name)));

    assertThat(paths.get(0))
        .isEqualTo("/api/v1/namespaces/a/pods/..%2F..%2Fsecrets%2Fx%3Fy%3D1%23z");
  }

  @Test
  void secrets_are_never_read() {
    assertThat(paths(plan(Clusters.shop(), Clusters.miner())))
        .noneMatch(path -> path.contains("secrets"));
  }

  @Test
  void an_owner_chain_that_ends_in_itself_is_followed_once() {
    ObjectRef itself =
        new ObjectRef(
            "apps/v1", "ReplicaSet", "shop", "checkout-6f7d", "uid-replicaset-shop-checkout-6f7d");
    ClusterBuilder shop =
        Clusters.shop()
            .workload(
                "shop/ReplicaSet/checkout-6f7d",
                w ->
                    new Workload(
                        w.object(),
                        w.kind(),
                        w.replicas(),
                        w.selector(),
                        w.template(),
                        w.rollout(),
                        Optional.of(itself)));

    assertThat(paths(plan(shop, Clusters.miner())))
        .filteredOn(path -> path.contains("/replicasets/"))
        .hasSize(1);
  }

  @Test
  void a_suspect_that_is_gone_is_named_with_its_namesake() {
    PodRef old = new PodRef("shop", "debug", "uid-of-yesterday");

    assertThat(
            Planned.reasons(
                FreezePlanner.plan(Clusters.shop().build(), new Request.Freeze(List.of(old)))))
        .containsExactly(
            "Pod shop/debug with UID uid-of-yesterday is gone; the pod of that name there now is"
                + " another one, with UID uid-pod-shop-debug.");
  }

  @Test
  void without_a_suspect_there_is_nothing_to_freeze() {
    assertThat(
            Planned.reasons(
                FreezePlanner.plan(Clusters.shop().build(), new Request.Freeze(List.of()))))
        .containsExactly("No suspect is named.");
  }
}
