package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptReaderTest {
  private static final String HEAD =
      """
      id: small
      title: A small one
      story: Nothing yet.
      length: 5m
      cluster: {name: c, version: v1.35.0, platform: EKS, region: eu-central-1, seed: 1}
      nodes:
        - {group: g, zone: eu-central-1a, count: 2, type: m5.large, cpu: 2, memory: 8000, pods: 20}
      script:
        foothold: {namespace: default, workload: web, pick: 0}
        acts:
      """;

  private static Script.Cue cue(String act) throws ScenarioException {
    return ScenarioReader.read("small.yaml", HEAD + "    - " + act + "\n")
        .script()
        .orElseThrow()
        .cues()
        .getFirst();
  }

  @Test
  void an_act_has_its_time() throws Exception {
    assertThat(cue("{do: cutOff, at: 90s, for: 10m}"))
        .isEqualTo(
            new Script.Cue(
                new Script.Trigger.At(Duration.ofSeconds(90)),
                new Script.Act.CutOff(Duration.ofMinutes(10))));
  }

  @Test
  void or_what_the_player_does() throws Exception {
    assertThat(cue("{do: uncordon, when: cordoned, after: 5m}"))
        .isEqualTo(
            new Script.Cue(
                new Script.Trigger.When(Script.Sight.CORDONED, Duration.ofMinutes(5)),
                new Script.Act.Uncordon()));
  }

  @Test
  void not_both() {
    assertThatThrownBy(() -> cue("{do: uncordon, at: 1m, when: cordoned}"))
        .hasMessageContaining("small.yaml:11: an act has 'at' or 'when', not both");
  }

  @Test
  void nor_neither() {
    assertThatThrownBy(() -> cue("{do: uncordon}"))
        .hasMessageContaining("small.yaml:11: 'at' is missing in an act");
  }

  @Test
  void what_nobody_can_notice_is_refused_with_what_can_be() {
    assertThatThrownBy(() -> cue("{do: uncordon, when: asleep}"))
        .hasMessageContaining("'asleep'; expected one of cordoned, footholdGone, suspectGone");
  }

  @Test
  void a_static_pod_needs_containers() {
    assertThatThrownBy(
            () -> cue("{do: staticPod, at: 1m, namespace: a, name: b, manifest: {spec: {}}}"))
        .hasMessageContaining("expected a pod with spec.containers");
  }

  @Test
  void every_word_stands_in_the_documentation() throws Exception {
    String format = Files.readString(Path.of("docs/scenario-format.md"));
    assertThat(ScriptReader.ACTS).allMatch(word -> format.contains("| `" + word + "` |"));
    assertThat(ScriptReader.SIGHTS.keySet())
        .allMatch(word -> format.contains("| `" + word + "` |"));
  }
}
