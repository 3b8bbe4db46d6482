package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;

class ScenarioReaderTest {
  private static final String GOOD =
      """
      id: small
      title: A small one
      story: Nothing yet.
      length: 5m
      goals: [Look.]
      cluster: {name: c, version: v1.35.0, platform: EKS, region: eu-central-1, seed: 1, age: 2m}
      nodes:
        - {group: g, zone: eu-central-1a, count: 2, type: m5.large, cpu: 2, memory: 8000, pods: 20}
      namespaces: [shop]
      logs:
        - {name: chat, greeting: [hi], every: 2s, lines: ['{n}']}
      images:
        - {image: 'web:1', logs: chat, ready: 3s}
      workloads:
        - kind: Deployment
          name: web
          namespace: shop
          image: web:1
          replicas: 2
          cpu: 100m
          memory: 64Mi
          port: 8080
          emptyDir: /tmp
      script:
        foothold: {namespace: shop, workload: web, pick: 0}
        acts:
          - {do: restart, at: 1m}
      walkthrough:
        - {do: mark, with: {pod: suspect}}
      """;

  private static Scenario read(String text) throws ScenarioException {
    return ScenarioReader.read("small.yaml", text);
  }

  private static void refused(String from, String to, String... expected) {
    assertThat(GOOD).contains(from);
    assertThatThrownBy(() -> read(GOOD.replace(from, to)))
        .isInstanceOf(ScenarioException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(expected));
  }

  @Test
  void a_good_file_is_read_whole() throws Exception {
    Scenario scenario = read(GOOD);
    assertThat(scenario.briefing().id()).isEqualTo("small");
    assertThat(scenario.briefing().length()).isEqualTo(Duration.ofMinutes(5));
    assertThat(scenario.cluster().age()).isEqualTo(Duration.ofMinutes(2));
    assertThat(scenario.world().nodes()).hasSize(2);
    assertThat(scenario.images()).singleElement().extracting("reference").isEqualTo("web:1");
    assertThat(scenario.script()).isPresent();
    assertThat(scenario.walkthrough().getFirst().arguments()).containsEntry("pod", "suspect");
  }

  @Test
  void a_workload_becomes_the_objects_that_it_stands_for() throws Exception {
    ObjectNode deployment =
        read(GOOD).world().objects().stream()
            .filter(o -> Tree.text(o, "kind").equals("Deployment"))
            .findFirst()
            .orElseThrow();
    assertThat(Tree.number(deployment, 0, "spec", "replicas")).isEqualTo(2);
    assertThat(deployment.at("/spec/template/spec/volumes/0").has("emptyDir")).isTrue();
    assertThat(deployment.at("/spec/template/spec/containers/0/resources/requests/cpu").asText())
        .isEqualTo("100m");
    assertThat(read(GOOD).world().objects())
        .anyMatch(o -> Tree.text(o, "kind").equals("Service"))
        .anyMatch(o -> Tree.text(o, "metadata", "name").equals("kube-system"));
  }

  @Test
  void a_misspelt_key_is_refused_with_its_line_and_the_known_ones() {
    refused("replicas: 2", "relicas: 2", "small.yaml:19:", "unknown key 'relicas'", "replicas");
    refused("title: A small one", "titel: A small one", "small.yaml:1:", "'title' is missing");
    refused("namespaces: [shop]", "namespaces: [shop]\ncolour: red", "small.yaml:10:", "colour");
  }

  @Test
  void a_value_of_the_wrong_kind_is_refused_with_what_was_expected() {
    refused("length: 5m", "length: soon", "small.yaml:4:", "'soon'", "a duration such as 500ms");
    refused("count: 2", "count: two", "small.yaml:8:", "'two'", "a whole number");
    refused("kind: Deployment", "kind: Deploy", "small.yaml:15:", "'Deploy'", "StatefulSet");
    refused("cpu: 100m", "cpu: lots", "small.yaml:20:", "an amount such as 100m");
    refused("goals: [Look.]", "goals: Look.", "small.yaml:5:", "a list for 'goals'");
    refused("{do: mark,", "{do: guess,", "small.yaml:29:", "evacuate");
  }

  @Test
  void a_name_that_leads_nowhere_is_refused_with_those_there_are() {
    refused("logs: chat, ready", "logs: chatter, ready", "small.yaml:13:", "'chatter'", "chat");
    refused(
        "namespace: shop\n    image", "namespace: shpo\n    image", "no namespace 'shpo'", "shop");
  }

  @Test
  void a_key_that_stands_twice_is_refused() {
    refused("title: A small one", "title: A\ntitle: B", "small.yaml:3:", "stands twice");
  }

  @Test
  void what_is_not_yaml_or_nothing_at_all_is_refused_with_its_line() {
    assertThatThrownBy(() -> read("id: [a\ntitle: b"))
        .hasMessageContaining("small.yaml:")
        .hasMessageContaining("not YAML");
    assertThatThrownBy(() -> read("")).hasMessageContaining("small.yaml:1: the file is empty");
    assertThatThrownBy(() -> read("- a\n")).hasMessageContaining("a mapping of keys to values");
  }

  @Test
  void a_manifest_of_a_kind_that_nobody_knows_is_refused() {
    refused(
        "walkthrough:",
        "manifests:\n- {apiVersion: v9, kind: Wombat, metadata: {name: w}}\nwalkthrough:",
        "small.yaml:29:",
        "no kind Wombat of v9");
  }

  @Test
  void every_scenario_that_comes_with_the_program_can_be_read() throws Exception {
    for (String id : Scenarios.ids()) {
      assertThat(Scenarios.load(id).briefing().id()).isEqualTo(id);
    }
  }
}
