package org.lazaretto.range.cluster.object;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.range.cluster.node.PodAddresses;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.LabelSelector;

class ObjectShapesTest {
  private static ObjectNode json(String text) {
    return Json.object(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "100m, 100, 1",
    "2, 2000, 2",
    "1.5, 1500, 2",
    "64Mi, 67108864000, 67108864",
    "1Gi, 1073741824000, 1073741824",
    "2k, 2000000, 2000",
    "nonsense, 0, 0",
    "'', 0, 0",
    "12Xi, 0, 0"
  })
  void amounts_are_read_as_the_api_writes_them(String text, long thousandths, long whole) {
    assertThat(Quantity.thousandths(text)).isEqualTo(thousandths);
    assertThat(Quantity.whole(text)).isEqualTo(whole);
  }

  @Test
  void a_selector_takes_labels_and_expressions_together() {
    LabelSelector selector =
        LabelSelector.of(
            json(
                "{'matchLabels':{'app':'web'},'matchExpressions':[{'key':'tier','operator':'NotIn','values':['test']},{'key':'held','operator':'DoesNotExist'}]}"));
    assertThat(selector.matches(Map.of("app", "web"))).isTrue();
    assertThat(selector.matches(Map.of("app", "web", "tier", "test"))).isFalse();
    assertThat(selector.matches(Map.of("app", "web", "held", "yes"))).isFalse();
    assertThat(selector.matches(Map.of())).isFalse();
  }

  @Test
  void an_absent_selector_selects_nothing_and_an_empty_one_everything() {
    assertThat(LabelSelector.of(json("{}").path("selector")).matches(Map.of())).isFalse();
    assertThat(LabelSelector.of(json("{}")).matches(Map.of("a", "b"))).isTrue();
    assertThat(LabelSelector.ofMap(json("{}")).matches(Map.of("a", "b"))).isFalse();
  }

  @Test
  void names_follow_from_their_seed() {
    assertThat(new Names(4).suffix()).isEqualTo(new Names(4).suffix()).hasSize(5);
    assertThat(new Names(4).suffix()).isNotEqualTo(new Names(5).suffix());
    assertThat(Names.hash("a template", 10)).matches("[a-z0-9]{10}");
  }

  @Test
  void a_condition_moves_its_time_only_with_its_status() {
    ObjectNode pod = Tree.object();
    Instant first = Instant.parse("2026-03-01T10:00:00Z");
    Conditions.set(pod, Conditions.Condition.of("Ready", false, "Why", "because"), first);
    Conditions.set(
        pod, Conditions.Condition.of("Ready", false, "Else", "so"), first.plusSeconds(5));
    assertThat(pod.at("/status/conditions/0/lastTransitionTime").asText())
        .isEqualTo("2026-03-01T10:00:00Z");
    assertThat(pod.at("/status/conditions/0/reason").asText()).isEqualTo("Else");
    Conditions.set(pod, Conditions.Condition.of("Ready", true), first.plusSeconds(9));
    assertThat(pod.at("/status/conditions/0/lastTransitionTime").asText())
        .isEqualTo("2026-03-01T10:00:09Z");
    assertThat(Conditions.holds(pod, "Ready")).isTrue();
  }

  @Test
  void every_node_of_a_large_cluster_has_pod_addresses_of_its_own() {
    long blocks =
        java.util.stream.IntStream.range(0, 1000)
            .mapToObj(i -> new NodeObjects.Place(i, "eu-central-1", "eu-central-1a", "g"))
            .map(place -> PodAddresses.block(place.address()))
            .distinct()
            .count();
    assertThat(blocks).isEqualTo(1000);
  }

  @Test
  void the_record_of_who_set_what_names_list_elements_by_their_keys() {
    ObjectNode pod =
        json(
            "{'metadata':{'labels':{'app':'web'}},'spec':{'nodeName':'n','containers':[{'name':'main','image':'i'}]},'status':{'phase':'Running'}}");
    ManagedFields.add(pod, Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(pod.at("/metadata/managedFields")).hasSize(2);
    ObjectNode fields = (ObjectNode) pod.at("/metadata/managedFields/0/fieldsV1/f:spec");
    assertThat(fields.has("f:nodeName")).isFalse();
    assertThat(fields.path("f:containers").has("k:{\"name\":\"main\"}")).isTrue();
    assertThat(pod.at("/metadata/managedFields/1/subresource").asText()).isEqualTo("status");
  }
}
