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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.port.PracticeWorlds;

/** Empties a node by a taint that the suspect stands. */
class ExpelSpineTest {
  @TempDir static Path folder;

  private final Terminal terminal = new Terminal();
  private final ObjectMapper json = new ObjectMapper();

  private Result run(PracticeWorlds.World world, List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--kubeconfig", world.kubeconfig().toString()));
    all.addAll(List.of(more));
    return terminal.run(all.toArray(String[]::new));
  }

  private Result carryOut(
      PracticeWorlds.World world, String suspect, List<String> wizard, String... waivers)
      throws IOException {
    String file = folder.resolve(wizard.getFirst() + ".json").toString();
    List<String> words = new ArrayList<>(List.of("plan"));
    words.addAll(wizard);
    Result planned = run(world, words, "--suspect", suspect, "--out", file);
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    JsonNode plan = json.readTree(Files.readString(Path.of(file)));
    return run(
        world,
        List.of(
            "apply",
            file,
            "--case",
            folder.resolve("case").toString(),
            "--approve",
            plan.path("fingerprint").asText()),
        waivers);
  }

  @Test
  void the_taint_drives_the_clean_pods_away_and_the_suspect_stays() throws Exception {
    PracticeWorlds.Wish wish =
        new PracticeWorlds.Wish("cryptominer-eks", Optional.empty(), folder.resolve("range"), 20);
    try (PracticeWorlds.World world = new LocalWorlds().start(wish)) {
      assertThat(world.awaitSettled(Duration.ofSeconds(60))).isTrue();
      String suspect =
          world.scenario().walkthrough().stream()
              .filter(step -> step.action().equals("mark"))
              .map(step -> step.options().getOrDefault("pod", ""))
              .findFirst()
              .orElseThrow();
      assertThat(carryOut(world, suspect, List.of("freeze")).status()).isZero();
      assertThat(carryOut(world, suspect, List.of("cordon")).status()).isZero();

      Result emptied =
          carryOut(
              world,
              suspect,
              List.of("evacuate", "--method", "taint"),
              "--waive",
              "T-44=a short gap is agreed");

      assertThat(emptied.status())
          .as("%s", emptied.out() + emptied.err())
          .isEqualTo(ExitStatus.HOLDS);
      assertThat(terminal.run("case", "show", folder.resolve("case").toString()).out())
          .contains("so that everything else leaves it");
    }
  }
}
