package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.MOVE_ALL;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.evicting;
import static org.lazaretto.consequence.Asked.restarting;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.StepId;

/** T-10, T-13, T-14, T-15, T-16, T-19, T-49. */
class MovedPodsTest {
  private static final PodRef WEB = new PodRef("a", "web-6f7d-1", "uid-pod-a-web-6f7d-1");

  private static ClusterBuilder siblings() {
    return two().deployment("a", "web", Template.of("web"), "n1", "n1", "n2");
  }

  @Test
  void moving_a_sibling_of_the_suspect_holds_and_keeping_it_informs() {
    assertThat(said(evicting(siblings(), WEB, MOVE_ALL), "T-10"))
        .containsExactly("STOP a/web-6f7d-2");
    assertThat(said(evicting(siblings(), WEB, Decisions.KEEP_ALL), "T-10"))
        .containsExactly("INFORM a/web-6f7d-2");
    assertThat(said(evicting(siblings()), "T-10")).isEmpty();
  }

  @Test
  void a_stop_for_siblings_names_the_steps_that_cause_it_and_can_be_waived() {
    Finding finding =
        evicting(siblings(), WEB, MOVE_ALL).stream()
            .filter(f -> f.id().equals("T-10"))
            .findFirst()
            .orElseThrow();

    assertThat(finding.steps()).hasSize(1);
    assertThat(finding.waivable()).isTrue();
  }

  @Test
  void each_class_that_needs_a_decision_is_one_finding() {
    ClusterBuilder cluster =
        two()
            .deployment("a", "cache", Template.of("cache").withEmptyDir(), "n1", "n2", "n2")
            .bare("a", "one", Template.of("one"), "n1")
            .job("a", "sum", Template.of("sum"), "n1");

    assertThat(said(evicting(cluster), "T-13"))
        .containsExactlyInAnyOrder("INFORM a/cache-6f7d-1", "INFORM a/one", "INFORM a/sum-0");
    assertThat(said(evicting(cluster, bad(), MOVE_ALL), "T-13"))
        .containsExactlyInAnyOrder("WARN a/cache-6f7d-1", "WARN a/one", "INFORM a/sum-0");
    assertThat(said(evicting(siblings()), "T-13")).isEmpty();
  }

  @Test
  void a_daemon_set_stays_and_says_so_on_cordon_and_evacuation() {
    assertThat(said(evicting(two().daemonSet("a", "agent")), "T-14"))
        .containsExactly("INFORM a/agent-n1");
    assertThat(said(Asked.cordoning(two().daemonSet("a", "agent"), bad()), "T-14"))
        .containsExactly("INFORM a/agent-n1");
    assertThat(said(evicting(two()), "T-14")).isEmpty();
  }

  @Test
  void a_restart_says_that_it_replaces_every_pod_of_the_workload() {
    List<Finding> findings = restarting(siblings());

    assertThat(said(findings, "T-15")).containsExactly("INFORM a/web");
    assertThat(text(findings, "T-15")).contains("all 3, not only 2");
    assertThat(said(evicting(siblings()), "T-15")).isEmpty();
  }

  @Test
  void what_a_restart_cannot_move_stays_and_is_told_with_the_reason() {
    ClusterBuilder cluster =
        siblings()
            .workload("a/Deployment/web", Changes::paused)
            .job("a", "sum", Template.of("sum"), "n1");

    List<Finding> findings = restarting(cluster);

    assertThat(said(findings, "T-15")).containsExactly("WARN a/sum-0, a/web-6f7d-1, a/web-6f7d-2");
    assertThat(text(findings, "T-15")).contains("a Deployment is paused").contains("a Job has no");
  }

  @Test
  void an_image_without_a_digest_may_be_another_one_when_it_is_pulled_again() {
    ClusterBuilder cluster =
        two()
            .deployment("a", "p", Template.image("shop/p"), "n1", "n2")
            .deployment("a", "q", Template.image("reg:5000/shop/q:latest"), "n1", "n2")
            .deployment("a", "r", Template.image("shop/r:1.2"), "n1", "n2")
            .deployment("a", "s", Template.of("s"), "n1", "n2");

    assertThat(said(evicting(cluster), "T-15"))
        .containsExactly("WARN a/p-6f7d-1, a/q-6f7d-1", "INFORM a/r-6f7d-1");
  }

