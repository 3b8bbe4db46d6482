package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kubectl line of the four playbooks, typed as it stands there, with the real kubectl: where
 * a playbook is right the state is checked, where it is wrong the refusal, then its correction.
 */
class PlaybookConformanceTest {
  private static final String ON_NODE = "--field-selector";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private PracticeRange range;
  private Kubectl kubectl;
  private String suspect;
  private String node;

  @BeforeEach
  void theScenarioRuns() throws Exception {
    Kubectl.isNeeded();
    range = PracticeRange.start(Wish.scenario("cryptominer-eks", 30, folder));
    kubectl = new Kubectl(range.kubeconfig(), folder);
    String named = range.scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "");
    suspect = named.substring(named.indexOf('/') + 1);
    node = at("pod", suspect, "{.spec.nodeName}");
  }

  @AfterEach
  void theScenarioEnds() throws Exception {
    if (range != null) {
      range.close();
    }
  }

  private String at(String kind, String name, String path) throws Exception {
    return kubectl.ok("get", kind, name, "-n", "shop", "-o", "jsonpath=" + path);
  }

  private String refused(String... words) throws Exception {
    Kubectl.Ended ended = kubectl.run(words);
    assertThat(ended.status()).as(ended.out()).isNotZero();
    return ended.err();
  }

  private String onNode() {
    return "spec.nodeName=" + node;
  }

  private List<String> shopPodsOnNode() throws Exception {
    return kubectl
        .ok(
            "get",
            "pods",
            "-n",
            "shop",
            ON_NODE,
            onNode(),
            "-o",
            "jsonpath={.items[*].metadata.name}")
        .transform(names -> Arrays.stream(names.split(" ")).filter(n -> !n.isEmpty()).toList());
  }

  private String apply(String manifest) throws Exception {
    Path file = Files.writeString(folder.resolve("manifest.yaml"), manifest);
    Kubectl.Ended ended = kubectl.run("apply", "-f", file.toString());
    return ended.out() + ended.err();
  }

  @Test
  void eks_isolate_cordons_and_deletes_all_but_the_bad_pod() throws Exception {
    assertThat(kubectl.ok("cordon", node)).isEqualTo("node/" + node + " cordoned\n");
    assertThat(kubectl.ok("get", "node", node)).contains("Ready,SchedulingDisabled");

    String pairs =
        kubectl.ok(
            "get",
            "pods",
            "--all-namespaces",
            "-o",
            "jsonpath={range .items[*]}{.metadata.name}{\"=\"}{.metadata.namespace}{\",\"}{end}",
            ON_NODE,
            onNode());
    List<String> shop =
        Arrays.stream(pairs.split(",")).filter(pair -> pair.endsWith("=shop")).toList();
    assertThat(pairs).contains("=kube-system,");
    assertThat(shop).contains(suspect + "=shop").hasSizeGreaterThan(2);
    String uid = at("pod", suspect, "{.metadata.uid}");
    for (String pair : shop) {
      String name = pair.substring(0, pair.indexOf('='));
      if (!name.equals(suspect)) {
        assertThat(kubectl.ok("delete", "po", name, "-n", "shop")).contains("deleted");
      }
    }

    assertThat(shopPodsOnNode()).containsExactly(suspect);
    assertThat(at("pod", suspect, "{.metadata.uid}")).isEqualTo(uid);
  }

  @Test
  void c_p_01_cordons_and_restarts_the_clean_applications() throws Exception {
    assertThat(
            kubectl.ok(
                "get", "pods", suspect, "-n", "shop", "-o=jsonpath={.spec.nodeName}{\"\\n\"}"))
        .isEqualTo(node + "\n");
    kubectl.ok("cordon", node);
    String here = kubectl.ok("get", "pods", ON_NODE, onNode(), "-n", "shop");
    assertThat(here).contains(suspect).doesNotContain("aws-node");
    assertThat(kubectl.ok("get", "pods", ON_NODE, onNode(), "-A")).contains("aws-node");
    String clean =
        shopPodsOnNode().stream()
            .filter(pod -> pod.matches("(web|cart|catalog|checkout|orders|search)-.*"))
            .map(pod -> pod.substring(0, pod.indexOf('-')))
            .findFirst()
            .orElseThrow();

    assertThat(refused("rollout", "restart", "deployment", clean))
        .isEqualTo("Error from server (NotFound): deployments.apps \"" + clean + "\" not found\n");
    assertThat(kubectl.ok("rollout", "restart", "deployment", clean, "-n", "shop"))
        .isEqualTo("deployment.apps/" + clean + " restarted\n");
    assertThat(kubectl.ok("rollout", "status", "deployment", clean, "-n", "shop"))
        .contains("successfully rolled out");

    assertThat(kubectl.ok("get", "pods", "-n", "shop", "-l", "app=" + clean, "-o", "wide"))
        .doesNotContain(" " + node + " ");
    assertThat(shopPodsOnNode()).contains(suspect);
  }

  @Test
  void gke_contain_labels_and_drains_the_rest() throws Exception {
    kubectl.ok("cordon", node);
    kubectl.ok("label", "pods", suspect, "quarantine=true", "-n", "shop");
    String before = String.join(" ", shopPodsOnNode());

    assertThat(refused("drain", node, "--pod-selector=!quarantine"))
        .contains("cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore)");
    assertThat(String.join(" ", shopPodsOnNode())).isEqualTo(before);
    kubectl.ok(
        "drain",
        node,
        "--pod-selector=!quarantine",
        "--ignore-daemonsets",
        "--delete-emptydir-data",
        "--force");

    assertThat(shopPodsOnNode()).containsExactly(suspect);
    assertThat(kubectl.ok("get", "pods", "-n", "kube-system", ON_NODE, onNode()))
        .contains("aws-node");
    kubectl.ok("label", "pod", suspect, "app-", "-n", "shop");
    assertThat(at("pod", suspect, "{.metadata.ownerReferences}")).isEmpty();
  }

  @Test
  void gke_contain_shuts_pods_in_by_policy() throws Exception {
    String policy =
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
            name: default-deny
            namespace: shop
        spec:
            podSelector:
                matchLabels:
                    quarantine: true
            policyTypes:
            - Ingress
            - Egress
        """;

    assertThat(apply(policy))
        .contains("NetworkPolicy in version \"v1\" cannot be handled as a NetworkPolicy")
        .contains(
            "json: cannot unmarshal bool into Go struct field"
                + " LabelSelector.spec.podSelector.matchLabels of type string");
    assertThat(kubectl.ok("get", "networkpolicies", "-n", "shop")).isEmpty();
    assertThat(apply(policy.replace("quarantine: true", "quarantine: \"true\"")))
        .contains("networkpolicy.networking.k8s.io/default-deny created");
    assertThat(kubectl.ok("get", "networkpolicies", "-n", "shop"))
        .containsPattern("default-deny +quarantine=true");
  }

  @Test
  void gke_contain_turns_and_deletes_services() throws Exception {
    assertThat(kubectl.ok("get", "services", "-n", "shop")).contains("payments", "ClusterIP");

    kubectl.ok(
        "patch",
        "service",
        "payments",
        "-n",
        "shop",
        "-p",
        "{\"spec\":{\"selector\":{\"to\": \"no\"}}}");
    assertThat(at("service", "payments", "{.spec.selector}"))
        .as("a patch merges keys")
        .contains("\"app\":\"payments\"", "\"to\":\"no\"");
    kubectl.ok(
        "patch",
        "service",
        "payments",
        "-n",
        "shop",
        "-p",
        "{\"spec\":{\"selector\":{\"app\": null}}}");
    assertThat(at("service", "payments", "{.spec.selector}")).isEqualTo("{\"to\":\"no\"}");
    assertThat(kubectl.ok("delete", "service", "payments", "-n", "shop")).contains("deleted");
    assertThat(refused("get", "service", "payments", "-n", "shop")).contains("not found");
  }

  @Test
  void gke_contain_pauses_deletes_and_restarts() throws Exception {
    String mail = kubectl.ok("get", "pods", "-n", "shop", "-l", "app=mail", "-o", "name");
    String first = mail.lines().findFirst().orElseThrow().substring("pod/".length());
    String container = at("pod", first, "{.spec.containers[0].name}");

    Kubectl.Ended killed =
        kubectl.run(
            "exec", "-it", first, "-n", "shop", "-c", container, "--", "/bin/sh", "-c", "kill 1");
    // The shell may end by itself before it ends with the container whose first process it ended.
    assertThat(killed.status()).as(killed.err()).isIn(0, 137);
    kubectl.ok(
        "wait",
        "pod/" + first,
        "-n",
        "shop",
        "--for=jsonpath={.status.containerStatuses[0].restartCount}=1",
        "--timeout=30s");
    assertThat(refused("delete", "pod", first)).contains("NotFound");
    kubectl.ok("delete", "pod", first, "-n", "shop");
    assertThat(refused("get", "pod", first, "-n", "shop")).contains("not found");
    assertThat(kubectl.ok("delete", "pod", "-l", "app=mail", "-n", "shop").lines().count())
        .isGreaterThanOrEqualTo(1);
    kubectl.ok("scale", "--replicas=0", "deployment.apps/mail", "-n", "shop");
    kubectl.ok("wait", "pod", "-l", "app=mail", "-n", "shop", "--for=delete", "--timeout=60s");
    assertThat(kubectl.ok("get", "pods", "-l", "app=mail", "-n", "shop")).isEmpty();
    kubectl.ok("delete", "deployment", "mail", "-n", "shop");
    assertThat(refused("get", "deployment", "mail", "-n", "shop")).contains("not found");
  }

  @Test
  void eks_forensics_finds_pods_by_what_is_known() throws Exception {
    assertThat(kubectl.ok("get", "pods", "-l", "app=payments", "-n", "shop")).contains(suspect);
    JsonNode labels = JSON.readTree(at("deployment", "payments", "{.spec.selector.matchLabels}"));
    String selector =
        labels.properties().stream()
            .map(e -> e.getKey() + "=" + e.getValue().asText())
            .collect(Collectors.joining(","));
    assertThat(kubectl.ok("get", "pods", "-l", selector, "-n", "shop")).contains(suspect);

    JsonNode all = JSON.readTree(kubectl.ok("get", "pods", "--all-namespaces", "-o", "json"));
    String image = at("pod", suspect, "{.spec.containers[0].image}");
    List<String> found = new ArrayList<>();
    for (JsonNode pod : all.path("items")) {
      if (pod.at("/spec/containers")
          .valueStream()
          .anyMatch(c -> c.path("image").asText().equals(image))) {
        found.add(pod.at("/metadata/name").asText());
      }
      assertThat(pod.at("/spec/serviceAccount")).isEqualTo(pod.at("/spec/serviceAccountName"));
    }
    assertThat(found).contains(suspect);
    assertThat(kubectl.ok("get", "service", "--all-namespaces")).contains("kube-system");
    assertThat(kubectl.ok("get", "service", "-n", "shop")).contains("payments");
    assertThat(kubectl.ok("get", "pods", "-n", "shop", "--show-labels", "-o", "wide"))
        .contains(suspect, "app=payments");
    assertThat(kubectl.ok("get", "pods", suspect, "-n", "shop", "--show-labels", "-o", "wide"))
        .contains("app=payments");
    assertThat(
            kubectl.ok(
                "get", "pods", suspect, "-n", "shop", "-o=jsonpath={.spec.nodeName}{\"\\n\"}"))
        .isEqualTo(node + "\n");
  }

  @Test
  void eks_forensics_marks_pod_and_node_and_reads_by_the_kubelet() throws Exception {
    kubectl.ok("label", "pods", "-n", "shop", suspect, "status=PRIVILEGED-POD");
    assertThat(at("pod", suspect, "{.metadata.labels.status}")).isEqualTo("PRIVILEGED-POD");
    String columns = "custom-columns=NAME:.metadata.name,INSTANCEID:.spec.providerID";
    assertThat(refused("get", "nodes", node, "-n", "shop", "--show-labels", "-o", columns))
        .contains("--show-labels option cannot be used with custom-columns");
    assertThat(kubectl.ok("get", "nodes", node, "-n", "shop", "-o", columns))
        .containsPattern(node + " +aws:///eu-central-1\\w/i-[0-9a-f]+");
    kubectl.ok("label", "node", node, "status=quarantine");
    assertThat(kubectl.ok("get", "nodes", "-l", "status=quarantine")).contains(node);
    kubectl.ok("cordon", node);

    String logs = "/api/v1/nodes/" + node + "/proxy/containerLogs/";
    assertThat(refused("get", "--raw", logs))
        .isEqualTo(
            "Error from server (NotFound): the server could not find the requested resource\n");
    String container = at("pod", suspect, "{.spec.containers[0].name}");
    assertThat(
            kubectl.ok("get", "--raw", logs + "shop/" + suspect + "/" + container + "?tailLines=5"))
        .isNotBlank();
    assertThat(kubectl.ok("get", "--raw", "/api/v1/nodes/" + node + "/proxy/healthz"))
        .isEqualTo("ok");
  }
}
