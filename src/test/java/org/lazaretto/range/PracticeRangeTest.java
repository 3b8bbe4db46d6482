package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.store.ResourceTypes;

class PracticeRangeTest {
  @TempDir private Path folder;

  @Test
  void a_scenario_has_settled_when_it_is_started_because_its_past_has_passed() throws Exception {
    try (PracticeRange range = PracticeRange.start(Wish.scenario("cryptominer-eks", 1, folder))) {
      assertThat(range.awaitSettled(Duration.ofSeconds(10))).isTrue();
      assertThat(range.kubeconfig()).exists();
      assertThat(range.store().list(ResourceTypes.NODES, java.util.Optional.empty())).hasSize(6);
    }
  }

  @Test
  void a_range_may_be_ended_again_when_it_has_ended() throws Exception {
    PracticeRange range = PracticeRange.start(Wish.scenario("cryptominer-eks", 1, folder));
    range.close();

    assertThatCode(range::close).doesNotThrowAnyException();
  }

  @Test
  void the_walkthrough_of_a_running_world_names_the_pod_that_mines() throws Exception {
    try (PracticeRange range = PracticeRange.start(Wish.scenario("cryptominer-eks", 1, folder))) {
      assertThat(range.scenario().walkthrough())
          .extracting(ScenarioInfo.Step::action)
          .containsExactly(
              "mark",
              "freeze",
              "order",
              "cordon",
              "isolate",
              "credentials",
              "evacuate",
              "dispose",
              "recover",
              "report");
      assertThat(range.scenario().walkthrough().getFirst().arguments().get("pod"))
          .matches("shop/payments-[a-z0-9]+-[a-z0-9]{5}");
    }
  }

  @Test
  void pods_have_the_same_names_each_time() throws Exception {
    String first = suspect(folder.resolve("one"));
    assertThat(suspect(folder.resolve("two"))).isEqualTo(first);
  }

  private static String suspect(Path directory) throws Exception {
    Wish wish =
        new Wish(
            new Wish.Place.Named("cryptominer-eks"),
            new Wish.Pace.Stepped(new SteppedClock(Instant.parse("2026-03-01T02:53:00Z"))),
            directory);
    try (PracticeRange range = PracticeRange.start(wish)) {
      return String.valueOf(range.scenario().walkthrough().getFirst().arguments().get("pod"));
    }
  }

  @Test
  void every_namespace_holds_the_authority_that_the_kubeconfig_trusts() throws Exception {
    try (PracticeRange range = PracticeRange.start(Wish.scenario("cryptominer-eks", 1, folder))) {
      String kubeconfig = Files.readString(range.kubeconfig());
      assertThat(range.store().list(ResourceTypes.CONFIG_MAPS, java.util.Optional.empty()))
          .filteredOn(map -> map.name().equals("kube-root-ca.crt"))
          .hasSizeGreaterThan(3)
          .allSatisfy(map -> {
            String pem = map.tree().at("/data/ca.crt").asText();
            assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----");
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            assertThat(kubeconfig).contains(Base64.getEncoder().encodeToString(bytes));
          });
    }
  }

  @Test
  void an_unknown_scenario_is_refused_by_naming_those_there_are() {
    assertThatThrownBy(() -> PracticeRange.start(Wish.scenario("no-such-thing", 1, folder)))
        .isInstanceOf(RangeException.class)
        .hasMessageContaining("no-such-thing")
        .hasMessageContaining("cryptominer-eks");
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused_by_name() throws Exception {
    Path file = Files.createFile(folder.resolve("taken"));
    assertThatThrownBy(() -> PracticeRange.start(Wish.scenario("cryptominer-eks", 1, file)))
        .isInstanceOf(RangeException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void the_scenarios_are_listed_with_title_story_and_walkthrough() throws Exception {
    assertThat(PracticeRange.scenarios())
        .anySatisfy(s -> {
          assertThat(s.id()).isEqualTo("cryptominer-eks");
          assertThat(s.title()).isNotBlank();
          assertThat(s.story()).isNotBlank();
          assertThat(s.length()).isEqualTo(Duration.ofMinutes(20));
          assertThat(s.walkthrough()).hasSize(10);
        });
  }

  @Test
  void a_generated_cluster_runs_at_once() throws Exception {
    try (PracticeRange range = PracticeRange.start(Wish.size(10, 200, 2, folder))) {
      assertThat(range.awaitSettled(Duration.ofSeconds(10))).isTrue();
      assertThat(range.store().list(ResourceTypes.PODS, java.util.Optional.empty()))
          .hasSize(200)
          .allSatisfy(p -> assertThat(p.field("status.phase")).contains("Running"))
          .allSatisfy(p -> assertThat(p.json().length).isBetween(5000, 8000));
    }
  }
}
