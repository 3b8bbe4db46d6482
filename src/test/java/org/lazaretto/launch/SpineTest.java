package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** The whole main job, once, by command line, over HTTPS against the range. */
@TestMethodOrder(OrderAnnotation.class)
class SpineTest {
  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private static String suspect = "";
  private final Terminal terminal = new Terminal();
  private final ObjectMapper json = new ObjectMapper();

  @BeforeAll
  static void a_cluster_in_which_a_pod_mines() throws PortException, InterruptedException {
    MinedShop shop = MinedShop.open(folder);
    world = shop.world();
    suspect = shop.suspect();
  }

  @AfterAll
  static void the_world_ends() {
    world.close();
  }

  private Result plan(String wizard, String... options) {
    String[] words = {
      "plan",
      wizard,
      "--kubeconfig",
      world.kubeconfig().toString(),
      "--out",
      file(wizard).toString(),
      "--suspect",
      suspect
    };
    return terminal.run(join(words, options));
  }

  private Result apply(String wizard, String... options) throws IOException {
    JsonNode plan = json.readTree(Files.readString(file(wizard)));
    String[] words = {
      "apply", file(wizard).toString(), "--kubeconfig", world.kubeconfig().toString(),
      "--case", folder.resolve("case").toString(), "--approve", plan.path("fingerprint").asText()
    };
    return terminal.run(join(words, options));
  }

  private static Path file(String wizard) {
    return folder.resolve(wizard + ".json");
  }

  private static String[] join(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }

  @Test
  @Order(1)
  void an_evacuation_is_not_planned_while_the_node_takes_new_pods() {
    Result result = plan("evacuate");
    assertThat(result.status()).as("%s", result.err()).isEqualTo(ExitStatus.HELD);
  }

  @Test
  @Order(2)
  void the_suspect_is_frozen() throws IOException {
    Result planned = plan("freeze");
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    Result applied = apply("freeze");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
  }

  @Test
  @Order(3)
  void its_node_is_cordoned() throws IOException {
    Result planned = plan("cordon");
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    Result applied = apply("cordon");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
  }

  @Test
  @Order(4)
  void a_plan_for_a_cluster_that_has_changed_is_held() throws IOException {
    Result again = apply("cordon");
    assertThat(again.status()).as("%s", again.err()).isEqualTo(ExitStatus.HELD);
    assertThat(again.err()).contains("has changed");
  }

  @Test
  @Order(5)
  void an_evacuation_that_takes_a_last_replica_is_held_until_it_is_waived() throws IOException {
    Result planned = plan("evacuate", "--empty-dir", "evict");
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(planned.out())
        .containsPattern("workload +pods +evict +restart +drain +taint!")
        .containsPattern("\\* moves \\d+ of \\d+")
        .contains("stays: DaemonSet returns");
    Result held = apply("evacuate");
    assertThat(held.status()).as("%s", held.out() + held.err()).isEqualTo(ExitStatus.HELD);
    assertThat(held.err()).contains("T-44");
  }

  @Test
  @Order(6)
  void the_clean_applications_leave_and_the_suspect_stays() throws IOException {
    Result applied = apply("evacuate", "--waive", "T-44=a short gap is agreed with the shop");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
  }

  @Test
  @Order(7)
  void an_edited_plan_is_held_and_nothing_of_it_is_sent() throws IOException {
    String fingerprint =
        json.readTree(Files.readString(file("cordon"))).path("fingerprint").asText();
    String node =
        json.readTree(Files.readString(file("cordon"))).at("/steps/0/target/name").asText();
    Path edited = folder.resolve("edited.json");
    Files.writeString(edited, Files.readString(file("cordon")).replace(node, "another-node"));
    Result result =
        terminal.run(
            "apply",
            edited.toString(),
            "--kubeconfig",
            world.kubeconfig().toString(),
            "--case",
            folder.resolve("case").toString(),
            "--approve",
            fingerprint);
    assertThat(result.status()).as("%s", result.err()).isEqualTo(ExitStatus.HELD);
    assertThat(result.err()).contains("edited");
  }

  @Test
  @Order(8)
  void a_plan_is_refused_on_another_cluster_and_binds_no_case_to_it()
      throws IOException, PortException {
    PracticeWorlds.Wish wish =
        new PracticeWorlds.Wish(
            "", Optional.of(new PracticeWorlds.Size(1, 2, 0)), folder.resolve("other"), 1);
    String fingerprint =
        json.readTree(Files.readString(file("freeze"))).path("fingerprint").asText();
    try (PracticeWorlds.World other = new LocalWorlds().start(wish)) {
      Path otherCase = folder.resolve("other-case");
      Result result =
          terminal.run(
              "apply",
              file("freeze").toString(),
              "--kubeconfig",
              other.kubeconfig().toString(),
              "--case",
              otherCase.toString(),
              "--approve",
              fingerprint);
      assertThat(result.status()).as("%s", result.err()).isEqualTo(ExitStatus.HELD);
      assertThat(result.err()).contains("T-42");
      assertThat(terminal.run("case", "show", otherCase.toString()).out())
          .doesNotContain(" as system:")
          .contains("held freeze");
    }
  }

  @Test
  @Order(9)
  void the_case_verifies_and_its_report_tells_the_story() throws IOException {
    String caseFolder = folder.resolve("case").toString();
    assertThat(terminal.run("case", "verify", caseFolder).status()).isZero();
    Result report =
        terminal.run("report", caseFolder, "--out", folder.resolve("report").toString());
    assertThat(report.status()).as("%s", report.err()).isZero();
    String html = Files.readString(folder.resolve("report/report.html"));
    assertThat(html).contains(suspect).contains("cordon").doesNotContain("<script");
    assertThat(terminal.run("case", "show", caseFolder).out()).contains("marked " + suspect);
  }
}
