package org.lazaretto.plan.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Connections;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodShape;
import org.lazaretto.model.PodStatus;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.model.Visibility;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Inverse;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Isolation.Services;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;

/** Which steps shut a suspect off, in which order. */
class IsolatePlannerTest {
  private static final String CASE = "case-1";
  private static final Isolation QUIETLY = new Isolation(Services.LEAVE, true, false, "");

  private static NetworkPolicy policy(String name, Map<String, String> labels, int ingress) {
    return new NetworkPolicy(
        ObservedKind.NETWORK_POLICY.ref("shop", name, "uid-policy-" + name),
        LabelSelector.of(labels),
        List.of("Ingress"),
        ingress,
        0);
  }

  private static ClusterBuilder web() {
    return new ClusterBuilder()
        .node("a", "z")
        .deployment("shop", "web", Template.of("web"), "a", "a")
        .service("shop", "web");
  }

  private static Pod suspect(ClusterSnapshot seen) {
    return seen.pod("shop", "web-6f7d-1").orElseThrow();
  }

  private static Plan plan(ClusterSnapshot seen, Isolation how) {
    List<PodRef> suspects = List.of(suspect(seen).ref());
    return Planned.of(IsolatePlanner.plan(seen, new Request.Isolate(suspects, CASE, how)));
  }

  private static List<String> actions(Plan plan) {
    return plan.steps().stream().map(Actions::word).toList();
  }

  @Test
  void the_policy_comes_before_the_label_that_makes_it_bite() {
    assertThat(actions(plan(web().build(), QUIETLY)))
        .containsExactly("make-policy", "quarantine-pod");
  }

  @Test
  void a_service_that_can_be_connected_to_is_probed_before_and_after() {
    Plan plan = plan(web().build(), Isolation.USUAL);
    assertThat(actions(plan))
        .containsExactly("probe-ingress", "make-policy", "quarantine-pod", "probe-ingress");
    assertThat(plan.steps().getFirst())
        .isInstanceOfSatisfying(
            ContainStep.ProbeIngress.class,
            probe -> assertThat(probe.probe().port()).isEqualTo(8080));
  }

  @Test
  void a_look_from_inside_is_taken_before_and_after_and_tries_what_every_pod_talks_to() {
    ClusterSnapshot seen = web().service("kube-system", "kube-dns").build();
    Plan plan = plan(withDns(seen), QUIETLY.lookInside(true));
    assertThat(actions(plan))
        .containsExactly("look-inside", "make-policy", "quarantine-pod", "look-inside");
    assertThat(plan.steps().getLast())
        .isInstanceOfSatisfying(
            ContainStep.LookInside.class,
            look -> {
              assertThat(look.after()).isTrue();
              assertThat(look.look())
                  .isEqualTo(new ContainStep.Look("app", "172.20.0.10", 53, "the cluster's DNS"));
              assertThat(Card.destroys(look)).isEmpty();
              assertThat(Cards.of(plan.cluster(), look).visibility()).contains(Visibility.PROCESS);
            });
  }

  private static ClusterSnapshot withDns(ClusterSnapshot seen) {
    return seen.with(
        List.of(
            new ServiceEntry(
                ObservedKind.SERVICE.ref("kube-system", "kube-dns", "uid-dns"),
                Map.of("k8s-app", "kube-dns"),
                "ClusterIP",
                "172.20.0.10"),
            new EndpointSlice(
                ObservedKind.ENDPOINT_SLICE.ref("kube-system", "kube-dns-1", "uid-dns-1"),
                "kube-dns",
                List.of(),
                List.of(53))));
  }

  @Test
  void without_a_cluster_dns_the_api_server_is_tried_and_without_any_only_the_list_is_read() {
    ClusterSnapshot seen = web().build();
    assertThat(look(plan(seen, QUIETLY.lookInside(true))).tries()).isFalse();
    ServiceEntry api =
        new ServiceEntry(
            ObservedKind.SERVICE.ref("default", "kubernetes", "uid-api"),
            Map.of(),
            "ClusterIP",
            "172.20.0.1");
    assertThat(look(plan(seen.with(List.of(api)), QUIETLY.lookInside(true))))
        .isEqualTo(new ContainStep.Look("app", "172.20.0.1", 443, "the API server"));
    ServiceEntry odd =
        new ServiceEntry(api.object(), Map.of(), "ClusterIP", "-e /bin/sh 172.20.0.1");
    assertThat(look(plan(seen.with(List.of(odd)), QUIETLY.lookInside(true))).tries()).isFalse();
  }

  private static ContainStep.Look look(Plan plan) {
    return ((ContainStep.LookInside) plan.steps().getFirst()).look();
  }

  @Test
  void nobody_looks_from_inside_a_pod_on_its_host_s_network_or_one_that_does_not_run() {
    ClusterSnapshot hosted = web().pod("shop/web-6f7d-1", IsolatePlannerTest::onHost).build();
    assertThat(actions(plan(hosted, QUIETLY.lookInside(true))))
        .containsExactly("make-policy", "quarantine-pod");
    ClusterSnapshot crashing = web().pod("shop/web-6f7d-1", IsolatePlannerTest::waiting).build();
    assertThat(actions(plan(crashing, QUIETLY.lookInside(true))))
        .containsExactly("make-policy", "quarantine-pod");
  }

