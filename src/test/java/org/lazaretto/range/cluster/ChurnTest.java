package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.ResourceTypes;

class ChurnTest {
  private final TestCluster cluster = TestCluster.of(12);
  private final AtomicInteger changes = new AtomicInteger();

  private void churn(int aSecond) {
    for (int i = 0; i < 10; i++) {
      cluster.deployment("app-" + i, 6);
    }
    cluster.pass(Duration.ofMinutes(1));
    cluster.cluster.churn(aSecond, 1);
    cluster.deployment("last", 1);
    cluster.pass(Duration.ofSeconds(40));
    cluster.store.onChange(e -> {
      if (e.object().type().equals(ResourceTypes.PODS)) {
        changes.incrementAndGet();
      }
    });
  }

  @Test
  void there_are_about_as_many_changes_as_were_asked_for() {
    churn(5);
    cluster.pass(Duration.ofMinutes(2));
    assertThat(changes.get() / 120.0).isBetween(4.0, 6.5);
  }

  @Test
  void the_cluster_keeps_what_it_wants() {
    churn(5);
    cluster.pass(Duration.ofMinutes(5));
    assertThat(cluster.store.list(ResourceTypes.PODS, java.util.Optional.of(TestCluster.NS)))
        .filteredOn(p -> !p.deleting())
        .hasSize(61);
  }

  @Test
  void without_it_nothing_changes() {
    churn(0);
    cluster.pass(Duration.ofMinutes(2));
    assertThat(changes).hasValue(0);
  }
}
