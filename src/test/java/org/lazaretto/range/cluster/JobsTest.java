package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class JobsTest {
  private final TestCluster cluster = TestCluster.of(2);

  private void job(String spec, int exitCode) {
    cluster.image(
        "task:1",
        new Fate.Exits(Duration.ofSeconds(10), exitCode),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1));
    ObjectNode tree =
        TestCluster.json(
            "{'spec':{'template':{'metadata':{'labels':{'app':'task'}},'spec':{'restartPolicy':'Never','containers':[{'name':'main','image':'task:1'}]}}}}");
    Tree.overlay(Tree.made(tree, "spec"), TestCluster.json(spec));
    cluster.create("batch/v1", "Job", "task", tree.toString());
  }

  @Test
  void it_runs_one_pod_after_the_other_until_enough_have_ended_well() {
    job("{'completions':3,'parallelism':1}", 0);
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.pods("task")).hasSize(1);
    cluster.pass(Duration.ofMinutes(2));
    ObjectNode job = cluster.get(ResourceTypes.JOBS, "task");
    assertThat(Tree.number(job, 0, "status", "succeeded")).isEqualTo(3);
    assertThat(Conditions.holds(job, "Complete")).isTrue();
    assertThat(Tree.text(job, "status", "completionTime")).isNotEmpty();
    assertThat(cluster.pods("task"))
        .hasSize(3)
        .allSatisfy(p -> assertThat(p.field("status.phase")).contains("Succeeded"));
  }

  @Test
  void one_that_only_fails_is_given_up() {
    job("{'backoffLimit':2}", 1);
    cluster.pass(Duration.ofMinutes(5));
    ObjectNode job = cluster.get(ResourceTypes.JOBS, "task");
    assertThat(Conditions.holds(job, "Failed")).isTrue();
    assertThat(cluster.pods("task")).hasSize(3);
  }

  @Test
  void its_pod_is_replaced_when_it_is_deleted() {
    job("{}", 0);
    cluster.pass(Duration.ofSeconds(5));
    String first = cluster.names("task").getFirst();
    cluster.delete(ResourceTypes.PODS, first);
    cluster.pass(Duration.ofSeconds(5));
    assertThat(cluster.names("task")).as("it backs off first").isEmpty();
    cluster.pass(Duration.ofSeconds(7));
    assertThat(cluster.names("task")).hasSize(1).doesNotContain(first);
    assertThat(Tree.number(cluster.get(ResourceTypes.JOBS, "task"), 0, "status", "failed"))
        .as("what is gone stays counted")
        .isEqualTo(1);
  }

  @Test
  void one_that_takes_too_long_is_ended() {
    job("{'activeDeadlineSeconds':5}", 0);
    cluster.pass();
    ObjectNode job = cluster.get(ResourceTypes.JOBS, "task");
    assertThat(Conditions.holds(job, "Failed")).isTrue();
    assertThat(job.toString()).contains("DeadlineExceeded");
    assertThat(cluster.pods("task")).isEmpty();
  }

  @Test
  void it_is_forgotten_when_its_time_is_over() {
    job("{'ttlSecondsAfterFinished':60}", 0);
    cluster.pass();
    assertThat(cluster.find(ResourceTypes.JOBS, "task")).isPresent();
    cluster.pass(Duration.ofSeconds(90));
    assertThat(cluster.find(ResourceTypes.JOBS, "task")).isEmpty();
    assertThat(cluster.pods("task")).isEmpty();
  }

  @Test
  void its_pods_go_with_it() {
    job("{}", 0);
    cluster.pass(Duration.ofSeconds(5));
    cluster.delete(ResourceTypes.JOBS, "task");
    cluster.pass();
    assertThat(cluster.pods("task")).isEmpty();
  }
}
