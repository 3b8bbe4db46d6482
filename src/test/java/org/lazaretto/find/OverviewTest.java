package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.NamespaceEntry;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;

class OverviewTest {
  private static final ClusterSnapshot SHOP = Clusters.shop().build();

  @Test
  void flags_and_namespaces_are_counted() {
    Overview overview = Overview.of(SHOP, Set.of());

    assertThat(overview.flags())
        .isEqualTo(Map.of(Flag.STATIC, 1, Flag.OWNERLESS, 1, Flag.RESTARTS, 1));
    assertThat(overview.flagged()).isEqualTo(3);
    assertThat(overview.namespaces())
        .containsExactly(
            new Overview.NamespaceCount("kube-system", 7), new Overview.NamespaceCount("shop", 12));
  }

  @Test
  void a_namespace_without_pods_comes_last() {
    ClusterSnapshot snapshot =
        Clusters.shop()
            .add(new NamespaceEntry(ObservedKind.NAMESPACE.ref("", "default", "uid-default")))
            .build();

    assertThat(Overview.of(snapshot, Set.of()).namespaces().getLast())
        .isEqualTo(new Overview.NamespaceCount("default", 0));
  }

  @Test
  void a_cluster_of_which_nothing_is_known_has_nothing() {
    Overview overview =
        Overview.of(ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW), Set.of());

    assertThat(overview.flags()).isEmpty();
    assertThat(overview.namespaces()).isEmpty();
    assertThat(overview.next().after(Optional.empty())).isEmpty();
    assertThat(overview.next().before(Optional.empty())).isEmpty();
  }

  @Test
  void next_flagged_goes_from_suspects_over_the_gravest_flags_round_and_round() {
    NextFlagged next = NextFlagged.of(SHOP, Set.of("uid-pod-shop-web-6f7d-1"));

    assertThat(names(next, 5))
        .containsExactly(
            "web-6f7d-1", "kube-proxy-node-a1", "debug", "checkout-6f7d-1", "web-6f7d-1");
  }

  @Test
  void going_back_is_the_same_way() {
    NextFlagged next = NextFlagged.of(SHOP, Set.of());

    assertThat(next.before(Optional.empty()).map(PodRef::name)).contains("checkout-6f7d-1");
    assertThat(next.before(Optional.of("uid-pod-shop-debug")).map(PodRef::name))
        .contains("kube-proxy-node-a1");
    assertThat(next.size()).isEqualTo(3);
  }

  @Test
  void after_a_pod_that_has_gone_comes_the_first() {
    assertThat(NextFlagged.of(SHOP, Set.of()).after(Optional.of("gone")).map(PodRef::name))
        .contains("kube-proxy-node-a1");
  }

  private static java.util.List<String> names(NextFlagged next, int count) {
    java.util.List<String> names = new java.util.ArrayList<>();
    Optional<PodRef> at = next.after(Optional.empty());
    for (int i = 0; i < count; i++) {
      names.add(at.orElseThrow().name());
      at = next.after(at.map(PodRef::uid));
    }
    return names;
  }
}