  @Test
  void a_registry_with_a_port_is_not_taken_for_a_tag() {
    assertThat(Images.movesByItself("reg:5000/shop/q")).isTrue();
    assertThat(Images.movesByItself("reg:5000/shop/q:1")).isFalse();
    assertThat(Images.movesByItself("shop/q:latest@sha256:00")).isFalse();
  }

  @Test
  void kube_system_stays_and_is_a_warning_if_it_is_to_move() {
    ClusterBuilder cluster = two().deployment("kube-system", "dns", Template.of("dns"), "n1", "n2");

    assertThat(said(evicting(cluster), "T-16")).containsExactly("INFORM kube-system/dns-6f7d-1");
    assertThat(said(evicting(cluster, bad(), MOVE_ALL), "T-16"))
        .containsExactly("WARN kube-system/dns-6f7d-1", "INFORM ");
    assertThat(said(evicting(two()), "T-16")).isEmpty();
  }

  @Test
  void a_static_pod_stays_and_a_static_suspect_means_the_host() {
    ClusterBuilder cluster = two().mirror("kube-system", "proxy", "n1");
    PodRef proxy = new PodRef("kube-system", "proxy-n1", "uid-pod-kube-system-proxy-n1");

    assertThat(said(evicting(cluster), "T-19")).containsExactly("INFORM kube-system/proxy-n1");
    assertThat(said(Asked.cordoning(cluster, proxy), "T-19"))
        .containsExactly("WARN kube-system/proxy-n1");
    assertThat(said(evicting(two()), "T-19")).isEmpty();
  }

  @Test
  void a_step_that_would_remove_a_static_pod_holds_since_only_its_mirror_goes() {
    ClusterBuilder cluster = two().mirror("kube-system", "proxy", "n1");
    PodRef proxy = new PodRef("kube-system", "proxy-n1", "uid-pod-kube-system-proxy-n1");
    Plan plan =
        Plan.of(
            Clusters.IDENTITY,
            new Request.Cordon(List.of(bad()), List.of("n1")),
            List.of(
                new EvacuateStep.EvictPod(
                    new StepId(1), proxy, new NodeRef("n1", "uid-node-n1"), proxy.object())));

    List<Finding> findings = Consequences.of(cluster.build(), plan, Asked.CONTEXT);

    assertThat(said(findings, "T-19")).containsExactly("STOP kube-system/proxy-n1");
  }

  @Test
  void what_stays_stands_beside_the_proof_of_its_node() {
    ClusterBuilder cluster =
        siblings().mirror("kube-system", "proxy", "n1").daemonSet("a", "agent");

    assertThat(evicting(cluster, WEB, Decisions.KEEP_ALL))
        .filteredOn(f -> List.of("T-10", "T-14", "T-19").contains(f.id()))
        .hasSize(3)
        .allMatch(finding -> !finding.steps().isEmpty());
  }

  @Test
  void a_replacement_that_mounts_the_suspects_volume_holds() {
    Template shared = Template.of("files").withClaim("files");
    ClusterBuilder cluster =
        two()
            .deployment("a", "web", shared, "n1")
            .deployment("a", "editor", shared, "n1", "n2")
            .deployment("b", "other", shared, "n1", "n2");

    List<Finding> findings = evicting(cluster, WEB, Decisions.KEEP_ALL);

    assertThat(said(findings, "T-49"))
        .containsExactly("STOP a/editor-6f7d-1", "WARN a/editor-6f7d-2");
  }

  @Test
  void a_suspect_with_a_volume_is_a_warning_while_its_node_is_emptied() {
    ClusterBuilder cluster =
        two().deployment("a", "web", Template.of("web").withClaim("data"), "n1");

    assertThat(said(evicting(cluster, WEB, Decisions.KEEP_ALL), "T-49"))
        .containsExactly("WARN a/web-6f7d-1");
    assertThat(said(Asked.cordoning(cluster, WEB), "T-49")).containsExactly("INFORM a/web-6f7d-1");
    assertThat(said(evicting(two()), "T-49")).isEmpty();
  }
}
