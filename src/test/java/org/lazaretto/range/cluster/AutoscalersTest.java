package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class AutoscalersTest {
  private final TestCluster cluster = TestCluster.of(2);

  private void scaler(int least, int most) {
    cluster.create(
        "autoscaling/v2",
        "HorizontalPodAutoscaler",
        "web",
        "{'spec':{'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'},'minReplicas':"
            + least
            + ",'maxReplicas':"
            + most
            + "}}");
    cluster.pass();
  }

  private ObjectNode status() {
    return cluster.get(ResourceTypes.AUTOSCALERS, "web");
  }

  @Test
  void what_is_scaled_beyond_its_bounds_by_hand_comes_back() {
    cluster.deployment("web", 2);
    scaler(2, 4);
    cluster.scale("web", 1);
    cluster.pass();
    assertThat(cluster.ready("web")).as("T-31").isEqualTo(2);
    cluster.scale("web", 6);
    cluster.pass();
    assertThat(cluster.ready("web")).isEqualTo(4);
    assertThat(cluster.events("web"))
        .contains(
            "SuccessfulRescale: New size: 2; reason: Current number of replicas below Spec.MinReplicas");
  }

  @Test
  void a_target_at_zero_is_left_alone() {
    cluster.deployment("web", 2);
    scaler(2, 4);
    cluster.scale("web", 0);
    cluster.pass();
    assertThat(cluster.pods("web")).isEmpty();
    assertThat(status().toString()).contains("ScalingDisabled");
  }

  @Test
  void it_says_that_there_are_no_metrics() {
    cluster.deployment("web", 3);
    scaler(2, 4);
    assertThat(Tree.number(status(), 0, "status", "currentReplicas")).isEqualTo(3);
    assertThat(Tree.number(status(), 0, "status", "desiredReplicas")).isEqualTo(3);
    assertThat(Conditions.holds(status(), "AbleToScale")).isTrue();
    assertThat(status().toString()).contains("FailedGetResourceMetric", "pods.metrics.k8s.io");
  }

  @Test
  void one_without_a_target_says_so() {
    scaler(1, 2);
    assertThat(status().toString()).contains("FailedGetScale");
  }
}
