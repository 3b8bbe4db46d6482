package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class DeploymentsTest {
  private static final String REVISION = "deployment.kubernetes.io/revision";

  private final TestCluster cluster = TestCluster.of(4);

  private ObjectNode deployment() {
    return cluster.get(ResourceTypes.DEPLOYMENTS, "web");
  }

  private String revision() {
    return Tree.text(deployment(), "metadata", "annotations", REVISION);
  }

  private String reason(String condition) {
    return Tree.first(
            Tree.at(deployment(), "status", "conditions"),
            c -> Tree.text(c, "type").equals(condition))
        .map(c -> Tree.text(c, "reason"))
        .orElse("");
  }

  @Test
  void a_deployment_gets_its_pods_through_one_replica_set() {
    cluster.deployment("web", 4);
    cluster.pass();
    assertThat(cluster.ready("web")).isEqualTo(4);
    assertThat(cluster.replicaSets("web")).hasSize(1);
    assertThat(cluster.pods("web"))
        .allSatisfy(p -> assertThat(p.labels()).containsKey("pod-template-hash"));
    assertThat(Tree.number(deployment(), 0, "status", "availableReplicas")).isEqualTo(4);
    assertThat(Tree.number(deployment(), 0, "status", "observedGeneration")).isEqualTo(1);
    assertThat(reason("Available")).isEqualTo("MinimumReplicasAvailable");
    assertThat(reason("Progressing")).isEqualTo("NewReplicaSetAvailable");
    assertThat(cluster.events("web"))
        .anyMatch(e -> e.matches("ScalingReplicaSet: Scaled up replica set web-.* from 0 to 4"));
    assertThat(revision()).isEqualTo("1");
  }

  @Test
  void a_rolling_update_never_has_too_few_ready_nor_too_many_at_all() {
    cluster.deployment("web", 4);
    cluster.pass();
    cluster.slow("web:2", Duration.ofSeconds(5));
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:2");
    for (int i = 0; i < 600; i++) {
      cluster.pass(Duration.ofMillis(100));
      assertThat(cluster.ready("web")).isGreaterThanOrEqualTo(3);
      assertThat(cluster.pods("web").stream().filter(p -> !p.deleting()))
          .hasSizeLessThanOrEqualTo(5);
    }
    assertThat(cluster.ready("web")).isEqualTo(4);
    assertThat(cluster.pods("web"))
        .allSatisfy(p ->
            assertThat(new String(p.json(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("web:2"));
    assertThat(revision()).isEqualTo("2");
    assertThat(reason("Progressing")).isEqualTo("NewReplicaSetAvailable");
  }

  @Test
  void a_restart_annotation_replaces_every_pod() {
    cluster.deployment("web", 3);
    cluster.pass();
    List<String> before = cluster.names("web");
    cluster.change(
        ResourceTypes.DEPLOYMENTS,
        "web",
        d ->
            Tree.made(d, "spec", "template", "metadata", "annotations")
                .put("kubectl.kubernetes.io/restartedAt", "2026-03-01T10:01:00Z"));
    cluster.pass(Duration.ofMinutes(2));
    assertThat(cluster.names("web")).hasSize(3).doesNotContainAnyElementsOf(before);
    assertThat(cluster.cluster.isSettled()).isTrue();
  }

  @Test
  void going_back_to_an_old_template_uses_its_replica_set_under_a_new_revision() {
    cluster.deployment("web", 2);
    cluster.pass();
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:2");
    cluster.pass(Duration.ofMinutes(1));
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:1");
    cluster.pass(Duration.ofMinutes(1));
    assertThat(cluster.replicaSets("web")).hasSize(2);
    assertThat(revision()).isEqualTo("3");
    ObjectNode busy =
        cluster.replicaSets("web").stream()
            .max(Comparator.comparingInt(r -> Tree.number(r, 0, "spec", "replicas")))
            .orElseThrow();
    assertThat(busy.toString()).contains("web:1");
    assertThat(Tree.text(busy, "metadata", "annotations", REVISION)).isEqualTo("3");
  }

  @Test
  void a_paused_deployment_does_not_roll_but_scales() {
    cluster.deployment("web", 2);
    cluster.pass();
    cluster.change(ResourceTypes.DEPLOYMENTS, "web", d -> Tree.made(d, "spec").put("paused", true));
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:2");
    cluster.scale("web", 3);
    cluster.pass();
    assertThat(cluster.replicaSets("web")).hasSize(1);
    assertThat(cluster.ready("web")).isEqualTo(3);
  }

  @Test
  void scaling_to_nothing_and_back_works() {
    cluster.deployment("web", 3);
    cluster.pass();
    cluster.scale("web", 0);
    cluster.pass();
    assertThat(cluster.pods("web")).isEmpty();
    assertThat(cluster.cluster.isSettled()).isTrue();
    cluster.scale("web", 2);
    cluster.pass();
    assertThat(cluster.ready("web")).isEqualTo(2);
  }

  @Test
  void recreating_waits_until_the_old_pods_are_gone() {
    cluster.workload("Deployment", "web", "web:1", "{'replicas':2,'strategy':{'type':'Recreate'}}");
    cluster.pass();
    List<String> old = cluster.names("web");
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:2");
    for (int i = 0; i < 300; i++) {
      cluster.pass(Duration.ofMillis(100));
      List<String> now = cluster.names("web");
      assertThat(old.containsAll(now) || now.stream().noneMatch(old::contains)).isTrue();
    }
    assertThat(cluster.ready("web")).isEqualTo(2);
  }

  @Test
  void a_rollout_that_cannot_go_on_is_told_after_its_deadline() {
    cluster.workload("Deployment", "web", "web:1", "{'replicas':2,'progressDeadlineSeconds':60}");
    cluster.pass();
    cluster.image(
        "web:2",
        new org.lazaretto.range.cluster.node.ImageFacts.Fate.NotPulled("not found"),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:2");
    cluster.pass(Duration.ofMinutes(2));
    assertThat(reason("Progressing")).isEqualTo("ProgressDeadlineExceeded");
    assertThat(cluster.ready("web")).isEqualTo(2);
    assertThat(cluster.cluster.isSettled()).isFalse();
  }

  @Test
  void deleting_a_deployment_takes_replica_sets_and_pods_along() {
    cluster.deployment("web", 2);
    cluster.pass();
    cluster.delete(ResourceTypes.DEPLOYMENTS, "web");
    cluster.pass();
    assertThat(cluster.replicaSets("web")).isEmpty();
    assertThat(cluster.pods("web")).isEmpty();
  }

  @Test
  void a_new_one_with_the_same_labels_adopts_what_another_left() {
    cluster.deployment("web", 2);
    cluster.pass();
    java.util.List<String> pods = cluster.names("web");
    String set = Tree.text(cluster.replicaSets("web").getFirst(), "metadata", "uid");
    cluster.change(
        ResourceTypes.DEPLOYMENTS,
        "web",
        d -> Tree.list(Tree.made(d, "metadata"), "finalizers").add("orphan"));
    cluster.delete(ResourceTypes.DEPLOYMENTS, "web");
    cluster.pass();
    assertThat(cluster.find(ResourceTypes.DEPLOYMENTS, "web")).isEmpty();
    assertThat(cluster.names("web")).isEqualTo(pods);
    cluster.deployment("web", 2);
    cluster.pass();
    assertThat(cluster.names("web")).isEqualTo(pods);
    assertThat(cluster.replicaSets("web"))
        .singleElement()
        .satisfies(r -> assertThat(Tree.text(r, "metadata", "uid")).isEqualTo(set));
  }

  @Test
  void while_paused_amid_a_rollout_each_generation_gets_its_share() {
    cluster.deployment("web", 4);
    cluster.pass();
    cluster.slow("web:2", java.time.Duration.ofMinutes(5));
    cluster.setImage(ResourceTypes.DEPLOYMENTS, "web", "web:2");
    cluster.pass(java.time.Duration.ofSeconds(5));
    cluster.change(ResourceTypes.DEPLOYMENTS, "web", d -> Tree.made(d, "spec").put("paused", true));
    cluster.scale("web", 10);
    cluster.pass(java.time.Duration.ofSeconds(5));
    assertThat(cluster.replicaSets("web"))
        .extracting(r -> Tree.number(r, 0, "spec", "replicas"))
        .allMatch(n -> n > 2)
        .satisfies(n -> assertThat(n.stream().mapToInt(i -> i).sum()).isEqualTo(10));
  }
}
