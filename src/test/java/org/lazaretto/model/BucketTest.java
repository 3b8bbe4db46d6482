package org.lazaretto.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Template;

/** What the snapshot's indices find is what looking through everything would find. */
class BucketTest {
  private static Budget budget(String name, LabelSelector selector) {
    return new Budget(
        ObservedKind.POD_DISRUPTION_BUDGET.ref("a", name, "uid-" + name),
        selector,
        1,
        1,
        1,
        1,
        false);
  }

  private static ServiceEntry service(String name, Map<String, String> selector) {
    return new ServiceEntry(
        ObservedKind.SERVICE.ref("a", name, "uid-" + name), selector, "ClusterIP", "");
  }

  private static ClusterBuilder web() {
    return new ClusterBuilder()
        .node("n1", "z")
        .deployment("a", "web", Template.of("web"), "n1")
        .deployment("b", "web", Template.of("web"), "n1");
  }

  private static Pod pod(ClusterSnapshot snapshot) {
    return snapshot.pod("a", "web-6f7d-1").orElseThrow();
  }

  @Test
  void a_budget_is_found_by_pairs_by_expressions_and_when_it_covers_all() {
    LabelSelector expression =
        new LabelSelector(
            Map.of(), List.of(new LabelSelector.Expression("app", "In", List.of("web", "api"))));
    ClusterSnapshot snapshot =
        web()
            .add(budget("pair", LabelSelector.of(Map.of("app", "web"))))
            .add(budget("all", LabelSelector.of(Map.of())))
            .add(budget("expression", expression))
            .add(budget("two", LabelSelector.of(Map.of("app", "web", "longer-name", "x"))))
            .add(budget("other", LabelSelector.of(Map.of("app", "api"))))
            .build();

    assertThat(snapshot.budgetsOf(pod(snapshot)))
        .extracting(b -> b.object().name())
        .containsExactlyInAnyOrder("pair", "all", "expression");
    assertThat(snapshot.budgetsOf(snapshot.pod("b", "web-6f7d-1").orElseThrow())).isEmpty();
  }

  @Test
  void a_service_is_found_by_name_and_by_what_it_selects() {
    ClusterSnapshot snapshot =
        web()
            .add(service("web", Map.of("app", "web")))
            .add(service("by-hand", Map.of()))
            .add(service("app=web", Map.of("app", "api")))
            .build();

    assertThat(snapshot.servicesOf(pod(snapshot)))
        .extracting(s -> s.object().name())
        .containsExactly("web");
    assertThat(snapshot.service("a", "by-hand")).isPresent();
    assertThat(snapshot.service("a", "app=web")).isPresent();
    assertThat(snapshot.service("b", "web")).isEmpty();
  }

  @Test
  void an_index_that_was_used_does_not_outlive_a_change() {
    ClusterSnapshot before = web().add(service("web", Map.of("app", "web"))).build();
    assertThat(before.servicesOf(pod(before))).hasSize(1);

    ClusterSnapshot more = before.with(List.of(service("second", Map.of("app", "web"))));
    ClusterSnapshot less = more.without(ObservedKind.SERVICE, List.of("uid-web"));

    assertThat(more.servicesOf(pod(more))).hasSize(2);
    assertThat(less.servicesOf(pod(less)))
        .extracting(s -> s.object().name())
        .containsExactly("second");
    assertThat(before.servicesOf(pod(before))).hasSize(1);
  }

  @Test
  void slices_claims_workloads_and_autoscalers_are_found_by_what_they_are_about() {
    ClusterSnapshot snapshot =
        web()
            .service("a", "web")
            .add(new Claim(ObservedKind.PERSISTENT_VOLUME_CLAIM.ref("a", "c", "u"), "v", List.of()))
            .add(
                new Autoscaler(
                    ObservedKind.HORIZONTAL_POD_AUTOSCALER.ref("a", "h", "uid-h"),
                    "Deployment",
                    "web",
                    1,
                    2,
                    ""))
            .build();
    Workload web = snapshot.workload(ObservedKind.DEPLOYMENT, "a", "web").orElseThrow();

    assertThat(snapshot.slicesOf(pod(snapshot))).hasSize(1);
    assertThat(snapshot.claim("a", "c")).isPresent();
    assertThat(snapshot.claim("a", "d")).isEmpty();
    assertThat(snapshot.autoscalersOf(web.object())).hasSize(1);
    assertThat(snapshot.workload(ObservedKind.DEPLOYMENT, "a", "x")).isEmpty();
  }
}
