package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** The order of the wizards by command line, over HTTPS against the range. */
class OrderCommandTest {
  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private static String suspect = "";
  private final Terminal terminal = new Terminal();

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

  private Result order(String... more) {
    String[] words = {
      "plan", "order", "--kubeconfig", world.kubeconfig().toString(), "--suspect", suspect
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return terminal.run(all);
  }

  @Test
  void four_orders_are_printed_with_answers_and_price() {
    Result result = order();

    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(result.out())
        .contains("Is harm going on now?")
        .contains("proposed: quiet.")
        .contains("* quiet")
        .contains("stop-the-harm")
        .contains("race-the-clock")
        .contains("api-only")
        .contains("price: ");
  }

  @Test
  void the_responders_answer_leads_to_another_order_in_one_document() throws Exception {
    Result result = order("--answer", "harm=yes", "--json");
    JsonNode document = new ObjectMapper().readTree(result.out());

    assertThat(document.path("proposed").asText()).isEqualTo("stop-the-harm");
    assertThat(document.path("answers").path(0).path("given").asBoolean()).isTrue();
    assertThat(document.path("orders").size()).isEqualTo(4);
  }

  @Test
  void a_choice_is_journalled_in_a_case_that_verifies() throws Exception {
    String place = folder.resolve("chosen").toString();

    Result result = order("--choose", "quiet", "--case", place, "--reason", "nobody is in yet");
    Result shown = terminal.run("case", "show", place);

    assertThat(result.status()).as(result.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(shown.status()).isEqualTo(ExitStatus.HOLDS);
    assertThat(shown.out()).contains("order chosen: quiet (proposed: quiet)");
    String out = folder.resolve("report").toString();
    assertThat(terminal.run("report", place, "--format", "md", "--out", out).status())
        .isEqualTo(ExitStatus.HOLDS);
    assertThat(reports(Path.of(out)))
        .contains("chosen by")
        .contains("Proposed was quiet.")
        .contains("nobody is in yet")
        .contains("- price shown: About");
  }

  @Test
  void a_choice_without_a_case_and_an_unknown_order_are_wrong_usage() {
    assertThat(order("--choose", "quiet").status()).isEqualTo(ExitStatus.USAGE);
    assertThat(order("--choose", "loud", "--case", folder.resolve("x").toString()).status())
        .isEqualTo(ExitStatus.USAGE);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private static String reports(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
