package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class StatefulSetsTest {
  private final TestCluster cluster = TestCluster.of(3);

  private void set(int replicas, String more) {
    cluster.workload(
        "StatefulSet",
        "db",
        "db:1",
        "{'replicas':" + replicas + ",'serviceName':'db'" + more + "}");
  }

  private String image(String pod) {
    return Tree.text(cluster.get(ResourceTypes.PODS, pod).at("/spec/containers/0"), "image");
  }

  @Test
  void pods_come_one_after_the_other_each_when_the_one_before_is_ready() {
    cluster.slow("db:1", Duration.ofSeconds(10));
    set(3, "");
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.names("db")).containsExactly("db-0");
    cluster.pass(Duration.ofSeconds(10));
    assertThat(cluster.names("db")).containsExactly("db-0", "db-1");
    cluster.pass();
    assertThat(cluster.ready("db")).isEqualTo(3);
    assertThat(cluster.pods("db").getLast().labels())
        .containsEntry("apps.kubernetes.io/pod-index", "2")
        .containsEntry("statefulset.kubernetes.io/pod-name", "db-2");
  }

  @Test
  void in_parallel_they_come_together() {
    cluster.slow("db:1", Duration.ofSeconds(10));
    set(3, ",'podManagementPolicy':'Parallel'");
    cluster.pass(Duration.ofSeconds(2));
    assertThat(cluster.names("db")).hasSize(3);
  }

  @Test
  void a_replacement_waits_until_the_pod_of_its_name_is_gone() {
    cluster.image("db:1", new Fate.Runs(), Duration.ofSeconds(1), Duration.ofSeconds(20));
    set(2, "");
    cluster.pass();
    Stored old = cluster.pods("db").getFirst();
    cluster.delete(ResourceTypes.PODS, "db-0");
    cluster.pass(Duration.ofSeconds(19));
    assertThat(cluster.find(ResourceTypes.PODS, "db-0").map(Stored::uid)).contains(old.uid());
    cluster.pass(Duration.ofSeconds(10));
    assertThat(cluster.find(ResourceTypes.PODS, "db-0").map(Stored::uid))
        .isPresent()
        .isNotEqualTo(Optional.of(old.uid()));
    assertThat(cluster.ready("db")).isEqualTo(2);
  }

  @Test
  void each_pod_keeps_its_claim_and_volume_over_a_replacement() {
    set(
        2,
        ",'volumeClaimTemplates':[{'metadata':{'name':'data'},'spec':{'resources':{'requests':{'storage':'1Gi'}}}}]");
    cluster.pass();
    ObjectNode claim = cluster.get(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data-db-1");
    assertThat(Tree.text(claim, "status", "phase")).isEqualTo("Bound");
    cluster.delete(ResourceTypes.PODS, "db-1");
    cluster.pass();
    assertThat(cluster.get(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, "data-db-1")).isEqualTo(claim);
    assertThat(cluster.store.list(ResourceTypes.PERSISTENT_VOLUMES, Optional.empty())).hasSize(2);
    assertThat(
            Tree.first(
                cluster.get(ResourceTypes.PODS, "db-1").at("/spec/volumes"),
                v -> Tree.text(v, "persistentVolumeClaim", "claimName").equals("data-db-1")))
        .isPresent();
  }

  @Test
  void a_rolling_update_goes_from_the_highest_down_one_at_a_time() {
    set(3, "");
    cluster.pass();
    cluster.slow("db:2", Duration.ofSeconds(5));
    cluster.setImage(ResourceTypes.STATEFUL_SETS, "db", "db:2");
    cluster.pass(Duration.ofSeconds(4));
    assertThat(image("db-2")).isEqualTo("db:2");
    assertThat(image("db-1")).isEqualTo("db:1");
    for (int i = 0; i < 400; i++) {
      cluster.pass(Duration.ofMillis(100));
      assertThat(cluster.ready("db")).isGreaterThanOrEqualTo(2);
    }
    assertThat(image("db-0")).isEqualTo("db:2");
    ObjectNode status = (ObjectNode) cluster.get(ResourceTypes.STATEFUL_SETS, "db").path("status");
    assertThat(Tree.text(status, "currentRevision")).isEqualTo(Tree.text(status, "updateRevision"));
    assertThat(Tree.number(status, 0, "updatedReplicas")).isEqualTo(3);
    assertThat(cluster.store.list(ResourceTypes.CONTROLLER_REVISIONS, Optional.empty())).hasSize(2);
  }

  @Test
  void with_on_delete_only_a_deleted_pod_gets_the_new_template() {
    set(2, ",'updateStrategy':{'type':'OnDelete'}");
    cluster.pass();
    cluster.setImage(ResourceTypes.STATEFUL_SETS, "db", "db:2");
    cluster.pass();
    assertThat(image("db-0")).isEqualTo("db:1");
    assertThat(image("db-1")).isEqualTo("db:1");
    cluster.delete(ResourceTypes.PODS, "db-0");
    cluster.pass();
    assertThat(image("db-0")).isEqualTo("db:2");
    assertThat(image("db-1")).isEqualTo("db:1");
  }

  @Test
  void it_shrinks_from_the_highest() {
    set(3, "");
    cluster.pass();
    cluster.change(ResourceTypes.STATEFUL_SETS, "db", s -> Tree.made(s, "spec").put("replicas", 1));
    cluster.pass();
    assertThat(cluster.names("db")).containsExactly("db-0");
    assertThat(cluster.cluster.isSettled()).isTrue();
  }

  @Test
  void a_pod_without_the_labels_is_released_and_keeps_its_name_from_the_replacement() {
    set(2, "");
    cluster.pass();
    cluster.change(
        ResourceTypes.PODS, "db-1", p -> Tree.made(p, "metadata", "labels").put("app", "held"));
    cluster.pass();
    assertThat(cluster.get(ResourceTypes.PODS, "db-1").at("/metadata/ownerReferences")).isEmpty();
    assertThat(cluster.names("db")).as("T-12").containsExactly("db-0");
    cluster.delete(ResourceTypes.PODS, "db-1");
    cluster.pass();
    assertThat(cluster.names("db")).containsExactly("db-0", "db-1");
  }

  @Test
  void labels_put_back_have_it_adopted_again() {
    set(2, "");
    cluster.pass();
    String uid = cluster.pods("db").getLast().uid();
    for (String app : new String[] {"held", "db"}) {
      cluster.change(
          ResourceTypes.PODS, "db-1", p -> Tree.made(p, "metadata", "labels").put("app", app));
      cluster.pass();
    }
    assertThat(cluster.pods("db").getLast().uid()).isEqualTo(uid);
    assertThat(cluster.pods("db").getLast().ownerUids()).hasSize(1);
  }

  @Test
  void below_the_partition_a_replacement_has_the_template_of_before() {
    set(2, ",'updateStrategy':{'rollingUpdate':{'partition':1}}");
    cluster.pass();
    cluster.setImage(ResourceTypes.STATEFUL_SETS, "db", "db:2");
    cluster.pass();
    assertThat(image("db-1")).isEqualTo("db:2");
    cluster.delete(ResourceTypes.PODS, "db-0");
    cluster.pass();
    assertThat(image("db-0")).isEqualTo("db:1");
  }

  @Test
  void a_template_that_comes_back_is_the_latest_revision() {
    set(1, "");
    cluster.pass();
    cluster.setImage(ResourceTypes.STATEFUL_SETS, "db", "db:2");
    cluster.pass();
    cluster.setImage(ResourceTypes.STATEFUL_SETS, "db", "db:1");
    cluster.pass();
    assertThat(
            cluster.store.list(ResourceTypes.CONTROLLER_REVISIONS, Optional.empty()).stream()
                .map(r -> r.tree().path("revision").asInt()))
        .containsExactlyInAnyOrder(2, 3);
  }
}
