package org.lazaretto.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.consequence.Context;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Finding;

class ForesightTest {
  private static List<Finding> about(ClusterBuilder cluster, String pod, PodRef... suspects) {
    ClusterSnapshot seen = cluster.build();
    Context context =
        new Context(Optional.of(Clusters.IDENTITY.uid()), Clusters.NOW, Duration.ofSeconds(90));
    Pod of = seen.pod("shop", pod).orElseThrow();
    return new Foresight(seen, List.of(suspects), context).about(of);
  }

  @Test
  void a_pod_that_nobody_suspects_is_looked_at_as_if_it_were_the_suspect() {
    assertThat(about(Clusters.shop(), "checkout-6f7d-1"))
        .anySatisfy(finding -> {
          assertThat(finding.id()).isEqualTo("T-10");
          assertThat(finding.objects()).extracting(o -> o.name()).contains("checkout-6f7d-2");
        });
  }

  @Test
  void a_clean_pod_beside_a_suspect_is_told_what_would_befall_it() {
    assertThat(about(Clusters.shop(), "cache-6f7d-1", Clusters.miner()))
        .extracting(Finding::id)
        .contains("T-13");
    assertThat(about(Clusters.shop(), "cache-6f7d-1", Clusters.miner()))
        .allSatisfy(finding ->
            assertThat(finding.objects())
                .extracting(o -> o.name())
                .anyMatch(name -> name.startsWith("cache")));
  }

  @Test
  void a_node_that_is_cordoned_makes_no_difference() {
    assertThat(about(Clusters.cordonedShop(), "checkout-6f7d-1"))
        .isEqualTo(about(Clusters.shop(), "checkout-6f7d-1"));
  }

  @Test
  void a_pod_without_a_node_concerns_no_evacuation() {
    assertThat(
            about(Clusters.shop().pod("shop/checkout-6f7d-1", Changes::pending), "checkout-6f7d-1"))
        .isEmpty();
  }
}
