package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Quotas and limit ranges, in a real server's words. */
class QuotasTest {
  private final TestCluster cluster = TestCluster.of(2);

  private void quota(String hard) {
    cluster.create("v1", "ResourceQuota", "q", "{'spec':{'hard':" + hard + "}}");
    cluster.pass();
  }

  private void limits(String item) {
    ObjectNode range = Tree.head("v1", "LimitRange", TestCluster.NS, "l");
    Tree.overlay(range, TestCluster.json("{'spec':{'limits':[" + item + "]}}"));
    Defaults.apply(ResourceTypes.LIMIT_RANGES, range);
    cluster.store.create(ResourceTypes.LIMIT_RANGES, range);
  }

  private static ObjectNode pod(String resources) {
    ObjectNode pod = Tree.head("v1", "Pod", TestCluster.NS, "x");
    Tree.overlay(
        pod,
        TestCluster.json(
            "{'spec':{'containers':[{'name':'main','image':'a','resources':" + resources + "}]}}"));
    return pod;
  }

  private ObjectNode admitted(String resources) {
    return new ClusterAdmission(cluster.store).admit(ResourceTypes.PODS, pod(resources));
  }

  private void isRefused(String resources, String why) {
    assertThatThrownBy(() -> admitted(resources)).hasMessage("pods \"x\" is forbidden: " + why);
  }

  @Test
  void a_pod_too_many_is_refused_and_what_is_used_is_told() {
    cluster.deployment("web", 2);
    cluster.pass();
    quota("{'pods':'2','requests.cpu':'4'}");
    isRefused(
        "{'requests':{'cpu':'1'}}",
        "exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2");
    ObjectNode status = Tree.made(cluster.get(ResourceTypes.RESOURCE_QUOTAS, "q"), "status");
    assertThat(status.at("/used/pods").asText()).isEqualTo("2");
    assertThat(status.at("/hard/pods").asText()).isEqualTo("2");
  }

  @Test
  void a_pod_that_does_not_say_what_it_takes_is_refused_where_that_counts() {
    quota("{'limits.cpu':'2','requests.memory':'1Gi'}");
    isRefused(
        "{}", "failed quota: q: must specify limits.cpu for: main; requests.memory for: main");
    isRefused(
        "{'limits':{'cpu':'2500m'},'requests':{'memory':'64Mi'}}",
        "exceeded quota: q, requested: limits.cpu=2500m, used: limits.cpu=0, limited: limits.cpu=2");
    assertThat(admitted("{'limits':{'cpu':'2'},'requests':{'memory':'64Mi'}}")).isNotNull();
  }

  @Test
  void a_controller_that_may_not_make_a_pod_says_so_and_goes_on_when_it_may() {
    quota("{'pods':'1'}");
    cluster.deployment("web", 3);
    cluster.pass();
    assertThat(cluster.store.list(ResourceTypes.PODS, Optional.of(TestCluster.NS))).hasSize(1);
    assertThat(cluster.store.list(ResourceTypes.EVENTS, Optional.of(TestCluster.NS)))
        .map(Stored::tree)
        .anyMatch(e ->
            Tree.text(e, "reason").equals("FailedCreate")
                && Tree.text(e, "message")
                    .contains("is forbidden: exceeded quota: q, requested: pods=1"));
    cluster.change(
        ResourceTypes.RESOURCE_QUOTAS, "q", q -> Tree.made(q, "spec", "hard").put("pods", "5"));
    cluster.pass(java.time.Duration.ofMinutes(2));
    assertThat(cluster.store.list(ResourceTypes.PODS, Optional.of(TestCluster.NS))).hasSize(3);
  }

  @Test
  void a_container_gets_the_limits_that_it_does_not_state() {
    limits(
        "{'type':'Container','default':{'cpu':'500m','memory':'128Mi'},'defaultRequest':{'cpu':'100m'}}");
    ObjectNode pod = admitted("{'limits':{'cpu':'1'}}");
    assertThat(pod.at("/spec/containers/0/resources/limits/cpu").asText()).isEqualTo("1");
    assertThat(pod.at("/spec/containers/0/resources/limits/memory").asText()).isEqualTo("128Mi");
    assertThat(pod.at("/spec/containers/0/resources/requests/cpu").asText()).isEqualTo("1");
    assertThat(pod.at("/status/qosClass").asText()).isEqualTo("Guaranteed");
    assertThat(pod.at("/metadata/annotations/kubernetes.io~1limit-ranger").asText())
        .isEqualTo(
            "LimitRanger plugin set: memory request for container main; memory limit for container main");
  }

  @Test
  void a_container_out_of_bounds_is_refused() {
    limits("{'type':'Container','min':{'memory':'64Mi'},'max':{'cpu':'500m'}}");
    isRefused(
        "{'limits':{'cpu':'2'},'requests':{'memory':'32Mi'}}",
        "[minimum memory usage per Container is 64Mi, but request is 32Mi, maximum cpu usage per Container is 500m, but limit is 2]");
    ObjectNode modest = admitted("{'requests':{'memory':'64Mi'}}");
    assertThat(modest.at("/spec/containers/0/resources/limits/cpu").asText()).isEqualTo("500m");
  }

  @Test
  void a_pod_as_a_whole_is_held_to_bounds_too() {
    limits("{'type':'Pod','max':{'cpu':'1'}}");
    isRefused("{'limits':{'cpu':'2'}}", "maximum cpu usage per Pod is 1, but limit is 2");
    isRefused("{}", "maximum cpu usage per Pod is 1.  No limit is specified");
  }
}
