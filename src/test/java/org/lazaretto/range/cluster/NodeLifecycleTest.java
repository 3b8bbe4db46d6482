package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class NodeLifecycleTest {
  private final TestCluster cluster = TestCluster.of(2);

  private String ready(int node) {
    return Tree.first(
            Tree.at(
                cluster.get(ResourceTypes.NODES, TestCluster.node(node)), "status", "conditions"),
            c -> Tree.text(c, "type").equals("Ready"))
        .map(c -> Tree.text(c, "status"))
        .orElseThrow();
  }

  private List<String> taints(int node) {
    List<String> taints = new ArrayList<>();
    for (JsonNode each :
        Tree.at(cluster.get(ResourceTypes.NODES, TestCluster.node(node)), "spec", "taints")) {
      taints.add(Tree.text(each, "key") + ":" + Tree.text(each, "effect"));
    }
    return taints;
  }

  private void cutOff(int node) {
    cluster.cluster.cutOff(TestCluster.node(node));
  }

  private void pass(int seconds) {
    cluster.pass(Duration.ofSeconds(seconds));
  }

  private String renewed(int node) {
    Stored lease =
        cluster
            .store
            .get(ResourceTypes.LEASES, "kube-node-lease", TestCluster.node(node))
            .orElseThrow();
    return Tree.text(lease.tree(), "spec", "renewTime");
  }

  @Test
  void every_kubelet_renews_its_lease_every_ten_seconds() {
    String before = renewed(0);
    pass(11);
    assertThat(renewed(0)).isGreaterThan(before).matches(".*T.*\\.[0-9]{6}Z");
    cutOff(0);
    before = renewed(0);
    pass(30);
    assertThat(renewed(0)).isEqualTo(before);
  }

  @Test
  void a_silent_node_is_unknown_after_forty_seconds_and_tainted() {
    cutOff(0);
    pass(30);
    assertThat(ready(0)).isEqualTo("True");
    pass(20);
    assertThat(ready(0)).isEqualTo("Unknown");
    assertThat(taints(0))
        .containsExactlyInAnyOrder(
            "node.kubernetes.io/unreachable:NoSchedule",
            "node.kubernetes.io/unreachable:NoExecute");
    assertThat(cluster.events(TestCluster.node(0)))
        .contains("NodeNotReady: Node " + TestCluster.node(0) + " status is now: NodeNotReady");
    assertThat(ready(1)).isEqualTo("True");
  }

  @Test
  void its_pods_are_not_ready_at_once_and_marked_after_five_minutes() {
    cluster.pod("one", "{'nodeName':'" + TestCluster.node(0) + "'}");
    pass(30);
    cutOff(0);
    pass(50);
    assertThat(Conditions.holds(cluster.get(ResourceTypes.PODS, "one"), "Ready")).isFalse();
    pass(280);
    assertThat(cluster.find(ResourceTypes.PODS, "one").orElseThrow().deleting()).isFalse();
    pass(30);
    assertThat(cluster.find(ResourceTypes.PODS, "one").orElseThrow().deleting()).isTrue();
    assertThat(cluster.events("one"))
        .contains("TaintManagerEviction: Marking for deletion Pod shop/one");
    pass(3600);
    assertThat(cluster.find(ResourceTypes.PODS, "one")).as("T-46").isPresent();
  }

  @Test
  void a_marked_pod_is_killed_when_its_node_returns() {
    cluster.pod("one", "{'nodeName':'" + TestCluster.node(0) + "'}");
    pass(30);
    cutOff(0);
    pass(400);
    cluster.cluster.restore(TestCluster.node(0));
    pass(5);
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isEmpty();
    assertThat(ready(0)).isEqualTo("True");
    assertThat(taints(0)).isEmpty();
  }

  @Test
  void one_that_tolerates_for_ever_survives_and_is_ready_again() {
    cluster.pod(
        "one",
        "{'nodeName':'"
            + TestCluster.node(0)
            + "','tolerations':[{'key':'node.kubernetes.io/unreachable','operator':'Exists','effect':'NoExecute'}]}");
    pass(30);
    cutOff(0);
    pass(1000);
    assertThat(cluster.find(ResourceTypes.PODS, "one").orElseThrow().deleting()).isFalse();
    cluster.cluster.restore(TestCluster.node(0));
    pass(5);
    assertThat(Conditions.holds(cluster.get(ResourceTypes.PODS, "one"), "Ready")).isTrue();
  }

  @Test
  void a_node_that_returns_in_time_keeps_its_pods() {
    cluster.pod("one", "{'nodeName':'" + TestCluster.node(0) + "'}");
    pass(30);
    cutOff(0);
    pass(200);
    cluster.cluster.restore(TestCluster.node(0));
    pass(400);
    assertThat(cluster.find(ResourceTypes.PODS, "one").orElseThrow().deleting()).isFalse();
    assertThat(cluster.events("one"))
        .contains("TaintManagerEviction: Cancelling deletion of Pod shop/one");
  }

  @Test
  void a_deployment_replaces_what_is_lost_elsewhere() {
    cluster.deployment("web", 2);
    cluster.pass();
    cutOff(0);
    pass(400);
    assertThat(cluster.pods("web")).filteredOn(Stored::deleting).hasSize(1);
    assertThat(cluster.ready("web")).isEqualTo(2);
    assertThat(cluster.pods("web"))
        .filteredOn(p -> !p.deleting())
        .allMatch(p -> p.field("spec.nodeName").orElse("").equals(TestCluster.node(1)));
  }

  @Test
  void pods_of_a_deleted_node_are_collected() {
    cluster.pod("one", "{'nodeName':'" + TestCluster.node(0) + "'}");
    pass(30);
    cutOff(0);
    cluster.store.delete(ResourceTypes.NODES, "", TestCluster.node(0), Deletion.now());
    pass(30);
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isPresent();
    pass(20);
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isEmpty();
  }

  private void taint(int node, String effect) {
    cluster.change(
        ResourceTypes.NODES,
        TestCluster.node(node),
        n ->
            Tree.list(Tree.made(n, "spec"), "taints")
                .addObject()
                .put("key", "incident")
                .put("value", "yes")
                .put("effect", effect));
  }

  @Test
  void a_no_execute_taint_ends_what_does_not_tolerate_it_at_once_and_the_rest_in_its_time() {
    String on = "'nodeName':'" + TestCluster.node(0) + "'";
    String toleration = "{'key':'incident','operator':'Equal','value':'yes','effect':'NoExecute'";
    cluster.pod("plain", "{" + on + "}");
    cluster.pod(
        "patient", "{" + on + ",'tolerations':[" + toleration + ",'tolerationSeconds':60}]}");
    cluster.pod("stays", "{" + on + ",'tolerations':[" + toleration + "}]}");
    cluster.pass();
    taint(0, "NoExecute");
    pass(5);
    assertThat(cluster.find(ResourceTypes.PODS, "plain")).isEmpty();
    assertThat(cluster.find(ResourceTypes.PODS, "patient")).isPresent();
    pass(60);
    assertThat(cluster.find(ResourceTypes.PODS, "patient")).isEmpty();
    assertThat(cluster.find(ResourceTypes.PODS, "stays")).isPresent();
  }

  @Test
  void a_no_schedule_taint_ends_nothing() {
    cluster.pod("plain", "{'nodeName':'" + TestCluster.node(0) + "'}");
    cluster.pass();
    taint(0, "NoSchedule");
    pass(600);
    assertThat(cluster.find(ResourceTypes.PODS, "plain")).isPresent();
  }

  @Test
  void a_full_disk_evicts_pods_and_keeps_new_ones_away_until_there_is_room() {
    cluster.deployment("web", 4);
    cluster.pass();
    long here = cluster.store.podsOnNode(TestCluster.node(0)).size();
    cluster.cluster.fillDisk(TestCluster.node(0), 1);
    pass(30);
    assertThat(taints(0)).containsExactly("node.kubernetes.io/disk-pressure:NoSchedule");
    assertThat(cluster.store.podsOnNode(TestCluster.node(0)))
        .hasSize((int) here)
        .filteredOn(p -> p.field("status.phase").orElse("").equals("Failed"))
        .singleElement()
        .satisfies(p -> assertThat(Tree.text(p.tree(), "status", "reason")).isEqualTo("Evicted"));
    assertThat(cluster.ready("web")).as("replaced elsewhere").isEqualTo(4);
    pass(320);
    assertThat(taints(0)).isEmpty();
  }
}
