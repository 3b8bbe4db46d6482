package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class BudgetsTest {
  private final TestCluster cluster = TestCluster.of(3);

  private void budget(String spec) {
    cluster.create(
        "policy/v1",
        "PodDisruptionBudget",
        "web",
        "{'spec':{'selector':{'matchLabels':{'app':'web'}}," + spec + "}}");
    cluster.pass();
  }

  private int status(String field) {
    return Tree.number(
        cluster.get(ResourceTypes.POD_DISRUPTION_BUDGETS, "web"), -1, "status", field);
  }

  @Test
  void it_counts_how_many_pods_may_go() {
    cluster.deployment("web", 4);
    budget("'minAvailable':3");
    assertThat(status("expectedPods")).isEqualTo(4);
    assertThat(status("currentHealthy")).isEqualTo(4);
    assertThat(status("desiredHealthy")).isEqualTo(3);
    assertThat(status("disruptionsAllowed")).isEqualTo(1);
    assertThat(status("observedGeneration")).isEqualTo(1);
  }

  @Test
  void percentages_are_of_what_the_workload_wants_and_rounded_up() {
    cluster.deployment("web", 5);
    budget("'maxUnavailable':'30%'");
    assertThat(status("disruptionsAllowed")).isEqualTo(2);
    cluster.change(
        ResourceTypes.POD_DISRUPTION_BUDGETS,
        "web",
        b -> {
          Tree.made(b, "spec").remove("maxUnavailable");
          Tree.made(b, "spec").put("minAvailable", "50%");
        });
    cluster.pass();
    assertThat(status("desiredHealthy")).isEqualTo(3);
    assertThat(status("disruptionsAllowed")).isEqualTo(2);
  }

  @Test
  void a_full_budget_allows_one_more_when_a_further_replica_is_ready() {
    cluster.slow("web:1", Duration.ofSeconds(8));
    cluster.deployment("web", 3);
    budget("'minAvailable':3");
    assertThat(status("disruptionsAllowed")).isZero();
    cluster.scale("web", 4);
    cluster.pass(Duration.ofSeconds(5));
    assertThat(status("disruptionsAllowed")).isZero();
    cluster.pass();
    assertThat(status("disruptionsAllowed")).isEqualTo(1);
  }

  @Test
  void a_pod_that_is_going_counts_no_more() {
    cluster.deployment("web", 3);
    budget("'maxUnavailable':1");
    cluster.delete(ResourceTypes.PODS, cluster.names("web").getFirst());
    cluster.pass(Duration.ZERO);
    assertThat(status("disruptionsAllowed")).isZero();
    cluster.pass();
    assertThat(status("disruptionsAllowed")).isEqualTo(1);
  }

  @Test
  void a_promised_eviction_counts_until_it_happens_or_two_minutes_are_over() {
    cluster.deployment("web", 3);
    budget("'maxUnavailable':1");
    String pod = cluster.names("web").getFirst();
    cluster.change(
        ResourceTypes.POD_DISRUPTION_BUDGETS,
        "web",
        b -> Tree.made(b, "status", "disruptedPods").put(pod, Tree.time(cluster.clock.now())));
    cluster.pass();
    assertThat(status("disruptionsAllowed")).isZero();
    cluster.pass(Duration.ofMinutes(2));
    cluster.scale("web", 4);
    cluster.pass();
    assertThat(status("disruptionsAllowed")).isEqualTo(1);
    assertThat(
            cluster
                .get(ResourceTypes.POD_DISRUPTION_BUDGETS, "web")
                .path("status")
                .has("disruptedPods"))
        .isFalse();
  }
}