  private static Pod onHost(Pod pod) {
    PodShape old = pod.shape();
    return new Pod(
        pod.ref(),
        pod.node(),
        pod.status(),
        new PodShape(
            old.serviceAccount(),
            old.images(),
            new HostAccess(true, false, false, false, false),
            old.volumes(),
            old.placement(),
            old.grace()),
        pod.controller(),
        pod.labels(),
        false);
  }

  private static Pod waiting(Pod pod) {
    PodStatus old = pod.status();
    List<ContainerState> waiting =
        old.containers().stream()
            .map(c ->
                new ContainerState(c.name(), c.role(), c.imageId(), 9, false, "CrashLoopBackOff"))
            .toList();
    return new Pod(
        pod.ref(),
        pod.node(),
        new PodStatus(old.phase(), false, old.created(), old.deleting(), old.podIp(), waiting),
        pod.shape(),
        pod.controller(),
        pod.labels(),
        false);
  }

  @Test
  void a_policy_that_allows_something_lets_go_of_the_case_label_only() {
    ClusterSnapshot seen = web().add(policy("allow-web", Map.of("app", "web"), 1)).build();
    Plan plan = plan(seen, QUIETLY);
    assertThat(actions(plan))
        .containsExactly("make-policy", "except-from-policy", "quarantine-pod");
    ContainStep.EditFields edit = (ContainStep.EditFields) plan.steps().get(1);
    assertThat(edit.edits())
        .containsExactly(
            new FieldEdit.Value(
                "/spec/podSelector/matchExpressions",
                java.util.Optional.empty(),
                java.util.Optional.of(
                    "[{\"key\":\"lazaretto.org/quarantine\",\"operator\":\"NotIn\","
                        + "\"values\":[\"case-1\"]}]")));
    assertThat(Cards.inverse(plan.cluster(), edit)).isInstanceOf(Inverse.Exact.class);
  }

  @Test
  void a_policy_that_denies_everything_or_is_about_others_is_left_alone() {
    ClusterSnapshot seen =
        web()
            .add(policy("deny", Map.of(), 0))
            .add(policy("other", Map.of("app", "api"), 1))
            .build();
    assertThat(actions(plan(seen, QUIETLY))).containsExactly("make-policy", "quarantine-pod");
  }

  @Test
  void a_suspect_leaves_a_service_by_a_label_that_its_owner_does_not_choose_by() {
    ClusterSnapshot seen =
        web().pod("shop/web-6f7d-1", pod -> labelled(pod, "tier", "front")).build();
    ClusterSnapshot fronted =
        seen.with(
            List.of(
                new org.lazaretto.model.ServiceEntry(
                    ObservedKind.SERVICE.ref("shop", "front", "uid-front"),
                    Map.of("app", "web", "tier", "front"),
                    "ClusterIP",
                    "172.20.0.11")));
    Plan plan = plan(fronted, QUIETLY);
    assertThat(actions(plan)).containsExactly("make-policy", "quarantine-pod", "leave-services");
    ContainStep.EditFields edit = (ContainStep.EditFields) plan.steps().get(2);
    assertThat(edit.edits())
        .extracting(FieldEdit::pointer)
        .containsExactly("/metadata/labels/tier");
    assertThat(edit.witnesses()).extracting(w -> w.name()).containsExactly("front");
  }

  @Test
  void a_label_of_the_owner_is_stripped_only_if_asked_for() {
    Isolation strip = new Isolation(Services.LEAVE, true, true, "");
    assertThat(actions(plan(web().build(), strip)))
        .containsExactly("make-policy", "quarantine-pod", "strip-labels");
  }

  @Test
  void a_strip_is_withheld_where_the_plugin_would_stop_applying_the_policy() {
    Isolation strip = new Isolation(Services.LEAVE, true, true, "");
    ClusterSnapshot seen = web().daemonSet("kube-system", "aws-node").build();
    assertThat(actions(plan(seen, strip))).containsExactly("make-policy", "quarantine-pod");
    Request.Isolate request = new Request.Isolate(List.of(suspect(seen).ref()), CASE, strip);
    assertThat(IsolatePlanner.decide(seen, request))
        .singleElement()
        .satisfies(exit -> {
          assertThat(exit.way()).isEqualTo(Exit.Way.STAYS);
          assertThat(exit.reason()).contains("T-07");
        });
  }

  @Test
  void a_closed_service_chooses_by_a_label_that_no_pod_carries_not_even_the_suspect() {
    Plan plan = plan(web().build(), new Isolation(Services.CLOSE, true, false, ""));
    assertThat(actions(plan)).containsExactly("make-policy", "quarantine-pod", "close-service");
    assertThat(((ContainStep.EditFields) plan.steps().get(2)).edits())
        .containsExactly(
            new FieldEdit.Value(
                "/spec/selector/lazaretto.org~1quarantine",
                java.util.Optional.empty(),
                java.util.Optional.of("\"case-1-closed\"")));
  }

