package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** What an identity that may look only is told, and that what it is told to ask for is enough. */
class PreflightCommandTest {
  @TempDir static Path folder;
  private static PracticeWorlds.World world;
  private final Terminal terminal = new Terminal();

  @BeforeAll
  static void a_cluster_with_an_identity_that_may_look_only() throws PortException {
    PracticeWorlds.Wish wish =
        new PracticeWorlds.Wish("cryptominer-eks", Optional.empty(), folder.resolve("range"), 20);
    world = new LocalWorlds().start(wish);
  }

  @AfterAll
  static void the_world_ends() {
    world.close();
  }

  private Result restricted(String... more) {
    List<String> words = new ArrayList<>(List.of("preflight"));
    words.addAll(List.of(more));
    words.addAll(List.of("--kubeconfig", world.kubeconfig().toString()));
    words.addAll(List.of("--context", context()));
    return terminal.run(words.toArray(String[]::new));
  }

  private static String context() {
    try {
      String text = Files.readString(world.kubeconfig());
      return new YAMLMapper().readTree(text).path("contexts").path(1).path("name").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_is_missing_can_be_pasted_and_is_enough() throws Exception {
    Result before = restricted("cordon", "--json");
    String yaml = new ObjectMapper().readTree(before.out()).path("missing").asText();

    assertThat(before.status()).as(before.err()).isEqualTo(ExitStatus.UNAVAILABLE);
    assertThat(yaml).contains("kind: ClusterRole\n").contains("\"nodes\"").contains("\"patch\"");

    granted(yaml);

    Result after = restricted("cordon");
    assertThat(after.status()).as(after.out() + after.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(after.out()).contains("observe: allowed").contains("cordon: allowed");
  }

  /** By whoever may grant it. */
  private static void granted(String yaml) throws IOException {
    Config config = Config.fromKubeconfig(Files.readString(world.kubeconfig()));
    try (KubernetesClient admin = new KubernetesClientBuilder().withConfig(config).build()) {
      admin.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).create();
    }
  }

  @Test
  void every_wizard_has_its_row_with_a_verdict() {
    Result all = terminal.run("preflight", "--kubeconfig", world.kubeconfig().toString());

    assertThat(all.status()).as(all.out() + all.err()).isEqualTo(ExitStatus.HOLDS);
    assertThat(all.out())
        .contains("observe: allowed")
        .contains("freeze: allowed")
        .contains("isolate: allowed")
        .contains("evacuate: allowed")
        .contains("recover: allowed");
    assertThat(all.out()).doesNotContain("ClusterRole\n");
  }
}
