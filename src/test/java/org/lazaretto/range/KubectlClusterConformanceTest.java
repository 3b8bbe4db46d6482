package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a responder types, against the living scenario at thirty times its pace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlClusterConformanceTest {
  private Kubectl kubectl;
  private PracticeRange range;

  @BeforeAll
  void theScenarioRuns(@TempDir Path folder) throws Exception {
    Kubectl.isNeeded();
    range = PracticeRange.start(Wish.scenario("cryptominer-eks", 30, folder));
    kubectl = new Kubectl(range.kubeconfig(), folder);
  }

  @AfterAll
  void theScenarioEnds() throws Exception {
    if (range != null) {
      range.close();
    }
  }

  private String suspect() {
    String pod = range.scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "");
    return pod.substring(pod.indexOf('/') + 1);
  }

  private List<String> names(String... query) throws Exception {
    String[] words = Arrays.copyOf(query, query.length + 2);
    words[query.length] = "-o";
    words[query.length + 1] = "name";
    return kubectl.ok(words).lines().toList();
  }

  private static Predicate<String> has(String... words) {
    return line -> Arrays.stream(words).allMatch(line::contains);
  }

  @Test
  void nodes_and_pods_are_listed_as_from_a_real_cluster() throws Exception {
    assertThat(kubectl.ok("get", "nodes").lines()).hasSize(7).filteredOn(has(" Ready ")).hasSize(6);
    assertThat(kubectl.ok("get", "pods", "-A", "-o", "wide").lines())
        .anyMatch(has("shop", "redis-0", "1/1", "Running"))
        .anyMatch(has("kube-system", "node-watchdog-ip-"));
    assertThat(kubectl.ok("get", "deploy,sts,ds,job,pdb,svc,pvc", "-A").lines())
        .anyMatch(has("daemonset.apps/aws-node", "6"))
        .anyMatch(has("poddisruptionbudget.policy/search", "4"))
        .anyMatch(has("persistentvolumeclaim/data-redis-0", "Bound"));
  }

  @Test
  void describing_the_suspect_shows_its_digest_and_its_traces() throws Exception {
    assertThat(kubectl.ok("describe", "pod", "-n", "shop", suspect()))
        .contains("@sha256:5bd3e0c1")
        .contains("UnexpectedProcess")
        .contains("Unhealthy")
        .contains("Controlled By:  ReplicaSet/payments-");
  }

  @Test
  void describing_a_node_shows_its_cloud_id_and_its_pods() throws Exception {
    String node = names("get", "nodes").getFirst();
    assertThat(kubectl.ok("describe", node))
        .contains("aws:///eu-central-1")
        .contains("containerd://")
        .contains("aws-node-");
  }

  @Test
  void the_suspect_says_what_it_does_and_a_sibling_does_not() throws Exception {
    assertThat(kubectl.ok("logs", "-n", "shop", suspect())).contains("XMRig", "stratum+tcp");
    assertThat(kubectl.ok("logs", "-n", "shop", "-p", suspect()))
        .contains("authorised payment")
        .doesNotContain("XMRig");
    String sibling =
        names("get", "pods", "-n", "shop", "-l", "app=payments").stream()
            .filter(p -> !p.endsWith(suspect()))
            .findFirst()
            .orElseThrow();
    assertThat(kubectl.ok("logs", "-n", "shop", sibling)).doesNotContain("XMRig");
  }

  @Test
  void a_log_is_followed_while_it_grows() throws Exception {
    Kubectl.Ended followed =
        kubectl.during(3, "logs", "-n", "shop", suspect(), "-f", "--tail=1", "--timestamps");
    assertThat(followed.out().lines()).hasSizeGreaterThan(10);
  }

  @Test
  void a_node_is_cordoned_and_drained_and_the_marked_pod_stays() throws Exception {
    String node =
        kubectl
            .ok("get", "pod", "-n", "shop", suspect(), "-o", "jsonpath={.spec.nodeName}")
            .strip();
    kubectl.ok("label", "pod", "-n", "shop", suspect(), "quarantine=true");
    assertThat(kubectl.ok("cordon", node)).contains("cordoned");
    String drained =
        kubectl.ok(
            "drain",
            node,
            "--ignore-daemonsets",
            "--delete-emptydir-data",
            "--force",
            "--pod-selector=!quarantine");
    assertThat(drained).contains("drained").contains("shop/search-");
    assertThat(names("get", "pods", "-A", "--field-selector", "spec.nodeName=" + node))
        .contains("pod/" + suspect())
        .noneMatch(has("search-"))
        .anyMatch(has("aws-node-"));
    kubectl.ok("uncordon", node);
  }

  @Test
  void a_rollout_is_restarted_watched_and_undone() throws Exception {
    List<String> before = names("get", "pods", "-n", "shop", "-l", "app=checkout");
    kubectl.ok("rollout", "restart", "-n", "shop", "deployment/checkout");
    assertThat(kubectl.ok("rollout", "status", "-n", "shop", "deployment/checkout"))
        .contains("successfully rolled out");
    for (String old : before) {
      kubectl.ok("wait", "--for=delete", old, "-n", "shop", "--timeout=60s");
    }
    assertThat(names("get", "pods", "-n", "shop", "-l", "app=checkout"))
        .doesNotContainAnyElementsOf(before);
    kubectl.ok("rollout", "undo", "-n", "shop", "deployment/checkout");
    kubectl.ok("rollout", "status", "-n", "shop", "deployment/checkout");
    assertThat(kubectl.ok("rollout", "history", "-n", "shop", "deployment/checkout").lines())
        .anyMatch(l -> l.startsWith("3"));
  }

  @Test
  void a_deployment_is_scaled() throws Exception {
    kubectl.ok("scale", "-n", "shop", "deployment/cart", "--replicas=5");
    kubectl.ok("rollout", "status", "-n", "shop", "deployment/cart");
    assertThat(names("get", "pods", "-n", "shop", "-l", "app=cart")).hasSize(5);
  }

  @Test
  void a_deleted_pod_is_replaced_and_one_of_its_own_is_not() throws Exception {
    kubectl.ok("delete", "pod", "-n", "shop", "redis-1");
    kubectl.ok("wait", "--for=create", "pod/redis-1", "-n", "shop", "--timeout=60s");
    kubectl.ok("rollout", "status", "-n", "shop", "statefulset/redis");
    assertThat(names("get", "pods", "-n", "shop", "-l", "app=redis")).contains("pod/redis-1");
    kubectl.ok("delete", "pod", "-n", "shop", "stock-import");
    assertThat(names("get", "pods", "-n", "shop")).doesNotContain("pod/stock-import");
  }

  @Test
  void a_static_pod_cannot_be_got_rid_of() throws Exception {
    String mirror =
        names("get", "pods", "-n", "kube-system").stream()
            .filter(has("node-watchdog"))
            .findFirst()
            .orElseThrow();
    kubectl.ok("delete", "-n", "kube-system", mirror, "--wait=false");
    kubectl.ok("wait", "-n", "kube-system", mirror, "--for=create", "--timeout=20s");
    assertThat(names("get", "pods", "-n", "kube-system")).contains(mirror);
  }

  @Test
  void the_viewer_sees_but_changes_nothing() throws Exception {
    String context = "shop-eks-restricted";
    assertThat(names("--context", context, "get", "pods", "-n", "shop")).isNotEmpty();
    Kubectl.Ended refused =
        kubectl.run("--context", context, "delete", "pod", "-n", "shop", "redis-0");
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err()).contains("Forbidden");
    assertThat(kubectl.run("--context", context, "get", "secrets", "-A").err())
        .contains("Forbidden");
  }
}
