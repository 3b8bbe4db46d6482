package org.lazaretto.adapter.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.port.PortException;

class ExecPluginTest {
  private static final String VERSION = "client.authentication.k8s.io/v1";

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final InstantSource clock = () -> now;

  @Test
  void a_plugin_that_is_not_installed_is_named_with_its_hint() throws Exception {
    PortException failure = failure(() -> open("no-such-plugin-anywhere", ""));

    assertThat(failure.kind()).isEqualTo(PortException.Kind.LOCAL);
    assertThat(failure)
        .hasMessageContaining("no-such-plugin-anywhere")
        .hasMessageContaining("cannot be started")
        .hasMessageContaining("Install it with brew.");
  }

  @Test
  void its_token_is_kept_until_it_runs_out() throws Exception {
    plugin(
        "echo run >> runs",
        "n=$(wc -l < runs | tr -d ' ')",
        "echo '{\"apiVersion\":\""
            + VERSION
            + "\",\"status\":{\"token\":\"t-'$n'\","
            + "\"expirationTimestamp\":\"2026-11-21T10:10:00Z\"}}'");
    Credential credential = open("./plugin", "").credential();

    assertThat(credential.authorization()).contains("Bearer t-1");
    now = now.plus(Duration.ofMinutes(9));
    assertThat(credential.authorization()).contains("Bearer t-1");
    now = now.plus(Duration.ofMinutes(1));
    assertThat(credential.authorization()).contains("Bearer t-2");
    assertThat(credential.renewed()).isTrue();
    assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(3);
  }

  @Test
  void it_is_told_about_the_cluster_and_given_its_variables_and_words() throws Exception {
    plugin(
        "echo \"$KUBERNETES_EXEC_INFO\" > info", "echo \"$1 $PROFILE $HOME\" > words", token("t"));
    open("./plugin", "provideClusterInfo: true, args: ['a b'], env: [{name: PROFILE, value: p}]");

    assertThat(folder.resolve("words")).hasContent("a b p /home/eve");
    assertThat(folder.resolve("info"))
        .content()
        .contains("\"apiVersion\":\"" + VERSION + "\"")
        .contains("\"interactive\":false")
        .contains("\"server\":\"https://shop:6443\"");
  }

  @Test
  void a_plugin_that_fails_is_heard_out() throws Exception {
    plugin("echo 'warming up' >&2", "echo 'please sign in first' >&2", "exit 3");

    assertThat(failure(() -> open("./plugin", "")))
        .hasMessageContaining("ended with status 3")
        .hasMessageContaining("please sign in first");
  }

  @Test
  void warnings_beside_the_answer_do_not_spoil_it() throws Exception {
    plugin("echo 'this version is old' >&2", token("t"));

    assertThat(open("./plugin", "").credential().authorization()).contains("Bearer t");
  }

  @Test
  void what_is_no_credential_is_said_without_quoting_it() throws Exception {
    plugin("echo swordfish");
    assertThat(failure(() -> open("./plugin", "")))
        .hasMessageContaining("did not print an ExecCredential");
    plugin("echo '{\"apiVersion\":\"" + VERSION + "\",\"status\":{}}'");
    assertThat(failure(() -> open("./plugin", "")))
        .hasMessageContaining("neither a token nor a certificate");
    plugin("echo '{\"apiVersion\":\"client.authentication.k8s.io/v0\",\"status\":{}}'");
    assertThat(failure(() -> open("./plugin", ""))).hasMessageContaining("another version");
    assertThat(failure(() -> open("./plugin", "")).getMessage()).doesNotContain("swordfish");
  }

  @Test
  void a_plugin_that_wants_a_terminal_is_refused() {
    assertThat(failure(() -> open("./plugin", "interactiveMode: Always")))
        .hasMessageContaining("wants a terminal");
  }

  private static String token(String token) {
    return "echo '{\"apiVersion\":\"" + VERSION + "\",\"status\":{\"token\":\"" + token + "\"}}'";
  }

  private void plugin(String... lines) throws Exception {
    Path script = folder.resolve("plugin");
    String text = "#!/bin/sh\ncd '" + folder + "'\n" + String.join("\n", lines) + "\n";
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private ClusterAccess open(String command, String more) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: shop
            contexts: [{name: shop, context: {cluster: shop, user: eve}}]
            clusters: [{name: shop, cluster: {server: 'https://shop:6443'}}]
            users:
            - name: eve
              user:
                exec: {apiVersion: %s, command: %s, installHint: Install it with brew., %s}
            """
                .formatted(VERSION, command, more));
    ClusterAccess access =
        new AccessReader(
                Map.of("PATH", System.getenv().getOrDefault("PATH", ""), "HOME", "/home/eve"),
                clock)
            .read(Kubeconfig.read(Optional.of(file), Map.of()), Optional.empty());
    access.credential().authorization();
    return access;
  }

  private static PortException failure(ThrowingCallable act) {
    return Optional.ofNullable(catchThrowableOfType(PortException.class, act)).orElseThrow();
  }
}
