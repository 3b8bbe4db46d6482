package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodShape;

class FlagTest {
  private static Set<Flag> flags(String path, UnaryOperator<Pod> change) {
    String[] parts = path.split("/", 2);
    return Flag.of(Clusters.shop().pod(path, change).build().pod(parts[0], parts[1]).orElseThrow());
  }

  private static UnaryOperator<Pod> waiting(String reason) {
    return Changes.containers(
        new ContainerState("app", ContainerState.Role.MAIN, "", 0, false, reason));
  }

  private static UnaryOperator<Pod> host(HostAccess host) {
    return pod -> {
      PodShape old = pod.shape();
      PodShape shape =
          new PodShape(
              old.serviceAccount(),
              old.images(),
              host,
              old.volumes(),
              old.placement(),
              old.grace());
      return new Pod(
          pod.ref(), pod.node(), pod.status(), shape, pod.controller(), pod.labels(), pod.mirror());
    };
  }

  @Test
  void an_ordinary_pod_has_none() {
    assertThat(flags("shop/web-6f7d-1", UnaryOperator.identity())).isEmpty();
  }

  @Test
  void what_a_pod_shares_with_its_node_is_flagged() {
    HostAccess all = new HostAccess(true, true, true, true, false);

    assertThat(flags("shop/web-6f7d-1", host(all)))
        .containsExactly(Flag.PRIVILEGED, Flag.HOST_PID, Flag.HOST_NETWORK, Flag.HOST_PATH);
  }

  @Test
  void a_bare_pod_has_no_owner_and_a_mirror_is_static() {
    assertThat(flags("shop/debug", UnaryOperator.identity())).containsExactly(Flag.OWNERLESS);
    assertThat(flags("kube-system/kube-proxy-node-a1", UnaryOperator.identity()))
        .containsExactly(Flag.STATIC);
  }

  @Test
  void three_restarts_are_many() {
    assertThat(flags("shop/checkout-6f7d-1", UnaryOperator.identity()))
        .containsExactly(Flag.RESTARTS);
  }

  @Test
  void a_container_that_cannot_start_fails_and_one_that_starts_does_not() {
    assertThat(flags("shop/web-6f7d-1", waiting("CrashLoopBackOff"))).containsExactly(Flag.FAILING);
    assertThat(flags("shop/web-6f7d-1", waiting("ErrImagePull"))).containsExactly(Flag.FAILING);
    assertThat(flags("shop/web-6f7d-1", waiting("ContainerCreating"))).isEmpty();
    assertThat(flags("shop/web-6f7d-1", waiting("Completed"))).isEmpty();
  }

  @Test
  void errors_of_a_pod_that_is_being_deleted_are_not_failures() {
    assertThat(flags("shop/web-6f7d-1", pod -> Changes.terminating(waiting("Error").apply(pod))))
        .isEmpty();
  }

  @Test
  void a_pod_that_ended_well_has_no_flags_and_a_failed_one_is_failing() {
    assertThat(flags("shop/debug", Changes::finished)).isEmpty();
    assertThat(flags("shop/debug", FlagTest::failed)).containsExactly(Flag.FAILING);
  }

  private static Pod failed(Pod pod) {
    var old = pod.status();
    var status =
        new org.lazaretto.model.PodStatus(
            "Failed", false, old.created(), Optional.empty(), "", old.containers());
    return new Pod(
        pod.ref(), pod.node(), status, pod.shape(), pod.controller(), pod.labels(), false);
  }

  @Test
  void an_image_without_digest_is_listed_and_marks_no_pod() {
    Pod pod =
        new ClusterBuilder()
            .node("n", "z")
            .deployment("a", "app", Template.image("r.example:5000/app:1.2.3"), "n")
            .build()
            .pods()
            .iterator()
            .next();

    assertThat(Flag.of(pod)).containsExactly(Flag.MUTABLE_TAG);
    assertThat(Flag.marks(pod)).isFalse();
  }
}
