package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ResourceTypes;

class KubeletsTest {
  private final TestCluster cluster = TestCluster.of(2);

  private ObjectNode pod() {
    return cluster.get(ResourceTypes.PODS, "one");
  }

  private String phase() {
    return Tree.text(pod(), "status", "phase");
  }

  private JsonNode container() {
    return pod().at("/status/containerStatuses/0");
  }

  @Test
  void a_pod_is_pulled_started_and_ready_in_its_own_time() {
    cluster.slow("bare:1", Duration.ofSeconds(5));
    cluster.pod("one", "{}");
    cluster.pass(Duration.ofMillis(500));
    assertThat(phase()).isEqualTo("Pending");
    assertThat(Tree.text(container(), "state", "waiting", "reason")).isEqualTo("ContainerCreating");
    cluster.pass(Duration.ofSeconds(2));
    assertThat(phase()).isEqualTo("Running");
    assertThat(Conditions.holds(pod(), "Ready")).isFalse();
    cluster.pass(Duration.ofSeconds(5));
    assertThat(Conditions.holds(pod(), "Ready")).isTrue();
    assertThat(Tree.text(container(), "imageID")).matches("bare@sha256:[0-9a-f]{64}");
    assertThat(Tree.text(container(), "containerID")).matches("containerd://[0-9a-f]{64}");
    assertThat(Tree.text(pod(), "status", "podIP")).startsWith("10.1.");
    assertThat(cluster.events("one").stream().map(e -> e.substring(0, e.indexOf(':'))))
        .containsExactlyInAnyOrder("Scheduled", "Pulling", "Pulled", "Created", "Started");
  }

  @Test
  void a_pod_that_heeds_sigterm_is_gone_when_its_process_has_ended() {
    cluster.image("bare:1", new Fate.Runs(), Duration.ofSeconds(1), Duration.ofSeconds(4));
    cluster.pod("one", "{}");
    cluster.pass();
    cluster.delete(ResourceTypes.PODS, "one");
    cluster.pass(Duration.ofSeconds(3));
    assertThat(Tree.text(pod(), "metadata", "deletionTimestamp")).isNotEmpty();
    assertThat(cluster.events("one")).contains("Killing: Stopping container main");
    cluster.pass(Duration.ofSeconds(2));
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isEmpty();
  }

  @Test
  void one_that_ignores_it_is_killed_at_the_end_of_its_grace() {
    cluster.image("bare:1", new Fate.Runs(), Duration.ofSeconds(1), Duration.ofHours(1));
    cluster.pod("one", "{'terminationGracePeriodSeconds':20}");
    cluster.pass();
    cluster.delete(ResourceTypes.PODS, "one");
    cluster.pass(Duration.ofSeconds(19));
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isPresent();
    cluster.pass(Duration.ofSeconds(2));
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isEmpty();
  }

  @Test
  void a_second_deletion_with_less_grace_shortens_the_wait() {
    cluster.image("bare:1", new Fate.Runs(), Duration.ofSeconds(1), Duration.ofHours(1));
    cluster.pod("one", "{}");
    cluster.pass();
    cluster.delete(ResourceTypes.PODS, "one");
    cluster.pass(Duration.ofSeconds(2));
    cluster.store.delete(ResourceTypes.PODS, TestCluster.NS, "one", Deletion.gracefully().grace(1));
    cluster.pass(Duration.ofSeconds(2));
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isEmpty();
  }

  @Test
  void a_finalizer_keeps_a_pod_that_has_ended() {
    cluster.create(
        "v1",
        "Pod",
        "one",
        "{'metadata':{'finalizers':['example.com/hold']},'spec':{'containers':[{'name':'main','image':'bare:1'}]}}");
    cluster.pass();
    cluster.delete(ResourceTypes.PODS, "one");
    cluster.pass(Duration.ofMinutes(2));
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isPresent();
    cluster.change(ResourceTypes.PODS, "one", p -> Tree.made(p, "metadata").remove("finalizers"));
    cluster.pass();
    assertThat(cluster.find(ResourceTypes.PODS, "one")).isEmpty();
  }

  @Test
  void a_container_that_ends_is_started_again_with_growing_pauses() {
    cluster.image(
        "bare:1", new Fate.Exits(Duration.ofSeconds(2), 1), Duration.ofSeconds(1), Duration.ZERO);
    cluster.pod("one", "{}");
    cluster.pass(Duration.ofSeconds(10));
    assertThat(Tree.text(container(), "state", "waiting", "reason")).isEqualTo("CrashLoopBackOff");
    assertThat(Tree.number(container(), 0, "lastState", "terminated", "exitCode")).isEqualTo(1);
    cluster.pass(Duration.ofMinutes(10));
    assertThat(Tree.number(container(), 0, "restartCount")).isBetween(5, 9);
    assertThat(cluster.events("one")).anyMatch(e -> e.startsWith("BackOff: Back-off restarting"));
    assertThat(phase()).isEqualTo("Running");
  }

