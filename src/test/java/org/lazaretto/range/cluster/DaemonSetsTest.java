package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class DaemonSetsTest {
  private final TestCluster cluster = TestCluster.of(3);

  @BeforeEach
  void everyNodeHasAnAgent() {
    cluster.workload("DaemonSet", "agent", "agent:1", "{}");
    cluster.pass();
  }

  private List<String> nodes() {
    return cluster.pods("agent").stream()
        .map(p -> p.field("spec.nodeName").orElse(""))
        .sorted()
        .toList();
  }

  @Test
  void there_is_one_pod_on_each_node() {
    assertThat(nodes()).hasSize(3).doesNotHaveDuplicates();
    ObjectNode status = (ObjectNode) cluster.get(ResourceTypes.DAEMON_SETS, "agent").path("status");
    assertThat(Tree.number(status, 0, "desiredNumberScheduled")).isEqualTo(3);
    assertThat(Tree.number(status, 0, "numberReady")).isEqualTo(3);
    assertThat(Tree.number(status, 0, "updatedNumberScheduled")).isEqualTo(3);
  }

  @Test
  void a_template_that_names_a_node_gets_one_there_and_nowhere_else() {
    String there = TestCluster.node(1);
    cluster.workload(
        "DaemonSet", "pinned", "agent:1", "{'template':{'spec':{'nodeName':'" + there + "'}}}");
    cluster.pass();

    assertThat(cluster.pods("pinned"))
        .singleElement()
        .satisfies(pod -> assertThat(pod.field("spec.nodeName")).contains(there));
  }

  @Test
  void a_new_node_gets_one_too() {
    cluster.addNode(3);
    cluster.pass();
    assertThat(nodes()).hasSize(4).contains(TestCluster.node(3));
  }

  @Test
  void a_pod_deleted_from_a_cordoned_node_comes_back_there() {
    cluster.cordon(1, true);
    Stored there = cluster.store.podsOnNode(TestCluster.node(1)).getFirst();
    cluster.delete(ResourceTypes.PODS, there.name());
    cluster.pass();
    assertThat(cluster.store.podsOnNode(TestCluster.node(1)))
        .singleElement()
        .satisfies(p -> assertThat(p.uid()).isNotEqualTo(there.uid()));
    assertThat(cluster.ready("agent")).isEqualTo(3);
  }

  private void taint(int node, String effect) {
    cluster.change(
        ResourceTypes.NODES,
        TestCluster.node(node),
        n ->
            Tree.list(Tree.made(n, "spec"), "taints")
                .addObject()
                .put("key", "quarantine")
                .put("effect", effect));
    cluster.pass();
  }

  @Test
  void a_no_schedule_taint_keeps_a_new_one_away_and_drives_none_out() {
    taint(2, "NoSchedule");
    assertThat(nodes()).hasSize(3).contains(TestCluster.node(2));
    ObjectNode set = cluster.get(ResourceTypes.DAEMON_SETS, "agent");
    assertThat(Tree.number(set, 0, "status", "desiredNumberScheduled")).isEqualTo(2);
    assertThat(Tree.number(set, 0, "status", "numberMisscheduled")).isEqualTo(1);
    cluster.delete(
        ResourceTypes.PODS, cluster.store.podsOnNode(TestCluster.node(2)).getFirst().name());
    cluster.pass();
    assertThat(nodes()).hasSize(2).doesNotContain(TestCluster.node(2));
  }

  @Test
  void a_no_execute_taint_drives_it_out() {
    taint(2, "NoExecute");
    assertThat(nodes()).hasSize(2).doesNotContain(TestCluster.node(2));
  }

  @Test
  void a_pod_without_the_labels_is_released_and_replaced_on_its_node() {
    String suspect = cluster.store.podsOnNode(TestCluster.node(1)).getFirst().name();
    cluster.change(
        ResourceTypes.PODS, suspect, p -> Tree.made(p, "metadata", "labels").put("app", "held"));
    cluster.pass();
    assertThat(cluster.store.podsOnNode(TestCluster.node(1))).hasSize(2);
    assertThat(cluster.ready("agent")).isEqualTo(3);
    assertThat(cluster.ready("held")).isEqualTo(1);
  }

  @Test
  void a_rolling_update_takes_one_node_after_the_other() {
    cluster.slow("agent:2", Duration.ofSeconds(3));
    cluster.setImage(ResourceTypes.DAEMON_SETS, "agent", "agent:2");
    for (int i = 0; i < 400; i++) {
      cluster.pass(Duration.ofMillis(100));
      assertThat(cluster.ready("agent")).isGreaterThanOrEqualTo(2);
    }
    assertThat(cluster.pods("agent"))
        .allSatisfy(p ->
            assertThat(Tree.text(p.tree().at("/spec/containers/0"), "image")).isEqualTo("agent:2"));
    assertThat(cluster.cluster.isSettled()).isTrue();
  }
}
