package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.range.cluster.node.Statuses;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.ContainerDoor;
import org.lazaretto.range.http.ContainerDoor.Ending;
import org.lazaretto.range.http.ContainerDoor.Errand;
import org.lazaretto.range.store.ResourceTypes;

/** Exec, attach and a container's own command, on a clock that is stepped by hand. */
class ContainersFromInsideTest {
  private final TestCluster cluster = TestCluster.of(1);
  private final Heard heard = new Heard();

  @BeforeEach
  void aPodRuns() {
    cluster.pod(
        "one",
        "{'containers':[{'name':'main','image':'bare:1','env':[{'name':'A','value':'b'}]}]}");
    cluster.pass();
  }

  /** What a client hears. */
  private static final class Heard implements ContainerDoor.Client {
    private final StringBuilder text = new StringBuilder();
    private Optional<Ending> ending = Optional.empty();

    @Override
    public synchronized void out(byte[] bytes) {
      text.append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void err(byte[] bytes) {
      out(bytes);
    }

    @Override
    public synchronized void end(Ending how) {
      ending = Optional.of(how);
    }

    String fresh() {
      String all = text.toString();
      text.setLength(0);
      return all;
    }
  }

  private ContainerDoor.Visit enter(boolean stdin, boolean tty, String... command) {
    Optional<List<String>> words =
        command.length == 0 ? Optional.empty() : Optional.of(List.of(command));
    return cluster
        .cluster
        .door()
        .enter(
            cluster.find(ResourceTypes.PODS, "one").orElseThrow(),
            new Errand("main", words, stdin, tty),
            heard);
  }

