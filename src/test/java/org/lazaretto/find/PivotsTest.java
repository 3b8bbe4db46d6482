package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;

class PivotsTest {
  private static final ClusterSnapshot SHOP = Clusters.shop().build();
  private static final String MINER = Clusters.miner().uid();

  private static Map<Pivot.Kind, Pivot> of(ClusterSnapshot snapshot, String... suspects) {
    return Pivots.of(snapshot, List.of(suspects)).stream()
        .collect(Collectors.toMap(Pivot::kind, Function.identity()));
  }

  private static Pivot pivot(Map<Pivot.Kind, Pivot> pivots, Pivot.Kind kind) {
    return Objects.requireNonNull(pivots.get(kind), kind.name());
  }

  private static Set<String> names(ClusterSnapshot snapshot, Pivot pivot) {
    return pivot.pods().stream()
        .map(uid -> snapshot.pod(uid).orElseThrow().ref().name())
        .collect(Collectors.toSet());
  }

  @Test
  void the_pods_of_the_same_deployment_node_account_and_namespace_are_told() {
    Map<Pivot.Kind, Pivot> pivots = of(SHOP, MINER);

    assertThat(names(SHOP, pivot(pivots, Pivot.Kind.OWNER)))
        .containsExactlyInAnyOrder("checkout-6f7d-1", "checkout-6f7d-2", "checkout-6f7d-3");
    assertThat(pivot(pivots, Pivot.Kind.OWNER).values())
        .containsExactly("Deployment shop/checkout");
    assertThat(pivot(pivots, Pivot.Kind.NODE).pods()).hasSize(SHOP.podsOn("node-a1").size());
    assertThat(pivot(pivots, Pivot.Kind.SERVICE_ACCOUNT).values()).containsExactly("shop/default");
    assertThat(pivot(pivots, Pivot.Kind.NAMESPACE).pods())
        .hasSameSizeAs(
            SHOP.pods().stream().filter(p -> p.ref().namespace().equals("shop")).toList());
  }

  @Test
  void the_same_digest_is_found_under_another_name_and_in_another_namespace() {
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .bare("a", "suspect", Template.image("r.example/app:1@sha256:4be1"), "n")
            .bare("b", "hidden", Template.image("other.example/nginx@sha256:4be1"), "n")
            .bare("b", "clean", Template.image("r.example/app:1@sha256:77aa"), "n")
            .build();

    Pivot digest = pivot(of(cluster, "uid-pod-a-suspect"), Pivot.Kind.IMAGE_DIGEST);

    assertThat(names(cluster, digest)).containsExactlyInAnyOrder("suspect", "hidden");
    assertThat(digest.values()).containsExactly("sha256:4be1");
  }

  @Test
  void the_digest_that_runs_counts_where_the_spec_names_a_tag() {
    ContainerState running =
        new ContainerState(
            "app", ContainerState.Role.MAIN, "r.example/app@sha256:4be1", 0, true, "");
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .bare("a", "suspect", Template.image("r.example/app:1"), "n")
            .bare("a", "same", Template.image("r.example/app:2"), "n")
            .bare("a", "not-pulled", Template.image("r.example/app:1"), "n")
            .pod("a/suspect", Changes.containers(running))
            .pod("a/same", Changes.containers(running))
            .build();

    assertThat(names(cluster, pivot(of(cluster, "uid-pod-a-suspect"), Pivot.Kind.IMAGE_DIGEST)))
        .containsExactlyInAnyOrder("suspect", "same");
  }

  @Test
  void what_a_suspect_does_not_have_is_no_pivot() {
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .bare("a", "suspect", Template.image("r.example/app:1"), "n")
            .pod("a/suspect", Changes::pending)
            .build();

    assertThat(of(cluster, "uid-pod-a-suspect").keySet())
        .containsExactlyInAnyOrder(Pivot.Kind.SERVICE_ACCOUNT, Pivot.Kind.NAMESPACE);
  }

  @Test
  void a_mirror_does_not_share_an_owner_with_the_other_mirrors_of_its_node() {
    assertThat(of(SHOP, "uid-pod-kube-system-kube-proxy-node-a1"))
        .doesNotContainKey(Pivot.Kind.OWNER);
  }

  @Test
  void a_pod_that_has_ended_is_not_told_unless_it_is_the_suspect() {
    ClusterSnapshot cluster =
        Clusters.shop()
            .pod("shop/checkout-6f7d-2", Changes::finished)
            .pod("shop/checkout-6f7d-1", Changes::finished)
            .build();

    assertThat(names(cluster, pivot(of(cluster, MINER), Pivot.Kind.OWNER)))
        .containsExactlyInAnyOrder("checkout-6f7d-1", "checkout-6f7d-3");
  }

  @Test
  void two_suspects_are_taken_together_and_a_vanished_one_is_left_out() {
    Map<Pivot.Kind, Pivot> pivots = of(SHOP, MINER, "uid-pod-shop-web-6f7d-3", "vanished");

    assertThat(pivot(pivots, Pivot.Kind.NODE).values())
        .containsExactlyInAnyOrder("node-a1", "node-b1");
    assertThat(pivot(pivots, Pivot.Kind.OWNER).pods()).hasSize(6);
    assertThat(Pivots.of(SHOP, List.of("vanished"))).isEmpty();
    assertThat(Pivots.of(SHOP, List.of())).isEmpty();
  }
}
