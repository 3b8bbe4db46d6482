package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.range.net.Cni;
import org.lazaretto.range.shell.Interior;

/** The sections of a scenario about the inside of containers and about the outside. */
class InteriorReaderTest {
  private static final String HEAD =
      """
      id: x
      title: x
      story: x
      length: 5m
      cluster: {name: x, version: v1.35.0, platform: %s, region: eu, seed: 1%s}
      nodes: [{group: g, zone: z, count: 1, type: t, cpu: 2, memory: 8000, pods: 20}]
      outside: [%s]
      images:
        - image: shop:1
          %s
      """;

  private static Scenario read(String inside) throws ScenarioException {
    return ScenarioReader.read("x.yaml", HEAD.formatted("EKS", "", "", inside));
  }

  @Test
  void processes_files_and_sockets_are_read_with_their_defaults() throws Exception {
    Interior interior =
        read("""
        user: {name: node, id: 7}
            processes:
              - {pid: 1, command: node a.js}
              - {pid: 9, command: /tmp/x -v, cpu: 90, after: 8s}
            files: [{path: /tmp/x, mode: '0755', size: 10}, {path: /tmp/d/}]
            sockets: [{listen: 80}, {process: 9, to: 'pool.example:3333'}]\
        """)
            .images()
            .getFirst()
            .interior();
    assertThat(interior.user()).isEqualTo(new Interior.User("node", 7));
    assertThat(interior.hasShell()).isTrue();
    assertThat(interior.processes())
        .containsExactly(
            new Interior.Running(1, 0, "node a.js", "/usr/local/bin/node", 0, Duration.ZERO),
            new Interior.Running(9, 1, "/tmp/x -v", "/tmp/x", 90, Duration.ofSeconds(8)));
    assertThat(interior.files()).extracting(Interior.File::mode).containsExactly(0755, 0755);
    assertThat(interior.sockets())
        .containsExactly(
            new Interior.Connection.Listens(1, 80),
            new Interior.Connection.Connects(9, "pool.example", 3333));
  }

  @Test
  void an_image_says_nothing_of_its_inside_unless_it_does() throws Exception {
    assertThat(read("pull: 1s").images().getFirst().interior()).isEqualTo(Interior.plain());
    assertThat(read("shell: false").images().getFirst().interior().hasShell()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "processes: [{pid: 2, command: a}] => no process has the pid 1",
        "processes: [{pid: 1, command: a}, {pid: 1, command: b}] => the pid 1 is taken",
        "processes: [{pid: 1, command: a, parent: 8}] => no process has the pid 8; expected 0",
        "processes: [{pid: 1, command: a, executable: bin/a}] => expected an absolute path",
        "processes: [{pid: 1}] => 'command' is missing in a process",
        "processes: [{pid: 1, command: a, colour: red}] => unknown key 'colour' in a process",
        "files: [{path: tmp/x}] => expected an absolute path",
        "files: [{path: /tmp/x, mode: 9}] => expected octal digits such as '0755'",
        "files: [{path: /tmp/x, size: 99999999}] => expected at most 4194304 bytes",
        "sockets: [{process: 3, listen: 80}] => no process has the pid 3; expected one of 1",
        "sockets: [{listen: 99999}] => '99999' is no port; expected a number from 1 to 65535",
        "sockets: [{to: nowhere}] => expected HOST:PORT",
        "shell: maybe => expected one of true, false",
        "user: {name: a} => 'id' is missing in the user"
      })
  void what_is_wrong_is_said_with_its_line_and_what_was_expected(String inside, String message) {
    assertThatThrownBy(() -> read(inside))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("x.yaml:10: ")
        .hasMessageContaining(message);
  }

  @Test
  void policies_count_at_once_or_as_late_as_the_file_says() throws Exception {
    assertThat(read("pull: 1s").cluster().wiring().policyDelay()).isZero();
    String slow = HEAD.formatted("GKE", ", policyDelay: 5m", "", "pull: 1s");
    assertThat(ScenarioReader.read("x", slow).under("vpc-cni").cluster().wiring())
        .extracting(w -> w.policyDelay(), w -> w.cni())
        .containsExactly(java.time.Duration.ofMinutes(5), Cni.VPC_CNI);
  }

  @Test
  void the_cni_is_the_platform_s_usual_one_or_the_one_named() throws Exception {
    assertThat(read("pull: 1s").cluster().wiring().cni()).isEqualTo(Cni.VPC_CNI);
    assertThat(
            ScenarioReader.read("x", HEAD.formatted("GKE", "", "", "pull: 1s"))
                .cluster()
                .wiring()
                .cni())
        .isEqualTo(Cni.CALICO);
    assertThat(
            ScenarioReader.read("x", HEAD.formatted("EKS", ", cni: calico", "", "pull: 1s"))
                .cluster()
                .wiring()
                .cni())
        .isEqualTo(Cni.CALICO);
    assertThatThrownBy(
            () -> ScenarioReader.read("x", HEAD.formatted("EKS", ", cni: weave", "", "pull: 1s")))
        .hasMessageContaining("'cni' is 'weave'; expected one of vpc-cni, calico");
    assertThat(read("pull: 1s").under("calico").cluster().wiring().cni()).isEqualTo(Cni.CALICO);
  }

  @Test
  void hosts_outside_have_a_name_an_address_and_ports() throws Exception {
    assertThat(
            ScenarioReader.read(
                    "x",
                    HEAD.formatted(
                        "EKS",
                        "",
                        "{name: pool.example, address: 198.51.100.7, ports: [80, 443]}",
                        "pull: 1s"))
                .cluster()
                .wiring()
                .outside()
                .hosts())
        .singleElement()
        .satisfies(h -> assertThat(h.ports()).containsExactlyInAnyOrder(80, 443));
    assertThatThrownBy(() ->
            ScenarioReader.read(
                "x", HEAD.formatted("EKS", "", "{name: a, address: b, ports: []}", "pull: 1s")))
        .hasMessageContaining("'address' is 'b'");
  }
}