  private static byte[] typed(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void hasEnded(int code) {
    assertThat(heard.ending).contains(new Ending.Exited(code));
  }

  @Test
  void a_command_ends_when_its_time_has_passed() {
    enter(false, false, "sh", "-c", "echo $A; sleep 5; exit 3");
    assertThat(heard.ending).isEmpty();
    cluster.pass(Duration.ofSeconds(6));
    assertThat(heard.fresh()).isEqualTo("b\n");
    hasEnded(3);
  }

  @Test
  void waiting_for_an_answer_that_does_not_come_is_cut_short() {
    enter(false, false, "nc", "-z", "-w", "60", "203.0.113.1", "80");
    cluster.pass(Duration.ofSeconds(3));
    assertThat(heard.fresh()).isEqualTo("nc: timed out\n");
    hasEnded(1);
  }

  @Test
  void a_shell_on_a_terminal_echoes_prompts_and_takes_lines_apart() {
    ContainerDoor.Visit visit = enter(true, true, "sh");
    assertThat(heard.fresh()).isEqualTo("/ # ");
    visit.input(typed("pwdx\u007f\r"));
    assertThat(heard.fresh()).isEqualTo("pwdx\b \b\r\n/\r\n/ # ");
    visit.input(typed("for i in 1 2; do\r"));
    assertThat(heard.fresh()).endsWith("\r\n> ");
    visit.input(typed("echo $i; done\r"));
    assertThat(heard.fresh()).endsWith("1\r\n2\r\n/ # ");
    visit.resize(100, 40);
    visit.input(typed("exit 6\r"));
    hasEnded(6);
  }

  @Test
  void a_running_command_is_interrupted_and_lines_wait_for_its_end() {
    ContainerDoor.Visit visit = enter(true, true, "sh");
    visit.input(typed("sleep 100\r"));
    visit.input(new byte[] {3});
    assertThat(heard.fresh()).endsWith("^C\r\n/ # ");
    visit.input(typed("sleep 3\recho late\r"));
    assertThat(heard.fresh()).doesNotContain("late\r\n/");
    cluster.pass(Duration.ofSeconds(4));
    assertThat(heard.fresh()).endsWith("late\r\n/ # ");
    visit.input(new byte[] {4});
    hasEnded(0);
  }

  @Test
  void a_shell_without_a_terminal_ends_with_its_input() {
    ContainerDoor.Visit visit = enter(true, false, "sh");
    visit.input(typed("echo a\nfal"));
    visit.input(typed("se"));
    visit.inputEnds();
    assertThat(heard.fresh()).isEqualTo("a\n");
    hasEnded(1);
  }

  @Test
  void an_endless_command_ends_with_the_container() {
    enter(false, false, "sleep", "infinity");
    cluster.pass(Duration.ofMinutes(1));
    assertThat(heard.ending).isEmpty();
    ContainerDoor.Visit killer = enter(false, false, "kill", "1");
    killer.leave();
    cluster.pass(Duration.ofSeconds(20));
    hasEnded(137);
    ObjectNode pod = cluster.get(ResourceTypes.PODS, "one");
    assertThat(Tree.number(Statuses.of(pod, "main"), 0, "restartCount")).isEqualTo(1);
  }

  @Test
  void what_was_written_in_a_container_goes_with_it() {
    enter(false, false, "sh", "-c", "echo x > /tmp/kept");
    enter(false, false, "cat", "/tmp/kept");
    assertThat(heard.fresh()).isEqualTo("x\n");
    enter(false, false, "kill", "1");
    cluster.pass();
    enter(false, false, "cat", "/tmp/kept");
    assertThat(heard.fresh()).contains("No such file");
  }

  @Test
  void a_container_that_does_not_run_cannot_be_entered() {
    cluster.pod(
        "done",
        "{'restartPolicy':'Never','containers':[{'name':'main','image':'busybox','command':['true']}]}");
    cluster.pass();
    cluster
        .cluster
        .door()
        .enter(
            cluster.find(ResourceTypes.PODS, "done").orElseThrow(),
            new Errand("main", Optional.of(List.of("ls")), false, false),
            heard);
    assertThat(heard.ending)
        .contains(
            new Ending.Failed("unable to upgrade connection: container not found (\"main\")"));
  }

  @Test
  void a_node_that_is_cut_off_cannot_be_reached() {
    cluster.cluster.cutOff(TestCluster.node(0));
    enter(false, false, "ls", "/a b");
    assertThat(heard.ending)
        .hasValueSatisfying(e ->
            assertThat(e.toString())
                .contains("error sending request: Post \"https://")
                .contains(":10250/exec/shop/one/main?command=ls&command=%2Fa+b&error=1&output=1\"")
                .contains(":10250: i/o timeout"));
  }

  @Test
  void being_with_a_process_is_hearing_it_until_it_ends() {
    enter(true, false);
    cluster.pass();
    assertThat(heard.ending).isEmpty();
    cluster.cluster.crash(cluster.find(ResourceTypes.PODS, "one").orElseThrow().key(), "main", 1);
    cluster.pass();
    hasEnded(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "['true'] => Succeeded",
        "['false'] => Failed",
        "['sh','-c','exit 4'] => Failed",
        "['sleep','2'] => Succeeded",
        "['sleep','3600'] => Running",
        "['nc','-z','-w','2','203.0.113.1','80'] => Failed",
        "['sh'] => Succeeded",
        "['/opt/server'] => Running"
      })
  void a_pod_ends_as_its_command_does(String command, String phase) {
    cluster.pod(
        "probe",
        "{'restartPolicy':'Never','containers':[{'name':'main','image':'busybox:1','command':"
            + command
            + "}]}");
    cluster.pass();
    assertThat(Tree.text(cluster.get(ResourceTypes.PODS, "probe"), "status", "phase"))
        .isEqualTo(phase);
  }

  @Test
  void a_service_keeps_its_image_s_behaviour_under_arguments() {
    cluster.pod(
        "service",
        "{'containers':[{'name':'main','image':'shop/service:1','args':['--verbose']}]}");
    cluster.pass();
    assertThat(Tree.text(cluster.get(ResourceTypes.PODS, "service"), "status", "phase"))
        .isEqualTo("Running");
  }

  @Test
  void an_ephemeral_container_runs_beside_the_others_and_ends_alone() {
    cluster.change(
        ResourceTypes.PODS,
        "one",
        p ->
            Tree.list(Tree.made(p, "spec"), "ephemeralContainers")
                .addObject()
                .put("name", "debug")
                .put("image", "busybox")
                .put("stdin", true)
                .put("targetContainerName", "main"));
    cluster.pass();
    ObjectNode status = Statuses.of(cluster.get(ResourceTypes.PODS, "one"), "debug");
    assertThat(status.path("state").has("running")).isTrue();
    ContainerDoor.Visit visit =
        cluster
            .cluster
            .door()
            .enter(
                cluster.find(ResourceTypes.PODS, "one").orElseThrow(),
                new Errand("debug", Optional.empty(), true, false),
                heard);
    visit.input(typed("ps\nexit\n"));
    assertThat(heard.fresh()).contains("/usr/local/bin/bare", " sh");
    cluster.pass();
    ObjectNode pod = cluster.get(ResourceTypes.PODS, "one");
    assertThat(Statuses.of(pod, "debug").path("state").has("terminated")).isTrue();
    assertThat(Statuses.of(pod, "main").path("state").has("running")).isTrue();
    assertThat(Tree.text(pod, "status", "phase")).isEqualTo("Running");
  }

  @Test
  void where_processes_are_shared_the_first_one_is_the_sandbox() {
    cluster.pod(
        "shared",
        "{'shareProcessNamespace':true,'containers':[{'name':'main','image':'bare:1'},{'name':'side','image':'other:1'}]}");
    cluster.pass();
    Errand errand =
        new Errand("main", Optional.of(List.of("sh", "-c", "ps; kill 1")), false, false);
    cluster
        .cluster
        .door()
        .enter(cluster.find(ResourceTypes.PODS, "shared").orElseThrow(), errand, heard);
    assertThat(heard.fresh())
        .contains("    1 root      0:00 /pause", "  101 root", "/other", "  201 root", "/bare");
    cluster.pass();
    ObjectNode pod = cluster.get(ResourceTypes.PODS, "shared");
    for (String name : new String[] {"main", "side"}) {
      assertThat(Tree.number(Statuses.of(pod, name), 0, "restartCount")).isEqualTo(1);
    }
  }
}
