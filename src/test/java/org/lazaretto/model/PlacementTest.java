package org.lazaretto.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static Node node(Taint... taints) {
    return new Node(
        new NodeRef("n", "u"),
        false,
        true,
        List.of(taints),
        Map.of("disk", "ssd"),
        Capacity.NONE,
        new NodeSystem("", "", "", "linux", "amd64", ""));
  }

  private static Placement standing(Toleration... tolerations) {
    return new Placement(Map.of(), List.of(tolerations), Capacity.NONE, false);
  }

  @Test
  void a_taint_keeps_a_pod_away_that_does_not_tolerate_it() {
    Node tainted = node(new Taint("role", "db", "NoSchedule"));
    assertThat(Placement.ANYWHERE.admittedBy(tainted)).isFalse();
    assertThat(standing(new Toleration("role", "Equal", "db", "")).admittedBy(tainted)).isTrue();
    assertThat(standing(new Toleration("role", "Equal", "web", "")).admittedBy(tainted)).isFalse();
  }

  @Test
  void an_empty_key_with_exists_tolerates_everything() {
    Node tainted = node(new Taint("a", "", "NoExecute"), new Taint("b", "", "NoSchedule"));
    assertThat(standing(new Toleration("", "Exists", "", "")).admittedBy(tainted)).isTrue();
  }

  @Test
  void a_taint_that_only_prefers_keeps_nobody_away() {
    assertThat(Placement.ANYWHERE.admittedBy(node(new Taint("a", "", "PreferNoSchedule"))))
        .isTrue();
  }

  @Test
  void a_node_selector_asks_for_every_label() {
    Placement wanting = new Placement(Map.of("disk", "hdd"), List.of(), Capacity.NONE, false);
    assertThat(wanting.admittedBy(node())).isFalse();
  }

  @Test
  void a_selector_expression_has_the_meaning_of_the_api() {
    LabelSelector notCanary =
        new LabelSelector(
            Map.of("app", "web"),
            List.of(new LabelSelector.Expression("track", "NotIn", List.of("canary"))));
    assertThat(notCanary.matches(Map.of("app", "web"))).isTrue();
    assertThat(notCanary.matches(Map.of("app", "web", "track", "canary"))).isFalse();
    assertThat(LabelSelector.of(Map.of()).matches(Map.of("x", "y"))).isTrue();
  }
}
