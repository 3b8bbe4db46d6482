package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.Kubectl;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** What people do with kubectl, done with the real one. */
class KubectlConformanceTest {
  @TempDir static Path home;
  private static PracticeServer practice;
  private static Kubectl kubectl;

  @BeforeAll
  static void start() throws IOException {
    Kubectl.isNeeded();
    practice =
        new PracticeServer(
            new ServerParts.Behaviour(Admission.none(), new TwoLines(), ContainerDoor.closed()));
    kubectl = new Kubectl(practice.kubeconfig(home), home);
  }

  @AfterAll
  static void stop() throws IOException {
    if (practice != null) {
      practice.close();
    }
  }

  private static final class TwoLines implements LogSource {
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    public Written written(Stored pod, String container, boolean previous) {
      return new Written(List.of(new Line(AT, "first"), new Line(AT, "second")), 2);
    }

    @Override
    public Cancellable follow(
        Stored pod, String container, long from, Consumer<Line> listener, Runnable ended) {
      listener.accept(new Line(AT, "third"));
      ended.run();
      return () -> {};
    }
  }

  private static String works(String... words) throws IOException, InterruptedException {
    Kubectl.Ended run = kubectl.run(words);
    assertThat(run.status()).as("%s: %s", List.of(words), run.err()).isZero();
    return run.out();
  }

  private static String fails(String... words) throws IOException, InterruptedException {
    Kubectl.Ended run = kubectl.run(words);
    assertThat(run.status()).as("%s: %s", List.of(words), run.out()).isNotZero();
    return run.err();
  }

  @Test
  void objects_are_shown_in_tables() throws Exception {
    assertThat(works("get", "nodes")).contains("node-a   Ready").contains("v1.35.2-eks-1a2b3c4");
    assertThat(works("get", "pods", "-A", "-o", "wide"))
        .containsPattern("shop +web-1 +1/1 +Running +0 .* +node-a ");
    assertThat(works("get", "all", "-n", "shop"))
        .containsPattern("deployment.apps/web +\\d/\\d")
        .containsPattern("service/web +ClusterIP +10.0.0.10 +<none> +80/TCP");
    assertThat(works("get", "pdb,ns,events,netpol,sts,ds,jobs,rs", "-n", "shop"))
        .containsPattern("web +1 +N/A +1")
        .contains("Started container web");
  }

  @Test
  void objects_are_shown_whole() throws Exception {
    assertThat(works("get", "pod", "web-1", "-n", "shop", "-o", "yaml"))
        .contains("kind: Pod", "nodeName: node-a");
    assertThat(works("get", "pods", "-n", "shop", "-o", "jsonpath={.items[*].metadata.name}"))
        .contains("web-1");
    assertThat(works("get", "pods", "-n", "shop", "-l", "app in (web),!nope", "-o", "name"))
        .contains("pod/web-1");
    assertThat(works("describe", "pod", "web-1", "-n", "shop"))
        .contains("Node:         node-a/", "Image:          shop/web:1.2");
    assertThat(works("describe", "node", "node-b")).contains("Non-terminated Pods:");
    assertThat(works("api-resources")).contains("poddisruptionbudgets");
    assertThat(works("version")).contains("Server Version: v1.35.2-eks-1a2b3c4");
  }

  @Test
  void labels_annotations_and_taints_are_set_and_taken() throws Exception {
    assertThat(works("label", "pod", "web-1", "-n", "shop", "infected=true")).contains("labeled");
    assertThat(fails("label", "pod", "web-1", "-n", "shop", "infected=false"))
        .contains("already has a value");
    assertThat(works("annotate", "pod", "web-1", "-n", "shop", "note=a b")).contains("annotated");
    assertThat(works("taint", "node", "node-a", "quarantine=1:NoSchedule")).contains("tainted");
    assertThat(works("taint", "node", "node-a", "quarantine-")).contains("untainted");
    assertThat(works("label", "pod", "web-1", "-n", "shop", "infected-")).contains("unlabeled");
  }

  @Test
  void a_node_is_cordoned_and_opened_again() throws Exception {
    assertThat(works("cordon", "node-b", "--dry-run=server")).contains("cordoned");
    assertThat(works("get", "node", "node-b")).doesNotContain("SchedulingDisabled");
    works("cordon", "node-b");
    assertThat(works("get", "node", "node-b")).contains("Ready,SchedulingDisabled");
    works("uncordon", "node-b");
    assertThat(works("get", "node", "node-b")).doesNotContain("SchedulingDisabled");
  }

