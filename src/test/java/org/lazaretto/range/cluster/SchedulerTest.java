package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class SchedulerTest {
  private static String nodeOf(TestCluster cluster, String pod) {
    return cluster.find(ResourceTypes.PODS, pod).orElseThrow().field("spec.nodeName").orElse("");
  }

  private static ObjectNode scheduled(TestCluster cluster, String pod) {
    return Tree.first(
            Tree.at(cluster.get(ResourceTypes.PODS, pod), "status", "conditions"),
            c -> Tree.text(c, "type").equals("PodScheduled"))
        .orElseThrow();
  }

  @Test
  void the_pods_of_a_workload_are_spread_over_nodes_and_zones() {
    TestCluster cluster = TestCluster.of(4);
    cluster.deployment("web", 4);
    cluster.pass();
    Map<String, Long> perNode =
        cluster.pods("web").stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.field("spec.nodeName").orElse(""), Collectors.counting()));
    assertThat(perNode).hasSize(4).allSatisfy((node, pods) -> assertThat(pods).isEqualTo(1));
  }

  @Test
  void a_cordoned_node_gets_nothing_and_bears_the_taint_of_a_real_one() {
    TestCluster cluster = TestCluster.of(2);
    cluster.cordon(0, true);
    cluster.deployment("web", 3);
    cluster.pass();
    assertThat(cluster.store.podsOnNode(TestCluster.node(0))).isEmpty();
    assertThat(cluster.get(ResourceTypes.NODES, TestCluster.node(0)).path("spec").path("taints"))
        .anyMatch(t -> Tree.text(t, "key").equals("node.kubernetes.io/unschedulable"));
  }

  @Test
  void a_pod_that_fits_nowhere_says_why_and_is_placed_when_a_node_is_uncordoned() {
    TestCluster cluster = TestCluster.of(2);
    cluster.cordon(0, true);
    cluster.cordon(1, true);
    cluster.pod("lost", "{}");
    cluster.pass();
    assertThat(Tree.text(scheduled(cluster, "lost"), "status")).isEqualTo("False");
    assertThat(Tree.text(scheduled(cluster, "lost"), "reason")).isEqualTo("Unschedulable");
    assertThat(cluster.events("lost"))
        .singleElement()
        .asString()
        .startsWith("FailedScheduling: 0/2 nodes are available: 2 node(s) were unschedulable");
    cluster.cordon(1, false);
    cluster.pass();
    assertThat(nodeOf(cluster, "lost")).isEqualTo(TestCluster.node(1));
    assertThat(cluster.get(ResourceTypes.NODES, TestCluster.node(1)).path("spec").has("taints"))
        .isFalse();
  }

  @Test
  void a_pod_that_asks_for_more_than_is_left_waits_for_room() {
    TestCluster cluster = TestCluster.of(1);
    String big =
        "{'spec':{'containers':[{'name':'main','image':'b:1','resources':{'requests':{'cpu':'1500m'}}}]}}";
    cluster.create("v1", "Pod", "first", big);
    cluster.create("v1", "Pod", "second", big);
    cluster.pass();
    assertThat(nodeOf(cluster, "second")).isEmpty();
    assertThat(Tree.text(scheduled(cluster, "second"), "message")).contains("1 Insufficient cpu");
    cluster.delete(ResourceTypes.PODS, "first");
    cluster.pass();
    assertThat(nodeOf(cluster, "second")).isEqualTo(TestCluster.node(0));
  }

  @Test
  void a_node_takes_no_more_pods_than_it_says() {
    TestCluster cluster = TestCluster.of(1);
    cluster.deployment("web", 9);
    cluster.pass();
    assertThat(cluster.ready("web")).isEqualTo(8);
    cluster.addNode(1);
    cluster.pass();
    assertThat(cluster.ready("web")).isEqualTo(9);
  }

  @Test
  void taints_keep_away_what_does_not_tolerate_them() {
    TestCluster cluster = TestCluster.of(2);
    cluster.change(
        ResourceTypes.NODES,
        TestCluster.node(0),
        n ->
            Tree.list(Tree.made(n, "spec"), "taints")
                .addObject()
                .put("key", "dedicated")
                .put("value", "db")
                .put("effect", "NoSchedule"));
    cluster.pod(
        "plain", "{'nodeSelector':{'kubernetes.io/hostname':'" + TestCluster.node(0) + "'}}");
    cluster.pod(
        "tolerant",
        "{'nodeSelector':{'kubernetes.io/hostname':'"
            + TestCluster.node(0)
            + "'},'tolerations':[{'key':'dedicated','operator':'Equal','value':'db'}]}");
    cluster.pass();
    assertThat(nodeOf(cluster, "plain")).isEmpty();
    assertThat(Tree.text(scheduled(cluster, "plain"), "message"))
        .contains("untolerated taint {dedicated: db}")
        .contains("1 node(s) didn't match Pod's node affinity/selector");
    assertThat(nodeOf(cluster, "tolerant")).isEqualTo(TestCluster.node(0));
  }

  @Test
  void required_affinity_is_heeded() {
    TestCluster cluster = TestCluster.of(3);
    cluster.pod(
        "zoned",
        "{'affinity':{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'topology.kubernetes.io/zone','operator':'In','values':['eu-central-1b']}]}]}}}}");
    cluster.pass();
    assertThat(nodeOf(cluster, "zoned")).isEqualTo(TestCluster.node(1));
  }

  @Test
  void a_volume_holds_its_pod_to_the_zone_where_it_was_made() {
    TestCluster cluster = TestCluster.of(4);
    cluster.workload(
        "StatefulSet",
        "db",
        "db:1",
        "{'replicas':1,'serviceName':'db','volumeClaimTemplates':[{'metadata':{'name':'data'},'spec':{'resources':{'requests':{'storage':'1Gi'}}}}]}");
    cluster.pass();
    int first = nodeOf(cluster, "db-0").equals(TestCluster.node(0)) ? 0 : -1;
    assertThat(first).isZero();
    cluster.cordon(0, true);
    cluster.delete(ResourceTypes.PODS, "db-0");
    cluster.pass();
    assertThat(nodeOf(cluster, "db-0")).isEqualTo(TestCluster.node(2));
    cluster.cordon(2, true);
    cluster.delete(ResourceTypes.PODS, "db-0");
    cluster.pass();
    assertThat(Tree.text(scheduled(cluster, "db-0"), "message"))
        .contains("2 node(s) had volume node affinity conflict");
  }
}
