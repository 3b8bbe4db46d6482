package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.cordoning;
import static org.lazaretto.consequence.Asked.evicting;
import static org.lazaretto.consequence.Asked.restarting;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;
import static org.lazaretto.consequence.Given.ago;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Template;
import org.lazaretto.plan.Finding;

/** T-20, T-31, T-32, T-45, T-48: what others do while a plan runs. */
class OthersTrapsTest {
  private static ClusterBuilder web(String... nodes) {
    return two().deployment("a", "web", Template.of("web"), nodes);
  }

  @Test
  void a_finalizer_keeps_a_moved_pod_terminating() {
    ClusterBuilder cluster = web("n1", "n2").pod("a/web-6f7d-1", Given.finalizers("x.example/y"));

    assertThat(said(evicting(cluster), "T-20")).containsExactly("WARN a/web-6f7d-1");
    assertThat(text(evicting(cluster), "T-20")).contains("x.example/y");
    assertThat(said(evicting(web("n1", "n2")), "T-20")).isEmpty();
  }

  @Test
  void a_pre_stop_hook_takes_its_time() {
    ClusterBuilder cluster = two().deployment("a", "web", Given.withPreStop("web"), "n1", "n2");

    assertThat(said(evicting(cluster), "T-20")).containsExactly("INFORM a/web-6f7d-1");
    assertThat(text(evicting(cluster), "T-20")).contains("up to 30 s");
  }

  @Test
  void a_suspect_that_is_being_deleted_may_clean_up() {
    ClusterBuilder going =
        two()
            .bare("a", "evil", Given.withPreStop("evil"), "n1")
            .pod("a/evil", Changes::terminating);
    var evil = new org.lazaretto.model.PodRef("a", "evil", "uid-pod-a-evil");

    assertThat(said(cordoning(going, evil), "T-20")).containsExactly("WARN a/evil");
    assertThat(text(cordoning(going, evil), "T-20")).contains("preStop hook");
    assertThat(said(cordoning(going, bad()), "T-20")).isEmpty();
  }

  @Test
  void a_tool_that_keeps_a_restarted_workload_may_set_it_back() {
    ClusterBuilder kept =
        web("n1", "n2").workload("a/Deployment/web", Given.keptBy("Flux", "shop"));

    List<Finding> findings = restarting(kept);

    assertThat(said(findings, "T-31")).containsExactly("WARN a/web");
    assertThat(text(findings, "T-31")).contains("Flux (shop)");
    assertThat(said(evicting(kept), "T-31")).isEmpty();
    assertThat(said(restarting(web("n1", "n2")), "T-31")).isEmpty();
  }

  @Test
  void an_autoscaler_of_what_moves_is_named_with_its_bounds_and_its_driver() {
    ClusterBuilder scaled = web("n1", "n2").add(Given.autoscaler("a", "web", "queue"));

    assertThat(said(evicting(scaled), "T-31")).containsExactly("INFORM a/web");
    assertThat(text(evicting(scaled), "T-31")).contains("a/web: 2 to 9, KEDA queue");
    assertThat(said(evicting(web("n1", "n2").add(Given.autoscaler("b", "web", ""))), "T-31"))
        .isEmpty();
  }

  @Test
  void a_webhook_that_is_asked_about_an_eviction_is_listed_and_another_is_not() {
    ClusterBuilder asked =
        web("n1", "n2").add(Given.webhook("s/gate", "", "CREATE", "pods/eviction"));
    ClusterBuilder other = web("n1", "n2").add(Given.webhook("s/gate", "", "CREATE", "configmaps"));

    assertThat(said(evicting(asked), "T-32")).containsExactly("INFORM gate");
    assertThat(text(evicting(asked), "T-32")).contains("gate.example by s/gate");
    assertThat(said(evicting(other), "T-32")).isEmpty();
  }

  @Test
  void a_webhook_for_pods_is_asked_about_the_replacements() {
    ClusterBuilder asked = web("n1", "n2").add(Given.webhook("s/gate", "", "CREATE", "pods"));

    assertThat(said(evicting(asked), "T-32")).containsExactly("INFORM gate");
    assertThat(said(cordoning(asked, bad()), "T-32")).isEmpty();
  }

  @Test
  void a_webhook_outside_younger_than_the_suspect_or_answered_by_it_is_a_warning() {
    ClusterBuilder outside =
        web("n1", "n2").add(Given.webhook("", "https://out.example/x", "UPDATE", "nodes"));
    ClusterBuilder young =
        web("n1", "n2").add(Given.webhook("s/gate", "", "UPDATE", "nodes", ago(10)));
    ClusterBuilder own =
        web("n1", "n2").service("a", "bad").add(Given.webhook("a/bad", "", "UPDATE", "nodes"));

    assertThat(text(cordoning(outside, bad()), "T-32")).contains("stands outside the cluster");
    assertThat(text(cordoning(young, bad()), "T-32")).contains("was made after the suspect was");
    assertThat(text(cordoning(own, bad()), "T-32")).contains("is answered by a suspect");
    assertThat(said(cordoning(own, bad()), "T-32")).contains("WARN gate", "INFORM gate");
  }

  @Test
  void moving_all_pods_that_answer_a_webhook_is_a_warning() {
    ClusterBuilder alone =
        web("n1").service("a", "web").add(Given.webhook("a/web", "", "CREATE", "pods"));
    ClusterBuilder both =
        web("n1", "n2").service("a", "web").add(Given.webhook("a/web", "", "CREATE", "pods"));

    assertThat(text(evicting(alone), "T-32")).contains("moves every pod that answers it");
    assertThat(text(evicting(both), "T-32")).doesNotContain("moves every pod that answers it");
  }

  @Test
  void what_the_business_loses_is_a_finding_of_its_own() {
    List<Finding> findings = evicting(web("n1"));

    assertThat(said(findings, "T-45")).containsExactly("WARN a/web");
    assertThat(text(findings, "T-45"))
        .contains("Business impact here is 2 of 5")
        .contains("the catalogue says 3");
    assertThat(said(evicting(web("n1", "n2", "n2")), "T-45")).containsExactly("INFORM a/web");
    assertThat(said(evicting(two()), "T-45")).isEmpty();
  }

  @Test
  void pods_that_stay_as_endpoints_would_swallow_traffic_once_the_node_is_cut_off() {
    ClusterBuilder cluster =
        two()
            .deployment("a", "cache", Template.of("cache").withEmptyDir(), "n1", "n2")
            .service("a", "cache");

    assertThat(said(evicting(cluster), "T-48")).containsExactly("INFORM a/cache-6f7d-1");
    assertThat(text(evicting(cluster), "T-48")).contains("answers for a/cache");
    assertThat(said(evicting(cluster.node("n1", Given.lostSince(ago(60)))), "T-48"))
        .containsExactly("WARN a/cache-6f7d-1");
    assertThat(said(evicting(web("n1", "n2").service("a", "web")), "T-48")).isEmpty();
  }
}
