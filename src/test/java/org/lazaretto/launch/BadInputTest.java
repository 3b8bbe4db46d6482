package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.json.PlanJson;

/** What a person sees who gives the program something it cannot use. */
class BadInputTest {
  @TempDir Path folder;
  private final Terminal terminal = new Terminal();

  private Path kubeconfig(int port) throws IOException {
    Path file = folder.resolve("kubeconfig");
    Files.writeString(
        file,
        """
        apiVersion: v1
        kind: Config
        current-context: c
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
        contexts: [{name: c, context: {cluster: c, user: u}}]
        users: [{name: u, user: {token: t}}]
        """
            .formatted(port));
    return file;
  }

  private Result plan(Path kubeconfig, String... more) {
    String[] words = {
      "plan", "freeze", "--suspect", "shop/x", "--kubeconfig", kubeconfig.toString()
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return terminal.run(all);
  }

  @Test
  void an_unknown_command_is_wrong_usage() {
    Result result = terminal.run("frobnicate");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("frobnicate").contains("--help");
  }

  @Test
  void a_missing_kubeconfig_is_named() {
    Result result = plan(folder.resolve("nowhere"));
    assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(result.err()).contains("nowhere").contains("Nothing was changed");
  }

  @Test
  void a_malformed_kubeconfig_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("broken"), "{{{ not yaml");
    Result result = plan(file);
    assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(result.err()).contains("broken").doesNotContain("Exception");
  }

  @Test
  void an_unknown_context_is_told_with_those_there_are() throws IOException {
    Result result = plan(kubeconfig(1), "--context", "prod");
    assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(result.err()).contains("prod").contains("c");
  }

  @Test
  void a_dead_server_is_not_reachable_and_nothing_was_changed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Result result = plan(kubeconfig(port));
    assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(result.err()).contains("Nothing was changed");
  }

  @Test
  void a_file_that_is_no_plan_is_wrong_usage() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "hello");
    Result result = apply(file, "f");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("not JSON");
  }

  @Test
  void a_missing_plan_is_wrong_usage() {
    assertThat(apply(folder.resolve("no.json"), "f").status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void what_was_done_by_nobody_or_tomorrow_is_wrong_usage_and_nothing_is_asked()
      throws IOException {
    ClusterSnapshot shop = Clusters.shop().build();
    Request.Cordon cordon =
        new Request.Cordon(List.of(Clusters.miner()), List.of(), Protection.NONE);
    Plan plan = Planned.of(CordonPlanner.plan(shop, cordon));
    Path file = Files.writeString(folder.resolve("plan.json"), PlanJson.write(plan));

    assertThat(done(file, "--by", " ").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(done(file, "--by", "ann", "--at", "2999-01-01T00:00:00Z").status())
        .isEqualTo(ExitStatus.USAGE);
    assertThat(folder.resolve("case")).doesNotExist();
  }

  private Result done(Path plan, String... more) {
    return terminal.run(
        Stream.concat(
                Stream.of(
                    "hand-over",
                    "done",
                    plan.toString(),
                    "S-001",
                    "--kubeconfig",
                    folder.resolve("none").toString(),
                    "--case",
                    folder.resolve("case").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Result apply(Path plan, String fingerprint) {
    return terminal.run(
        "apply",
        plan.toString(),
        "--case",
        folder.resolve("case").toString(),
        "--approve",
        fingerprint);
  }

  @Test
  void an_unknown_scenario_is_told_with_those_there_are() {
    Result result = terminal.run("range", "volcano", "--dir", folder.resolve("r").toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("volcano").contains("cryptominer-eks");
  }

  @Test
  void a_size_that_is_none_is_wrong_usage() {
    Result result =
        terminal.run("range", "--size", "many", "--dir", folder.resolve("r").toString());
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("100x2000");
  }

  @Test
  void a_folder_that_is_no_case_is_left_alone() throws IOException {
    Path other = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(other.resolve("a.txt"), "a");
    assertThat(terminal.run("case", "new", other.toString()).status())
        .isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(terminal.run("case", "verify", other.toString()).status())
        .isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(other).isDirectoryContaining(file -> file.endsWith("a.txt"));
  }

  @Test
  void a_case_of_a_newer_version_is_not_touched() throws IOException {
    Path newer = newCase();
    Path header = newer.resolve("case.json");
    Files.writeString(header, Files.readString(header).replace("\"format\":1", "\"format\":99"));
    byte[] before = Files.readAllBytes(newer.resolve("journal.jsonl"));
    Result result = terminal.run("case", "verify", newer.toString());
    assertThat(result.status()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(result.err()).contains("newer");
    assertThat(newer.resolve("journal.jsonl")).hasBinaryContent(before);
  }

  @Test
  void a_damaged_case_does_not_verify_and_its_report_says_so_on_page_one() throws IOException {
    Path damaged = newCase();
    Path journal = damaged.resolve("journal.jsonl");
    Files.writeString(
        journal,
        Files.readString(journal).replace("\"title\":\"Incident\"", "\"title\":\"Incidemt\""));
    assertThat(terminal.run("case", "verify", damaged.toString()).status())
        .isEqualTo(ExitStatus.FAILED);
    Path out = folder.resolve("report");
    Result report = terminal.run("report", damaged.toString(), "--out", out.toString());
    assertThat(report.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(out.resolve("report.html")).content().contains("chain is damaged");
  }

  private Path newCase() {
    Path made = folder.resolve("case");
    assertThat(terminal.run("case", "new", made.toString()).status()).isZero();
    return made;
  }

  @Test
  void json_gives_one_document_on_standard_output() throws IOException {
    Result result = terminal.run("case", "verify", newCase().toString(), "--json");
    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.path("holds").asBoolean()).isTrue();
  }
}