  @Test
  void an_image_that_is_not_given_out_is_asked_for_again_and_again() {
    cluster.image("bare:1", new Fate.NotPulled("not found"), Duration.ofSeconds(1), Duration.ZERO);
    cluster.pod("one", "{}");
    cluster.pass();
    assertThat(Tree.text(container(), "state", "waiting", "reason")).isEqualTo("ImagePullBackOff");
    assertThat(phase()).isEqualTo("Pending");
    cluster.slow("bare:1", Duration.ofSeconds(1));
    cluster.pass(Duration.ofMinutes(3));
    assertThat(Conditions.holds(pod(), "Ready")).isTrue();
  }

  @Test
  void init_containers_run_one_after_the_other_before_the_others_start() {
    cluster.image(
        "init:1", new Fate.Exits(Duration.ofSeconds(5), 0), Duration.ofSeconds(1), Duration.ZERO);
    cluster.pod(
        "one",
        "{'initContainers':[{'name':'first','image':'init:1'},{'name':'second','image':'init:1'}]}");
    cluster.pass(Duration.ofSeconds(8));
    assertThat(pod().at("/status/initContainerStatuses/0/state").has("terminated")).isTrue();
    assertThat(pod().at("/status/initContainerStatuses/1/state").has("running")).isTrue();
    assertThat(Conditions.holds(pod(), "Initialized")).isFalse();
    assertThat(Tree.text(container(), "state", "waiting", "reason")).isEqualTo("PodInitializing");
    cluster.pass();
    assertThat(Conditions.holds(pod(), "Initialized")).isTrue();
    assertThat(Conditions.holds(pod(), "Ready")).isTrue();
  }

  @Test
  void a_pod_that_never_restarts_succeeds_or_fails() {
    cluster.image(
        "bare:1", new Fate.Exits(Duration.ofSeconds(2), 3), Duration.ofSeconds(1), Duration.ZERO);
    cluster.pod("one", "{'restartPolicy':'Never'}");
    cluster.pass();
    assertThat(phase()).isEqualTo("Failed");
    assertThat(Tree.number(container(), 0, "state", "terminated", "exitCode")).isEqualTo(3);
  }

  @Test
  void a_pod_on_the_host_network_has_the_address_of_its_node() {
    cluster.pod("one", "{'hostNetwork':true}");
    cluster.pass();
    assertThat(Tree.text(pod(), "status", "podIP")).isEqualTo(Tree.text(pod(), "status", "hostIP"));
  }

  @Test
  void a_tag_that_is_pushed_again_reaches_only_what_pulls_anew() {
    cluster.pod(
        "one", "{'containers':[{'name':'main','image':'app:stable','imagePullPolicy':'Always'}]}");
    cluster.pass();
    String before = Tree.text(container(), "imageID");
    cluster.registry.push(
        new org.lazaretto.range.cluster.node.ImageFacts(
            "app:stable",
            "sha256:" + "ab".repeat(32),
            org.lazaretto.range.cluster.node.ImageFacts.Timing.usual(),
            new Fate.Runs(),
            org.lazaretto.range.cluster.node.LogProfile.quiet()));
    cluster.pass();
    assertThat(Tree.text(container(), "imageID")).isEqualTo(before);
    cluster.cluster.crash(cluster.find(ResourceTypes.PODS, "one").orElseThrow().key(), "main", 137);
    cluster.pass();
    assertThat(Tree.text(container(), "imageID")).endsWith("ab".repeat(32));
    assertThat(Tree.number(container(), 0, "restartCount")).isEqualTo(1);
  }

  @Test
  void a_readiness_probe_that_fails_takes_the_pod_out_for_a_while() {
    cluster.pod("one", "{}");
    cluster.pass();
    cluster.cluster.failReadiness(
        new org.lazaretto.range.store.ObjectKey(TestCluster.NS, "one"),
        "main",
        Duration.ofSeconds(20));
    assertThat(Conditions.holds(pod(), "Ready")).isFalse();
    assertThat(cluster.events("one")).anyMatch(e -> e.startsWith("Unhealthy: Readiness probe"));
    cluster.pass();
    assertThat(Conditions.holds(pod(), "Ready")).isTrue();
    assertThat(Tree.number(container(), 0, "restartCount")).isZero();
  }

  @Test
  void a_liveness_probe_that_fails_has_the_container_started_again() {
    cluster.pod("one", "{}");
    cluster.pass();
    cluster.cluster.failLiveness(
        new org.lazaretto.range.store.ObjectKey(TestCluster.NS, "one"), "main");
    cluster.pass();
    assertThat(Tree.number(container(), 0, "restartCount")).isEqualTo(1);
    assertThat(cluster.events("one"))
        .contains("Killing: Container main failed liveness probe, will be restarted");
  }
}