  @Test
  void a_workload_is_scaled_restarted_and_patched() throws Exception {
    assertThat(works("scale", "deploy/web", "-n", "shop", "--replicas=3")).contains("scaled");
    assertThat(works("rollout", "restart", "deploy/web", "-n", "shop")).contains("restarted");
    works("patch", "deploy", "web", "-n", "shop", "-p", "{\"spec\":{\"replicas\":4}}");
    works(
        "patch",
        "deploy",
        "web",
        "-n",
        "shop",
        "--type=merge",
        "-p",
        "{\"spec\":{\"replicas\":5}}");
    works(
        "patch",
        "deploy",
        "web",
        "-n",
        "shop",
        "--type=json",
        "-p",
        "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":5},"
            + "{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":2}]");
    assertThat(works("get", "deploy", "web", "-n", "shop", "-o", "jsonpath={.spec.replicas}"))
        .isEqualTo("2");
  }

  @Test
  void objects_are_created_applied_and_deleted() throws Exception {
    works("create", "namespace", "lab");
    works("create", "configmap", "settings", "--from-literal=a=b", "-n", "lab");
    works("create", "secret", "generic", "password", "--from-literal=p=q", "-n", "lab");
    works("create", "deployment", "box", "--image=busybox", "--replicas=2", "-n", "lab");
    assertThat(works("get", "deploy", "box", "-n", "lab", "-o", "wide")).contains("busybox");
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: one, namespace: lab, labels: {app: one}}
        spec: {containers: [{name: c, image: "busybox:1"}]}
        """;
    assertThat(kubectl.with(manifest, "create", "-f", "-").out()).contains("pod/one created");
    assertThat(kubectl.with(manifest, "create", "-f", "-").err()).contains("already exists");
    String changed = manifest.replace("busybox:1", "busybox:2");
    assertThat(kubectl.with(changed, "apply", "-f", "-").out()).contains("pod/one configured");
    assertThat(kubectl.with(changed, "apply", "-f", "-").out()).contains("pod/one unchanged");
    assertThat(works("delete", "pod", "one", "-n", "lab")).contains("deleted");
    assertThat(works("delete", "cm", "settings", "-n", "lab")).contains("deleted");
    assertThat(fails("get", "pod", "one", "-n", "lab")).contains("pods \"one\" not found");
  }

  @Test
  void logs_are_read_and_followed() throws Exception {
    assertThat(works("logs", "web-1", "-n", "shop")).isEqualTo("first\nsecond\n");
    assertThat(works("logs", "web-1", "-n", "shop", "--tail=1", "--timestamps"))
        .isEqualTo("2026-03-01T10:00:00Z second\n");
    assertThat(works("logs", "web-1", "-n", "shop", "-f")).endsWith("third\n");
    assertThat(fails("logs", "web-1", "-n", "shop", "-c", "nope"))
        .contains("container nope is not valid for pod web-1");
  }

  @Test
  void rights_are_told_and_enforced() throws Exception {
    assertThat(works("auth", "can-i", "list", "secrets")).isEqualTo("yes\n");
    assertThat(works("auth", "whoami")).contains("admin", "system:masters");
    Kubectl.Ended denied =
        kubectl.run("--context", "practice-restricted", "auth", "can-i", "list", "secrets");
    assertThat(denied.status()).isEqualTo(1);
    assertThat(denied.out()).isEqualTo("no\n");
    assertThat(fails("--context", "practice-restricted", "get", "secrets", "-A"))
        .contains("secrets is forbidden: User \"responder\" cannot list resource \"secrets\"");
    assertThat(works("--context", "practice-restricted", "auth", "can-i", "--list"))
        .contains("pods/log");
  }

  @Test
  void a_watch_shows_what_changes_until_it_ends() throws Exception {
    assertThat(works("get", "nodes", "-w", "--request-timeout=2s")).contains("node-a", "node-b");
  }

  @Test
  void a_wait_ends_when_the_condition_comes_true() throws Exception {
    Cancellable later =
        practice.clock.after(
            Duration.ofSeconds(1),
            () ->
                practice.store.update(
                    ResourceTypes.NAMESPACES,
                    "",
                    "default",
                    tree -> {
                      Json.child(Json.child(tree, "metadata"), "labels").put("ready", "yes");
                      return tree;
                    }));
    practice.clock.advance(Duration.ofSeconds(1));
    later.cancel();

    assertThat(
            works(
                "wait",
                "ns/default",
                "--for=jsonpath={.metadata.labels.ready}=yes",
                "--timeout=20s"))
        .contains("condition met");
  }

  @Test
  void refusals_come_in_the_words_of_a_real_server() throws Exception {
    assertThat(fails("get", "pods", "nope", "-n", "shop"))
        .isEqualTo("Error from server (NotFound): pods \"nope\" not found\n");
    assertThat(fails("get", "--raw", "/api/v1/foos"))
        .contains("the server could not find the requested resource");
    assertThat(fails("run", "x", "--image=y", "-n", "nope"))
        .contains("namespaces \"nope\" not found");
    assertThat(fails("--token=guess", "--client-certificate=", "get", "pods")).isNotEmpty();
  }
}
