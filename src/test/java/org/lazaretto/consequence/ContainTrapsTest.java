package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodShape;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Isolation.Services;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.isolate.IsolatePlanner;

/** The traps of shutting a suspect off: each fires in one cluster and is silent in another. */
class ContainTrapsTest {
  private static ClusterBuilder web() {
    return new ClusterBuilder()
        .node("n1", "z1")
        .deployment("shop", "web", Template.of("web"), "n1", "n1")
        .service("shop", "web");
  }

  private static List<Finding> isolating(ClusterBuilder cluster, Isolation how, String pod) {
    ClusterSnapshot seen = cluster.build();
    String[] path = pod.split("/", -1);
    PodRef suspect = seen.pod(path[0], path[1]).orElseThrow().ref();
    return Consequences.of(
        seen,
        Planned.of(IsolatePlanner.plan(seen, new Request.Isolate(List.of(suspect), "case-1", how))),
        Asked.CONTEXT);
  }

  private static List<Finding> isolating(ClusterBuilder cluster, Services services, boolean strip) {
    return isolating(cluster, new Isolation(services, true, strip, ""), "shop/web-6f7d-1");
  }

  private static List<Finding> isolating(ClusterBuilder cluster) {
    return isolating(cluster, Services.LEAVE, false);
  }

  private static NetworkPolicy allowing() {
    return new NetworkPolicy(
        ObservedKind.NETWORK_POLICY.ref("shop", "allow", "uid-allow"),
        LabelSelector.of(Map.of()),
        List.of("Ingress"),
        1,
        0);
  }

  @Test
  void a_plugin_that_enforces_leaves_what_stands_and_none_known_may_do_nothing() {
    List<Finding> calico = isolating(web().daemonSet("kube-system", "calico-node"));
    assertThat(Asked.said(calico, "T-05")).containsExactly("INFORM shop/web-6f7d-1");
    assertThat(Asked.text(calico, "T-05")).contains("Calico").contains("connections that stand");
    assertThat(Asked.said(isolating(web()), "T-05")).containsExactly("WARN shop/web-6f7d-1");
    assertThat(Asked.text(isolating(web().daemonSet("kube-system", "kube-flannel-ds")), "T-05"))
        .contains("does not enforce");
  }

  @Test
  void a_look_from_inside_is_a_stop_that_can_be_waived_and_no_look_is_none() {
    Isolation without = new Isolation(Services.LEAVE, true, false, "");
    List<Finding> looking = isolating(web(), without.lookInside(true), "shop/web-6f7d-1");

    assertThat(Asked.said(looking, "T-35")).containsExactly("STOP shop/web-6f7d-1");
    assertThat(Asked.text(looking, "T-35")).contains("processes of the pod");
    assertThat(looking)
        .filteredOn(finding -> finding.id().equals("T-35"))
        .allSatisfy(finding -> {
          assertThat(finding.waivable()).isTrue();
          assertThat(finding.steps()).hasSize(2);
        });
    assertThat(Asked.said(isolating(web(), without, "shop/web-6f7d-1"), "T-35")).isEmpty();
  }

  @Test
  void a_cordon_says_nothing_about_policies() {
    List<Finding> cordon = Asked.cordoning(Asked.two(), Asked.bad());
    for (String id : List.of("T-05", "T-06", "T-07", "T-08", "T-55")) {
      assertThat(Asked.said(cordon, id)).as(id).isEmpty();
    }
  }

  @Test
  void a_policy_that_allows_something_is_excepted_or_warned_of() {
    assertThat(Asked.said(isolating(web().add(allowing())), "T-06"))
        .containsExactly("INFORM shop/allow");
    Isolation keep = new Isolation(Services.LEAVE, false, false, "");
    assertThat(Asked.said(isolating(web().add(allowing()), keep, "shop/web-6f7d-1"), "T-06"))
        .containsExactly("WARN shop/allow");
    assertThat(Asked.said(isolating(web()), "T-06")).isEmpty();
  }

  @Test
  void an_orphan_is_out_of_reach_of_policies_under_the_vpc_cni_only() {
    ClusterBuilder bare = web().bare("shop", "lone", Template.of("lone"), "n1");
    Isolation how = new Isolation(Services.LEAVE, true, false, "");
    assertThat(Asked.said(isolating(bare, how, "shop/lone"), "T-07")).isEmpty();
    ClusterBuilder vpc = bare.daemonSet("kube-system", "aws-node");
    assertThat(Asked.said(isolating(vpc, how, "shop/lone"), "T-07"))
        .containsExactly("WARN shop/lone");
    assertThat(Asked.said(isolating(vpc, how, "shop/web-6f7d-1"), "T-07")).isEmpty();
  }

  @Test
  void a_strip_that_is_withheld_is_said() {
    ClusterBuilder vpc = web().daemonSet("kube-system", "aws-node");
    assertThat(Asked.said(isolating(vpc, Services.LEAVE, true), "T-07"))
        .containsExactly("INFORM shop/web-6f7d-1");
  }

  @Test
  void a_pod_on_its_hosts_network_stops_the_plan_for_good() {
    ClusterBuilder hosted = web().pod("shop/web-6f7d-1", ContainTrapsTest::onHost);
    List<Finding> found = isolating(hosted);
    assertThat(Asked.said(found, "T-08")).containsExactly("STOP shop/web-6f7d-1");
    assertThat(found.stream().filter(f -> f.id().equals("T-08")).noneMatch(Finding::waivable))
        .isTrue();
    assertThat(Asked.said(isolating(web()), "T-08")).isEmpty();
  }

  @Test
  void a_strip_starts_a_replacement_and_stops_the_plan() {
    assertThat(Asked.said(isolating(web(), Services.LEAVE, true), "T-10"))
        .contains("STOP shop/web-6f7d-1");
    assertThat(Asked.said(isolating(web()), "T-10")).doesNotContain("STOP shop/web-6f7d-1");
  }

  @Test
  void a_service_that_goes_on_choosing_the_suspect_is_warned_of() {
    assertThat(Asked.said(isolating(web()), "T-55")).containsExactly("WARN shop/web");
    assertThat(Asked.said(isolating(web(), Services.CLOSE, false), "T-55"))
        .containsExactly("INFORM shop/web");
    ClusterBuilder alone =
        new ClusterBuilder()
            .node("n1", "z1")
            .deployment("shop", "web", Template.of("web"), "n1", "n1");
    assertThat(Asked.said(isolating(alone), "T-55")).isEmpty();
  }

  @Test
  void a_closed_service_stops_the_plan_for_its_clean_pods() {
    assertThat(Asked.said(isolating(web(), Services.CLOSE, false), "T-44"))
        .containsExactly("STOP shop/web-6f7d-2");
    assertThat(Asked.said(isolating(web()), "T-44")).isEmpty();
  }

  private static Pod onHost(Pod pod) {
    PodShape old = pod.shape();
    PodShape shape =
        new PodShape(
            old.serviceAccount(),
            old.images(),
            new HostAccess(true, false, false, false, false),
            old.volumes(),
            old.placement(),
            old.grace());
    return new Pod(
        pod.ref(), pod.node(), pod.status(), shape, pod.controller(), pod.labels(), pod.mirror());
  }
}
