package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.Kubectl;

/** Exec and attach as kubectl speaks them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlExecTest {
  private PracticeServer practice;
  private Kubectl kubectl;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    Kubectl.isNeeded();
    practice =
        new PracticeServer(
            new ServerParts.Behaviour(Admission.none(), LogSource.silent(), new EchoDoor()));
    kubectl = new Kubectl(practice.kubeconfig(home), home);
  }

  @AfterAll
  void stop() throws IOException {
    if (practice != null) {
      practice.close();
    }
  }

  private Kubectl.Ended exec(String... command) throws Exception {
    String[] words = new String[command.length + 5];
    String[] head = {"exec", "-n", "shop", "web-1", "--"};
    System.arraycopy(head, 0, words, 0, 5);
    System.arraycopy(command, 0, words, 5, command.length);
    return kubectl.run(words);
  }

  @Test
  void a_command_s_output_and_exit_code_are_kubectl_s_own() throws Exception {
    Kubectl.Ended said = exec("say", "hello", "world");
    assertThat(said.out()).isEqualTo("hello world");
    assertThat(said.err()).isEqualTo("and a warning");
    assertThat(said.status()).isZero();
    Kubectl.Ended failed = exec("fail");
    assertThat(failed.status()).isEqualTo(3);
    assertThat(failed.err()).contains("command terminated with exit code 3");
  }

  @Test
  void what_cannot_run_is_an_internal_error() throws Exception {
    Kubectl.Ended failed = exec("nonsense");
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err())
        .contains("Internal error occurred: executable file not found in $PATH");
  }

  @Test
  void a_pod_or_container_that_is_not_there_is_named() throws Exception {
    assertThat(kubectl.run("exec", "-n", "shop", "nope", "--", "say").err())
        .contains("Error from server (NotFound): pods \"nope\" not found");
    assertThat(kubectl.run("exec", "-n", "shop", "web-1", "-c", "db", "--", "say").err())
        .contains("container db is not valid for pod web-1");
  }

  @Test
  void attaching_hears_what_runs() throws Exception {
    assertThat(kubectl.run("attach", "-n", "shop", "web-1").out()).isEqualTo("attached\n");
  }
}
