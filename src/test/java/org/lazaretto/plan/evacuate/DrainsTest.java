package org.lazaretto.plan.evacuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Drain;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.Step;

class DrainsTest {
  private static final Request.Decisions ALL = new Request.Decisions(true, true, true, false);

  private static Plan drained(ClusterBuilder cluster, Map<String, Method> but) {
    Request.Evacuate request =
        new Request.Evacuate(List.of(Clusters.miner()), List.of(), Method.DRAIN, but, ALL);
    return Planned.of(EvacuatePlanner.plan(cluster.build(), request));
  }

  private static List<EvacuateStep.EvictPod> evictions(Plan plan) {
    return plan.steps().stream()
        .filter(EvacuateStep.EvictPod.class::isInstance)
        .map(EvacuateStep.EvictPod.class::cast)
        .toList();
  }

  private static UnaryOperator<Pod> labelled(Map<String, String> more) {
    return pod -> {
      Map<String, String> labels = new HashMap<>(pod.labels());
      labels.putAll(more);
      return new Pod(
          pod.ref(), pod.node(), pod.status(), pod.shape(), pod.controller(), labels, pod.mirror());
    };
  }

  @Test
  void one_line_drains_the_node_and_leaves_out_suspect_and_sibling() {
    Plan plan = drained(Clusters.cordonedShop(), Map.of());
    List<String> lines =
        evictions(plan).stream()
            .map(step -> Cards.of(plan.cluster(), step).command().shell())
            .distinct()
            .toList();

    assertThat(lines)
        .containsExactly(
            "kubectl --context practice drain node-a1 --ignore-daemonsets --delete-emptydir-data"
                + " --force --timeout=10m"
                + " '--pod-selector=!lazaretto.org/quarantine,app notin (checkout)'");
    assertThat(evictions(plan)).hasSizeGreaterThan(3);
  }

  @Test
  void what_goes_by_another_method_is_left_out_of_the_drain() {
    Plan plan = drained(Clusters.cordonedShop(), Map.of("shop/Deployment/web", Method.EVICT));
    Drain drain =
        evictions(plan).stream().flatMap(step -> step.drain().stream()).findFirst().orElseThrow();

    assertThat(drain.selector()).contains("app notin (checkout,web)");
    assertThat(evictions(plan))
        .filteredOn(step -> step.workload().name().equals("web"))
        .allMatch(step -> step.drain().isEmpty());
  }

  @Test
  void the_label_of_the_owner_is_taken_before_any_other() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .pod("shop/checkout-6f7d-1", labelled(Map.of("pod-template-hash", "6f7d")))
            .pod("shop/checkout-6f7d-2", labelled(Map.of("pod-template-hash", "6f7d")));

    assertThat(evictions(drained(shop, Map.of())).getFirst().drain().orElseThrow().selector())
        .isEqualTo("!lazaretto.org/quarantine,pod-template-hash notin (6f7d)");
  }

  @Test
  void what_no_label_tells_apart_is_evicted_singly() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .bare("shop", "twin", Template.of("web"), "node-a1")
            .pod("shop/twin", labelled(Map.of("app", "web")));
    Plan plan = drained(shop, Map.of("shop/Pod/twin", Method.KEEP));

    assertThat(evictions(plan)).isNotEmpty().allMatch(step -> step.drain().isEmpty());
    assertThat(Cards.of(plan.cluster(), evictions(plan).getFirst()).command().shell())
        .contains("/eviction");
  }

  @Test
  void a_label_that_no_server_would_take_never_comes_into_the_line() {
    ClusterBuilder shop =
        Clusters.cordonedShop()
            .pod("shop/checkout-6f7d-1", labelled(Map.of("app", "x) , (y", "b\n", "c")));

    assertThat(evictions(drained(shop, Map.of()))).allMatch(step -> step.drain().isEmpty());
  }

  @Test
  void the_first_step_of_a_drain_does_what_the_others_say() {
    Plan plan = drained(Clusters.cordonedShop(), Map.of());
    List<Step> steps = List.copyOf(evictions(plan));

    assertThat(Cards.doneBy(steps, steps.getFirst())).isEmpty();
    assertThat(Cards.doneBy(steps, steps.getLast())).contains(steps.getFirst().id());
    assertThat(Cards.alone(plan.cluster(), steps.getLast()).shell()).contains("/eviction");
    assertThat(evictions(drained(Clusters.cordonedShop(), Map.of())).getFirst().drain())
        .isNotEqualTo(Optional.empty());
  }
}
