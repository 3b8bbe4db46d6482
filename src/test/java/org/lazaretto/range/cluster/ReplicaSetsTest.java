package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class ReplicaSetsTest {
  private final TestCluster cluster = TestCluster.of(3);

  @Test
  void a_replica_set_gets_as_many_pods_as_it_wants() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':3}");
    cluster.pass();
    assertThat(cluster.ready("web")).isEqualTo(3);
    ObjectNode set = cluster.get(ResourceTypes.REPLICA_SETS, "web");
    assertThat(Tree.number(set, 0, "status", "readyReplicas")).isEqualTo(3);
    assertThat(Tree.number(set, 0, "status", "observedGeneration")).isEqualTo(1);
    assertThat(cluster.events("web")).anyMatch(e -> e.startsWith("SuccessfulCreate: Created pod"));
  }

  @Test
  void a_pod_that_is_deleted_is_replaced_at_once_while_the_old_one_still_ends() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':2}");
    cluster.pass();
    String gone = cluster.names("web").getFirst();
    cluster.delete(ResourceTypes.PODS, gone);
    cluster.pass(java.time.Duration.ZERO);
    assertThat(cluster.names("web")).hasSize(3).contains(gone);
    cluster.pass();
    assertThat(cluster.names("web")).hasSize(2).doesNotContain(gone);
  }

  @Test
  void a_pod_that_loses_its_labels_is_released_and_replaced() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':2}");
    cluster.pass();
    String suspect = cluster.names("web").getFirst();
    cluster.change(
        ResourceTypes.PODS, suspect, p -> Tree.made(p, "metadata", "labels").put("app", "held"));
    cluster.pass();
    assertThat(Owners.controllerOf(cluster.get(ResourceTypes.PODS, suspect))).isEmpty();
    assertThat(cluster.ready("web")).isEqualTo(2);
    assertThat(cluster.ready("held")).isEqualTo(1);
  }

  @Test
  void an_orphan_with_the_labels_is_adopted_and_a_surplus_pod_goes() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':2}");
    cluster.pass();
    Set<String> before = new HashSet<>(cluster.names("web"));
    cluster.create(
        "v1",
        "Pod",
        "stray",
        "{'metadata':{'labels':{'app':'web'}},'spec':{'containers':[{'name':'main','image':'web:1'}]}}");
    cluster.pass();
    assertThat(cluster.names("web")).hasSize(2);
    assertThat(before).containsAll(cluster.names("web"));
    assertThat(cluster.find(ResourceTypes.PODS, "stray")).isEmpty();
  }

  @Test
  void when_it_shrinks_the_pod_that_is_not_ready_goes_first() {
    Stored set = cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':3}");
    cluster.pass();
    String unready = cluster.names("web").get(1);
    cluster.change(
        ResourceTypes.PODS,
        unready,
        p ->
            Tree.first(
                    Tree.at(p, "status", "conditions"), c -> Tree.text(c, "type").equals("Ready"))
                .orElseThrow()
                .put("status", "False"));
    cluster.change(
        ResourceTypes.REPLICA_SETS, set.name(), s -> Tree.made(s, "spec").put("replicas", 2));
    cluster.pass();
    assertThat(cluster.names("web")).hasSize(2).doesNotContain(unready);
  }

  @Test
  void its_pods_are_deleted_with_it_unless_they_are_orphaned() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':2}");
    cluster.pass();
    cluster.delete(ResourceTypes.REPLICA_SETS, "web");
    cluster.pass();
    assertThat(cluster.names("web")).isEmpty();
  }

  @Test
  void an_owner_that_orphans_leaves_its_pods_running() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':2}");
    cluster.pass();
    List<String> pods = cluster.names("web");
    cluster.change(
        ResourceTypes.REPLICA_SETS,
        "web",
        s -> Tree.list(Tree.made(s, "metadata"), "finalizers").add("orphan"));
    cluster.delete(ResourceTypes.REPLICA_SETS, "web");
    cluster.pass();
    assertThat(cluster.find(ResourceTypes.REPLICA_SETS, "web")).isEmpty();
    assertThat(cluster.names("web")).isEqualTo(pods);
    assertThat(cluster.pods("web")).allSatisfy(p -> assertThat(p.ownerUids()).isEmpty());
  }

  @Test
  void an_owner_in_the_foreground_stays_until_its_pods_are_gone() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':2}");
    cluster.pass();
    cluster.store.delete(
        ResourceTypes.REPLICA_SETS, TestCluster.NS, "web", Deletion.gracefully().afterDependents());
    cluster.pass(java.time.Duration.ofMillis(100));
    assertThat(cluster.pods("web")).hasSize(2).allSatisfy(p -> assertThat(p.deleting()).isTrue());
    assertThat(cluster.find(ResourceTypes.REPLICA_SETS, "web")).isPresent();
    cluster.pass();
    assertThat(cluster.pods("web")).isEmpty();
    assertThat(cluster.find(ResourceTypes.REPLICA_SETS, "web")).isEmpty();
  }

  @Test
  void the_cheapest_pod_goes_first_when_there_are_too_many() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':3}");
    cluster.pass();
    String cheap = cluster.names("web").get(1);
    cluster.change(
        ResourceTypes.PODS,
        cheap,
        p ->
            Tree.made(p, "metadata", "annotations")
                .put("controller.kubernetes.io/pod-deletion-cost", "-5"));
    cluster.change(ResourceTypes.REPLICA_SETS, "web", r -> Tree.made(r, "spec").put("replicas", 2));
    cluster.pass();
    assertThat(cluster.names("web")).hasSize(2).doesNotContain(cheap);
  }

  @Test
  void a_pod_is_available_when_it_has_been_ready_for_long_enough() {
    cluster.workload("ReplicaSet", "web", "web:1", "{'replicas':1,'minReadySeconds':60}");
    cluster.pass();
    ObjectNode young = cluster.get(ResourceTypes.REPLICA_SETS, "web");
    assertThat(Tree.number(young, 0, "status", "readyReplicas")).isEqualTo(1);
    assertThat(Tree.number(young, 0, "status", "availableReplicas")).isZero();
    cluster.pass(java.time.Duration.ofSeconds(60));
    ObjectNode old = cluster.get(ResourceTypes.REPLICA_SETS, "web");
    assertThat(Tree.number(old, 0, "status", "availableReplicas")).isEqualTo(1);
  }
}