  private static ClusterSnapshot isolated(ClusterBuilder shop) {
    return shop.pod("shop/web-6f7d-1", pod -> labelled(pod, Quarantine.KEY, CASE))
        .add(
            new NetworkPolicy(
                ObservedKind.NETWORK_POLICY.ref("shop", "lazaretto-case-1", "uid-ours"),
                LabelSelector.of(Map.of(Quarantine.KEY, CASE)),
                List.of("Ingress", "Egress"),
                0,
                0))
        .build();
  }

  @Test
  void what_is_so_already_is_no_step_and_what_could_prove_it_is_named() {
    ClusterSnapshot seen = isolated(web());
    Request.Isolate request = new Request.Isolate(List.of(suspect(seen).ref()), CASE, QUIETLY);
    assertThat(Planned.reasons(IsolatePlanner.plan(seen, request)))
        .contains("Every suspect is isolated by this case already.", "No proof of it is known.")
        .anyMatch(reason -> reason.contains("no image for a probe was named"))
        .anyMatch(reason -> reason.contains("not asked for (T-35)"));
  }

  @Test
  void an_isolation_that_is_made_can_be_proven_again_and_changes_nothing() {
    ClusterSnapshot seen = isolated(web());
    Isolation how = Isolation.USUAL.lookInside(true);
    Request.Isolate request = new Request.Isolate(List.of(suspect(seen).ref()), CASE, how);
    Connections open =
        new Connections(
            Connections.State.OPEN, Connections.State.CANNOT_TELL, Connections.State.OPEN, "");
    Plan plan =
        Planned.of(IsolatePlanner.plan(seen, request, Map.of(suspect(seen).ref().uid(), open)));
    assertThat(actions(plan)).containsExactly("probe-ingress", "look-inside");
    assertThat(plan.steps())
        .allSatisfy(step ->
            assertThat(
                    step instanceof ContainStep.ProbeIngress probe
                        ? probe.after()
                        : ((ContainStep.LookInside) step).after())
                .isTrue());
    assertThat(plan.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.id()).isEqualTo("I-01");
          assertThat(finding.severity()).isEqualTo(Finding.Severity.INFORM);
          assertThat(finding.steps()).hasSize(2);
          assertThat(finding.text())
              .contains("new connections open (to it open, from it cannot tell)")
              .contains("established ones open");
        });
  }

  @Test
  void what_a_proof_leaves_out_is_warned_of() {
    ClusterSnapshot seen = isolated(web());
    Plan plan = plan(seen, Isolation.USUAL);
    assertThat(actions(plan)).containsExactly("probe-ingress");
    assertThat(plan.findings())
        .extracting(Finding::severity)
        .containsExactly(Finding.Severity.INFORM, Finding.Severity.WARN);
    assertThat(plan.findings().getLast().text()).contains("not asked for (T-35)");
  }

  @Test
  void a_hole_that_came_later_is_closed_and_proven_before_and_after() {
    ClusterSnapshot seen = isolated(web().add(policy("allow-web", Map.of("app", "web"), 1)));
    assertThat(actions(plan(seen, Isolation.USUAL)))
        .containsExactly("probe-ingress", "except-from-policy", "probe-ingress");
  }

  @Test
  void a_policy_of_that_name_that_is_not_the_case_s_own_is_never_changed() {
    ClusterSnapshot seen = web().add(policy("lazaretto-case-1", Map.of("app", "web"), 1)).build();
    Request.Isolate request = new Request.Isolate(List.of(suspect(seen).ref()), CASE, QUIETLY);
    assertThat(Planned.reasons(IsolatePlanner.plan(seen, request)))
        .singleElement()
        .asString()
        .contains("that this case did not make so");
  }

  @Test
  void a_static_pod_is_not_isolated_by_its_labels() {
    ClusterSnapshot seen = web().mirror("kube-system", "etcd", "a").build();
    Pod mirror = seen.pods().stream().filter(Pod::mirror).findFirst().orElseThrow();
    Request.Isolate request = new Request.Isolate(List.of(mirror.ref()), CASE, QUIETLY);
    assertThat(Planned.reasons(IsolatePlanner.plan(seen, request)))
        .singleElement()
        .asString()
        .contains("T-19");
  }

  @Test
  void a_label_that_would_break_a_name_is_refused() {
    ClusterSnapshot seen = web().build();
    Request.Isolate request = new Request.Isolate(List.of(suspect(seen).ref()), "A/B", QUIETLY);
    assertThat(Planned.reasons(IsolatePlanner.plan(seen, request))).hasSize(1);
    assertThat(Quarantine.valid(Quarantine.ofCase("IR-2026-001", "u"))).isTrue();
    assertThat(Quarantine.valid(Quarantine.of(List.of(Clusters.miner())))).isTrue();
  }

  private static Pod labelled(Pod pod, String key, String value) {
    Map<String, String> labels = new java.util.HashMap<>(pod.labels());
    labels.put(key, value);
    return new Pod(
        pod.ref(), pod.node(), pod.status(), pod.shape(), pod.controller(), labels, pod.mirror());
  }
}
