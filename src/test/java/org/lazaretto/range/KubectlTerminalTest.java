package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real kubectl on a terminal: {@code exec -it}, {@code attach -it}, {@code debug -it}. A small
 * Python program holds the other end of the terminal; without Python the tests are skipped.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTerminalTest {
  /**
   * Takes pairs of what to wait for and what to type; {@code @COLSxROWS} resizes, {@code ?WORDS}
   * are typed until what is waited for next has come.
   */
  private static final String TYPIST =
      """
      import fcntl, os, pty, select, signal, struct, sys, termios, time
      steps = list(zip(sys.argv[2::2], sys.argv[3::2]))
      command = sys.argv[1].split('\\x1f')
      child, fd = pty.fork()
      if child == 0:
          os.execvp(command[0], command)
      heard, said, again, end = b'', b'', b'', time.time() + 60
      def resize(columns, rows):
          fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
          os.kill(child, signal.SIGWINCH)
      while time.time() < end:
          if steps and steps[0][0].encode() in heard:
              heard, word = b'', steps.pop(0)[1]
              again = word[1:].encode() if word.startswith('?') else b''
              if word.startswith('@'):
                  resize(*map(int, word[1:].split('x')))
              else:
                  os.write(fd, again or word.encode())
          ready, _, _ = select.select([fd], [], [], 0.5)
          if again and not ready:
              os.write(fd, again)
          if ready:
              try:
                  chunk = os.read(fd, 65536)
              except OSError:
                  break
              if not chunk:
                  break
              heard += chunk
              said += chunk
      else:
          os.kill(child, signal.SIGKILL)
      sys.stdout.buffer.write(said)
      sys.stdout.flush()
      _, status = os.waitpid(child, 0)
      sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 99)
      """;

  private Kubectl kubectl;
  private PracticeRange range;
  private Path folder;
  private Path typist;

  @BeforeAll
  void theScenarioRuns(@TempDir Path home) throws Exception {
    Kubectl.isNeeded();
    Assumptions.assumeTrue(
        hasPython(), "there is no python3 on the PATH; this test needs it for a terminal");
    folder = home;
    typist = Files.writeString(home.resolve("typist.py"), TYPIST);
    range = PracticeRange.start(Wish.scenario("cryptominer-eks", 30, home));
    kubectl = new Kubectl(range.kubeconfig(), home);
  }

  private static boolean hasPython() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "python3")));
  }

  @AfterAll
  void theScenarioEnds() throws Exception {
    if (range != null) {
      range.close();
    }
  }

  /** How a session on a terminal went. */
  private record Played(int status, String screen) {}

  private Played play(List<String> words, String... steps)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("kubectl", "--kubeconfig", kubectl.kubeconfig().toString()));
    command.addAll(words);
    List<String> whole =
        new ArrayList<>(List.of("python3", typist.toString(), String.join("\u001f", command)));
    whole.addAll(List.of(steps));
    Path out = Files.createTempFile(folder, "screen", ".txt");
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    Process process = builder.redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
      return new Played(process.exitValue(), Files.readString(out));
    } finally {
      process.destroyForcibly();
    }
  }

  private String suspect() {
    String pod = range.scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "");
    return pod.substring(pod.indexOf('/') + 1);
  }

  @Test
  void exec_prompts_echoes_resizes_and_gives_the_exit_status() throws Exception {
    Played played =
        play(
            List.of("exec", "-it", "-n", "shop", suspect(), "--", "sh"),
            "$ ",
            "@121x37",
            "",
            "?stty size\r",
            "37 121",
            "ls /tmp/.x\r",
            "kworkerd",
            "exit 7\r");
    assertThat(played.screen()).contains("stty size\r\n37 121\r\n", "ls /tmp/.x\r\n");
    assertThat(played.screen()).contains("command terminated with exit code 7");
    assertThat(played.status()).isEqualTo(7);
  }

  @Test
  void control_c_breaks_off_a_command_and_control_d_leaves() throws Exception {
    Played played =
        play(
            List.of("exec", "-it", "-n", "shop", suspect(), "--", "sh"),
            "$ ",
            "sleep 100000\r",
            "sleep",
            "\u0003",
            "^C",
            "\u0004");
    assertThat(played.status()).isEqualTo(130);
  }

  @Test
  void attach_finds_the_shell_that_runs_and_leaves_it_when_it_ends() throws Exception {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: box, namespace: shop}
        spec:
          restartPolicy: Never
          containers: [{name: box, image: 'busybox:1.37', stdin: true, tty: true}]
        """;
    kubectl.with(pod, "apply", "-f", "-");
    kubectl.ok("wait", "-n", "shop", "pod/box", "--for=condition=Ready", "--timeout=30s");
    Played played =
        play(
            List.of("attach", "-it", "-n", "shop", "box"),
            "# ",
            "hostname\r",
            "box\r\n",
            "exit 3\r");
    assertThat(played.status()).isZero();
    kubectl.ok(
        "wait",
        "-n",
        "shop",
        "pod/box",
        "--for=jsonpath={.status.containerStatuses[0].state.terminated.exitCode}=3",
        "--timeout=30s");
  }

  @Test
  void a_session_ends_with_its_pod() throws Exception {
    String[] find = {"get", "pods", "-n", "shop", "-l", "app=catalog", "-o", "name"};
    String pod = kubectl.ok(find).lines().findFirst().orElseThrow();
    range
        .clock()
        .after(
            java.time.Duration.ofSeconds(90),
            () ->
                range
                    .store()
                    .delete(
                        org.lazaretto.range.store.ResourceTypes.PODS,
                        "shop",
                        pod.substring(pod.indexOf('/') + 1),
                        org.lazaretto.range.store.Deletion.gracefully()));
    Played played = play(List.of("exec", "-it", "-n", "shop", pod, "--", "sh"));
    assertThat(played.screen()).contains("command terminated with exit code 137");
    assertThat(played.status()).isEqualTo(137);
  }

  @Test
  void debug_brings_a_terminal_beside_the_suspect() throws Exception {
    Played played =
        play(
            List.of(
                "debug",
                "-it",
                "-n",
                "shop",
                suspect(),
                "--image=busybox:1.37",
                "--target=payments"),
            "# ",
            "ps\r",
            "kworkerd",
            "exit\r");
    assertThat(played.screen()).contains("/tmp/.x/kworkerd");
  }
}
