package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Isolation is proven by the same means as on a real cluster. */
class KubectlReachTest {
  private static final String DENY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: quarantine-1, namespace: shop}
      spec:
        podSelector: {matchLabels: {quarantine: "true"}}
        policyTypes: [Ingress, Egress]
      """;
  @TempDir private Path folder;
  private Optional<PracticeRange> range = Optional.empty();

  @BeforeEach
  void kubectlIsThere() {
    Kubectl.isNeeded();
  }

  @AfterEach
  void theScenarioEnds() throws Exception {
    if (range.isPresent()) {
      range.get().close();
    }
  }

  private Kubectl begin(String cni) throws Exception {
    Wish wish =
        new Wish(
            new Wish.Place.Named("cryptominer-eks", Optional.of(cni)),
            new Wish.Pace.Running(30),
            folder);
    PracticeRange started = PracticeRange.start(wish);
    range = Optional.of(started);
    return new Kubectl(started.kubeconfig(), folder);
  }

  private String suspect() {
    String pod =
        range.orElseThrow().scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "");
    return pod.substring(pod.indexOf('/') + 1);
  }

  private String isolated(Kubectl kubectl) throws Exception {
    Path file = Files.writeString(folder.resolve("deny.yaml"), DENY);
    kubectl.ok("apply", "--validate=false", "-f", file.toString());
    kubectl.ok("label", "pod", "-n", "shop", suspect(), "quarantine=true");
    return kubectl
        .ok("get", "pod", "-n", "shop", suspect(), "-o", "jsonpath={.status.podIP}")
        .strip();
  }

  private String sockets(Kubectl kubectl) throws Exception {
    return kubectl.ok("exec", "-n", "shop", suspect(), "--", "ss", "-tnp");
  }

  /** How a pod ends that tries to connect. */
  private String probe(Kubectl kubectl, String name, String address) throws Exception {
    kubectl.ok(
        "run",
        name,
        "-n",
        "shop",
        "--image=busybox:1.37",
        "--restart=Never",
        "--",
        "nc",
        "-zv",
        "-w",
        "3",
        address,
        "8443");
    kubectl.ok(
        "wait",
        "-n",
        "shop",
        "pod/" + name,
        "--for=jsonpath={.status.containerStatuses[0].state.terminated.exitCode}",
        "--timeout=30s");
    return kubectl.ok("get", "pod", "-n", "shop", name, "-o", "jsonpath={.status.phase}").strip()
        + " "
        + kubectl.ok("logs", "-n", "shop", name).strip();
  }

  @Test
  void under_amazon_s_cni_new_connections_end_and_the_standing_one_survives() throws Exception {
    Kubectl kubectl = begin("vpc-cni");
    String address =
        kubectl.ok("get", "pod", "-n", "shop", suspect(), "-o", "jsonpath={.status.podIP}").strip();
    assertThat(probe(kubectl, "before", address))
        .isEqualTo("Succeeded " + address + " (" + address + ":8443) open");
    assertThat(sockets(kubectl).lines())
        .anyMatch(l -> l.startsWith("ESTAB") && l.contains(":3333"));

    isolated(kubectl);

    assertThat(probe(kubectl, "after", address)).startsWith("Failed").contains("timed out");
    assertThat(sockets(kubectl).lines())
        .anyMatch(l -> l.startsWith("ESTAB") && l.contains(":3333"));
    Kubectl.Ended out =
        kubectl.run(
            "exec",
            "-n",
            "shop",
            suspect(),
            "--",
            "curl",
            "-sS",
            "-m",
            "4",
            "https://198.51.100.77");
    assertThat(out.status()).isEqualTo(28);
    assertThat(out.err()).contains("curl: (28) Connection timed out after 4001 milliseconds");
  }

  @Test
  void under_calico_the_standing_connection_is_cut() throws Exception {
    Kubectl kubectl = begin("calico");
    assertThat(sockets(kubectl).lines())
        .anyMatch(l -> l.startsWith("ESTAB") && l.contains(":3333"));

    isolated(kubectl);

    assertThat(sockets(kubectl).lines())
        .anyMatch(l -> l.startsWith("SYN-SENT") && l.contains("198.51.100.77:3333"))
        .noneMatch(l -> l.startsWith("ESTAB") && l.contains(":3333"));
  }

  @Test
  void a_slow_policy_lets_a_probe_through_until_it_counts() throws Exception {
    Kubectl kubectl = begin("vpc-cni");
    range.orElseThrow().slowPolicies(Duration.ofHours(1));
    String address = isolated(kubectl);
    assertThat(probe(kubectl, "early", address)).startsWith("Succeeded");
    range.orElseThrow().slowPolicies(Duration.ZERO);
    assertThat(probe(kubectl, "late", address)).startsWith("Failed").contains("timed out");
  }

  @Test
  void a_job_that_tries_ends_as_it_found() throws Exception {
    Kubectl kubectl = begin("vpc-cni");
    kubectl.ok(
        "create",
        "job",
        "reach",
        "-n",
        "shop",
        "--image=busybox:1.37",
        "--",
        "sh",
        "-c",
        "wget -q -T 2 -O- http://cart:8080 && nc -z -w 1 redis 6379");
    kubectl.ok("wait", "-n", "shop", "job/reach", "--for=condition=Complete", "--timeout=30s");
    assertThat(kubectl.ok("logs", "-n", "shop", "job/reach")).isEqualTo("OK\n");
  }

  @Test
  void a_cni_that_nobody_knows_is_refused_by_name() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> begin("weave"))
        .isInstanceOf(RangeException.class)
        .hasMessageContaining("'weave' is no CNI");
  }

  @Test
  void a_container_on_a_node_that_is_cut_off_cannot_be_entered() throws Exception {
    Kubectl kubectl = begin("vpc-cni");
    String[] where = {"get", "pod", "redis-0", "-n", "shop", "-o", "jsonpath={.spec.nodeName}"};
    PracticeRange started = range.orElseThrow();
    started.cutOff(kubectl.ok(where));
    CountDownLatch done = new CountDownLatch(1);
    started.clock().after(Duration.ZERO, done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    Kubectl.Ended refused = kubectl.run("exec", "-n", "shop", "redis-0", "--", "ls");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .contains("Internal error occurred: error sending request: Post \"https://")
        .contains(":10250/exec/shop/redis-0/")
        .contains("i/o timeout");
  }
}
