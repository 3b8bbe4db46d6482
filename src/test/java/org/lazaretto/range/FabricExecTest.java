package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exec as the product's own client library speaks it: version 4, without an end of input. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricExecTest {
  private PracticeRange range;
  private KubernetesClient client;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    range = PracticeRange.start(Wish.scenario("cryptominer-eks", 30, folder));
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(range.kubeconfig().toFile()))
            .build();
  }

  @AfterAll
  void stop() throws Exception {
    if (client != null) {
      client.close();
    }
    if (range != null) {
      range.close();
    }
  }

  private String suspect() {
    String pod = range.scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "");
    return pod.substring(pod.indexOf('/') + 1);
  }

  /** How a command ended. */
  private record Ended(int code, String out, String err) {}

  private Ended exec(String... command) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (ExecWatch watch =
        client
            .pods()
            .inNamespace("shop")
            .withName(suspect())
            .writingOutput(out)
            .writingError(err)
            .exec(command)) {
      int code = watch.exitCode().get(30, TimeUnit.SECONDS);
      return new Ended(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void output_and_exit_code_arrive() throws Exception {
    assertThat(exec("ps", "aux").out()).contains("kworkerd");
    assertThat(exec("sh", "-c", "echo no >&2; exit 3")).isEqualTo(new Ended(3, "", "no\n"));
    assertThat(exec("sha256sum", "/tmp/.x/kworkerd").out()).matches("[0-9a-f]{64}  /tmp.*\n");
  }

  @Test
  void a_secret_that_came_with_the_scenario_holds_a_token_that_is_worth_the_accounts_rights() {
    String kept =
        client.secrets().inNamespace("shop").withName("payments-ci").get().getData().get("token");
    String token = new String(Base64.getDecoder().decode(kept), StandardCharsets.UTF_8);
    Config admin = client.getConfiguration();
    Config robot =
        new ConfigBuilder()
            .withMasterUrl(admin.getMasterUrl())
            .withCaCertData(admin.getCaCertData())
            .withOauthToken(token)
            .build();

    try (KubernetesClient ci = new KubernetesClientBuilder().withConfig(robot).build()) {
      assertThat(ci.configMaps().inNamespace("shop").withName("shop-settings").get().getData())
          .containsEntry("currency", "EUR");
      assertThatThrownBy(() -> ci.pods().inNamespace("shop").list())
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("system:serviceaccount:shop:payments");
    }
  }

  @Test
  void a_missing_command_has_no_exit_code() throws Exception {
    assertThat(exec("bash").code()).isEqualTo(-1);
  }

  @Test
  void a_large_file_arrives_whole() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExecWatch watch =
        client
            .pods()
            .inNamespace("shop")
            .withName(suspect())
            .writingOutput(out)
            .exec("cat", "/tmp/.x/kworkerd")) {
      assertThat(watch.exitCode().get(30, TimeUnit.SECONDS)).isZero();
    }
    assertThat(out.size()).isEqualTo(3145728);
  }

  @Test
  void a_shell_takes_line_after_line() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExecWatch watch =
        client
            .pods()
            .inNamespace("shop")
            .withName(suspect())
            .redirectingInput()
            .writingOutput(out)
            .exec("sh")) {
      OutputStream typed = watch.getInput();
      typed.write("cd /tmp\npwd\nexit 4\n".getBytes(StandardCharsets.UTF_8));
      typed.flush();
      assertThat(watch.exitCode().get(30, TimeUnit.SECONDS)).isEqualTo(4);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/tmp\n");
  }
}
