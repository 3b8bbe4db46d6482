package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** Isolates the miner by command line, and proves what was isolated. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolateSpineTest {
  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private static String suspect = "";

  private final Terminal terminal = new Terminal();
  private final ObjectMapper json = new ObjectMapper();

  @BeforeAll
  static void a_cluster_in_which_a_pod_mines() throws PortException, InterruptedException {
    world =
        new LocalWorlds()
            .start(
                new PracticeWorlds.Wish(
                    "cryptominer-eks", Optional.empty(), folder.resolve("range"), 20));
    assertThat(world.awaitSettled(Duration.ofSeconds(60))).isTrue();
    suspect =
        world.scenario().walkthrough().stream()
            .filter(step -> step.action().equals("mark"))
            .map(step -> step.options().getOrDefault("pod", ""))
            .findFirst()
            .orElseThrow();
  }

  @AfterAll
  static void the_world_ends() {
    world.close();
  }

  private Result run(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--kubeconfig", world.kubeconfig().toString()));
    all.addAll(List.of(more));
    return terminal.run(all.toArray(String[]::new));
  }

  private Result apply(String wizard, String... more) throws IOException {
    JsonNode plan = json.readTree(Files.readString(folder.resolve(wizard + ".json")));
    List<String> words =
        new ArrayList<>(List.of("apply", folder.resolve(wizard + ".json").toString()));
    words.addAll(List.of("--case", folder.resolve("case").toString()));
    words.addAll(List.of("--approve", plan.path("fingerprint").asText()));
    words.addAll(List.of(more));
    return run(words);
  }

  private String out(String wizard) {
    return folder.resolve(wizard + ".json").toString();
  }

  @Test
  @Order(1)
  void an_isolation_is_planned_with_its_ways_out_of_services() {
    Result planned =
        run(
            List.of("plan", "isolate", "--suspect", suspect, "--out", out("isolate")),
            "--probe-image",
            "");
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(planned.out()).contains("deny-all").contains("T-05");
  }

  @Test
  @Order(2)
  void every_step_of_it_is_proven() throws IOException {
    Result applied = apply("isolate");
    assertThat(applied.status())
        .as("%s", applied.out() + applied.err())
        .isEqualTo(ExitStatus.HOLDS);
  }
}
