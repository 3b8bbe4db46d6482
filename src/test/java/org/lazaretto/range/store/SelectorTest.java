package org.lazaretto.range.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lazaretto.range.store.Objects.json;
import static org.lazaretto.range.store.Objects.pod;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.range.clock.SteppedClock;

class SelectorTest {
  private static final Map<String, String> LABELS =
      Map.of("app", "web", "tier", "front", "rank", "7", "example.com/zone", "a", "empty", "");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web | true",
        "app==web,tier=front | true",
        "app!=web | false",
        "missing!=web | true",
        "app in (api, web) | true",
        "app notin (api,web) | false",
        "missing notin (x) | true",
        "app | true",
        "!app | false",
        "! missing | true",
        "example.com/zone in (a),rank>6 | true",
        "rank<7 | false",
        "empty= | true",
        "empty in () | true",
        "app=web,!quarantine | true",
      })
  void labels_are_selected_as_a_real_server_does(String query, boolean selected) {
    assertThat(LabelSelector.parse(query).matches(LABELS)).isEqualTo(selected);
  }

  @Test
  void an_empty_query_selects_everything() {
    assertThat(LabelSelector.parse("").matches(Map.of())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "app in web | unable to parse requirement: found 'web' expected: '('",
        "app in (web | unable to parse requirement: found '', expected: ',' or ')'",
        "app web | unable to parse requirement: found 'web', expected: in, notin, =, ==, !=, gt, lt",
        "=web | found '=', expected: !, identifier, or 'end of string'",
        "app=web,,x | found ',', expected: identifier after ','",
        "a>b | unable to parse requirement: values[0][a]: Invalid value: \"b\": for 'Gt', 'Lt' operators, the value must be an integer",
      })
  void a_selector_that_cannot_be_read_is_refused_with_the_reason(String query, String message) {
    assertThatThrownBy(() -> LabelSelector.parse(query))
        .hasMessage(message)
        .isInstanceOfSatisfying(ApiProblem.class, p -> assertThat(p.code()).isEqualTo(400));
  }

  @Test
  void a_wrong_key_or_value_is_refused() {
    assertThatThrownBy(() -> LabelSelector.parse("-a=b"))
        .hasMessageContaining("key: Invalid value: \"-a\": name part must consist of");
    assertThatThrownBy(() -> LabelSelector.parse("a=" + "x".repeat(64)))
        .hasMessageContaining("a valid label must be an empty string or consist of");
  }

  @Test
  void a_selector_object_combines_labels_and_expressions() {
    LabelSelector selector =
        LabelSelector.of(
            json(
                "{'matchLabels':{'app':'web'},'matchExpressions':[{'key':'tier','operator':'In','values':['front']},{'key':'x','operator':'DoesNotExist'}]}"));

    assertThat(selector.matches(LABELS)).isTrue();
    assertThat(selector.matches(Map.of("app", "web"))).isFalse();
  }

  @Test
  void a_missing_selector_object_selects_nothing_and_an_empty_one_everything() {
    assertThat(LabelSelector.of(json("{}").path("selector")).matches(LABELS)).isFalse();
    assertThat(LabelSelector.of(json("{}")).matches(LABELS)).isTrue();
    assertThat(LabelSelector.ofMap(json("{}")).matches(LABELS)).isFalse();
  }

  @Test
  void an_unknown_operator_selects_nothing() {
    LabelSelector selector =
        LabelSelector.of(json("{'matchExpressions':[{'key':'tier','operator':'Near'}]}"));

    assertThat(selector.matches(LABELS)).isFalse();
  }

  @Test
  void fields_are_selected_by_value_and_by_its_opposite() {
    Stored pod =
        Objects.store(new SteppedClock(Objects.START)).create(ResourceTypes.PODS, pod("a"));

    assertThat(fields("spec.nodeName=node-a,status.phase!=Failed").matches(pod)).isTrue();
    assertThat(fields("metadata.name==a,metadata.namespace=shop").matches(pod)).isTrue();
    assertThat(fields("spec.nodeName!=node-a").matches(pod)).isFalse();
    assertThat(fields("").matches(pod)).isTrue();
    assertThat(fields("spec.hostNetwork=false").matches(pod)).isTrue();
    assertThat(fields("spec.nodeName=node-a").demanded("spec.nodeName")).contains("node-a");
  }

  private static FieldSelector fields(String query) {
    return FieldSelector.parse(ResourceTypes.PODS, query);
  }

  @Test
  void a_field_that_cannot_be_selected_by_is_refused() {
    assertThatThrownBy(() -> fields("spec.priority=1"))
        .hasMessage("field label not supported: spec.priority");
    assertThatThrownBy(() -> FieldSelector.parse(ResourceTypes.DEPLOYMENTS, "status.phase=x"))
        .hasMessageContaining("is not a known field selector");
    assertThatThrownBy(() -> fields("nonsense"))
        .hasMessage("invalid selector: 'nonsense'; can't understand 'nonsense'");
  }
}
