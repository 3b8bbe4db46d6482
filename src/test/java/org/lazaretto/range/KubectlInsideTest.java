package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Live response with the real kubectl: the miner is found from inside its container. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlInsideTest {
  private Kubectl kubectl;
  private PracticeRange range;
  private Path folder;

  @BeforeAll
  void theScenarioRuns(@TempDir Path home) throws Exception {
    Kubectl.isNeeded();
    folder = home;
    range = PracticeRange.start(Wish.scenario("cryptominer-eks", 30, home));
    kubectl = new Kubectl(range.kubeconfig(), home);
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

  private Kubectl.Ended exec(String pod, String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of("exec", "-n", "shop", pod, "--"));
    words.addAll(List.of(command));
    return kubectl.run(words.toArray(String[]::new));
  }

  private String sh(String pod, String line) throws Exception {
    Kubectl.Ended ended = exec(pod, "sh", "-c", line);
    return ended.out() + ended.err();
  }

  @Test
  void the_miner_is_found_by_what_a_responder_types() throws Exception {
    assertThat(exec(suspect(), "ps", "aux").out()).contains("node /app/server.js", "kworkerd");
    assertThat(exec(suspect(), "ls", "-la", "/tmp").out()).contains(" .x");
    assertThat(exec(suspect(), "cat", "/proc/32/cmdline").out()).startsWith("/tmp/.x/kworkerd\0-c");
    assertThat(exec(suspect(), "ss", "-tnp").out().lines())
        .anyMatch(
            l -> l.startsWith("ESTAB") && l.contains("198.51.100.77:3333 users:((\"kworkerd\""));
    assertThat(sh(suspect(), "sha256sum /tmp/.x/kworkerd | cut -c1-64")).hasSize(65);
    assertThat(sh(suspect(), "cat /tmp/.x/c.json")).contains("pool.gulf-moon.example:3333");
    assertThat(exec(suspect(), "hostname").out()).isEqualTo(suspect() + "\n");
  }

  @Test
  void exit_codes_and_missing_programs_are_told_as_a_real_cluster_does() throws Exception {
    assertThat(exec(suspect(), "sh", "-c", "exit 7").status()).isEqualTo(7);
    assertThat(exec(suspect(), "sh", "-c", "nosuch").status()).isEqualTo(127);
    Kubectl.Ended missing = exec(suspect(), "bash");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err())
        .contains("OCI runtime exec failed: exec failed: unable to start container process:")
        .contains("exec: \"bash\": executable file not found in $PATH");
  }

  @Test
  void input_is_read_by_a_shell_and_by_programs() throws Exception {
    Path script = Files.writeString(folder.resolve("script"), "cd /tmp\npwd\nexit 5\n");
    Kubectl.Ended ended =
        kubectl.reading(script, "exec", "-i", "-n", "shop", suspect(), "--", "sh");
    assertThat(ended.out()).isEqualTo("/tmp\n");
    assertThat(ended.status()).isEqualTo(5);
    assertThat(
            kubectl.reading(script, "exec", "-i", "-n", "shop", suspect(), "--", "wc", "-l").out())
        .isEqualTo("3\n");
  }

  @Test
  void a_file_is_copied_out_byte_for_byte() throws Exception {
    kubectl.ok("cp", "shop/" + suspect() + ":/tmp/.x/kworkerd", folder + "/kworkerd");
    byte[] bytes = Files.readAllBytes(folder.resolve("kworkerd"));
    assertThat(bytes).hasSize(3145728);
    String hash =
        java.util.HexFormat.of()
            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(sh(suspect(), "sha256sum /tmp/.x/kworkerd")).startsWith(hash);
  }

  @Test
  void a_distroless_container_is_debugged_from_a_container_beside_it() throws Exception {
    String pod =
        kubectl
            .ok("get", "pods", "-n", "kube-system", "-l", "app=metrics-server", "-o", "name")
            .lines()
            .findFirst()
            .orElseThrow();
    Kubectl.Ended none = kubectl.run("exec", "-n", "kube-system", pod, "--", "sh");
    assertThat(none.err()).contains("exec: \"sh\": executable file not found in $PATH");
    Path script =
        Files.writeString(folder.resolve("look"), "ps\ncd /proc/1/root\nls usr/local/bin\n");
    Kubectl.Ended debugged =
        kubectl.reading(
            script,
            "debug",
            "-i",
            "-n",
            "kube-system",
            pod,
            "--image=busybox:1.37",
            "--target=metrics-server",
            "-c",
            "debugger",
            "--",
            "sh");
    assertThat(debugged.out()).contains("/usr/local/bin/metrics-server").contains("sh");
    assertThat(kubectl.run("exec", "-n", "kube-system", pod, "-c", "debugger", "--", "ps").err())
        .contains("container not found (\"debugger\")");
  }

  @Test
  void killing_the_first_process_restarts_the_container_and_keeps_its_log() throws Exception {
    String pod =
        kubectl
            .ok("get", "pods", "-n", "shop", "-l", "app=catalog", "-o", "name")
            .lines()
            .findFirst()
            .orElseThrow();
    assertThat(exec(pod, "sh", "-c", "echo x > /tmp/kept; kill 1").status()).isIn(0, 137);
    kubectl.ok(
        "wait",
        "-n",
        "shop",
        pod,
        "--for=jsonpath={.status.containerStatuses[0].restartCount}=1",
        "--timeout=30s");
    kubectl.ok("wait", "-n", "shop", pod, "--for=condition=Ready", "--timeout=30s");
    assertThat(exec(pod, "cat", "/tmp/kept").status()).isEqualTo(1);
    assertThat(kubectl.ok("logs", "-n", "shop", "-p", pod)).contains("request id=");
    assertThat(
            kubectl.ok(
                "get",
                "-n",
                "shop",
                pod,
                "-o",
                "jsonpath={.status.containerStatuses[0].lastState.terminated.exitCode}"))
        .isEqualTo("143");
  }

  @Test
  void attaching_hears_the_process() throws Exception {
    assertThat(kubectl.writes("INFO", "attach", "-n", "shop", suspect())).isTrue();
  }
}
