package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Answers;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.plan.Finding;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.desk.Selection;

class OverviewViewModelTest {
  private static final String OBJECT =
      """
      {"metadata":{"uid":"uid-pod-shop-checkout-6f7d-1","annotations":{"team":"blue"}},
       "spec":{"containers":[{"name":"app","image":"registry.example/checkout:stable",
          "securityContext":{"privileged":true,"runAsUser":0}}],
         "volumes":[{"name":"host","hostPath":{"path":"/"}}]},
       "status":{"startTime":"2026-11-21T06:48:00Z","qosClass":"Burstable",
        "containerStatuses":[{"name":"app","imageID":"registry.example/checkout@sha256:5bd3e0c1f2a91a95",
          "state":{"running":{"startedAt":"2026-11-21T09:58:00Z"}},
          "lastState":{"terminated":{"exitCode":137,"reason":"Error",
            "finishedAt":"2026-11-21T09:57:00Z"}}}]}}
      """;

  private final ObjectProperty<ClusterSnapshot> seen =
      new SimpleObjectProperty<>(Clusters.shop().build());
  private final HeldWork workers = new HeldWork();
  private List<Finding> findings = List.of();
  private Instant now = seen.get().asOf();

  private OverviewViewModel model(ClusterReads reads) {
    return new OverviewViewModel(
        seen, new ObjectDetails(reads), _ -> findings, workers.background(), () -> now);
  }

  private Subject pod(PodRef ref) {
    return new Subjects(seen.get(), List.of()).of(new Selection.OfPod(ref), new Subject.Nothing());
  }

  private static List<String> rows(OverviewViewModel model) {
    return Shown.rows(model.sectionsProperty().get());
  }

  @Test
  void time_goes_on_in_a_cluster_in_which_nothing_happens() {
    OverviewViewModel model = model(Answers.raw(OBJECT));
    model.tick();
    assertThat(rows(model)).isEmpty();
    model.show(pod(Clusters.miner()));
    assertThat(rows(model)).contains("| Status | Running since 3 h 12 min, !3 restarts");

    now = now.plusSeconds(120);
    model.tick();

    assertThat(rows(model)).contains("| Status | Running since 3 h 14 min, !3 restarts");
  }

  @Test
  void what_is_observed_is_there_at_once_and_the_rest_follows() {
    workers.hold();
    OverviewViewModel model = model(Answers.raw(OBJECT));
    model.show(pod(Clusters.miner()));

    assertThat(rows(model))
        .contains(
            "| Status | Running since 1 h 0 min, !3 restarts",
            "| Node | node-a1",
            "| Service account | shop/default")
        .noneMatch(row -> row.contains("Burstable"));

    workers.release();
    assertThat(rows(model))
        .contains("| Status | Running since 3 h 12 min, !3 restarts")
        .contains("| Quality of service | Burstable")
        .contains("Annotations | {team=blue}")
        .contains("Volumes | host | !hostPath /");
  }

  @Test
  void a_container_says_what_it_runs_and_what_it_may() {
    OverviewViewModel model = model(Answers.raw(OBJECT));
    model.show(pod(Clusters.miner()));

    assertThat(rows(model))
        .contains(
            "Containers | app | registry.example/checkout:stable"
                + " / sha256:5bd3…1a95 [copy]"
                + " / !other bytes than 2 of 2 siblings run"
                + " / running since 2 min · 3 restarts"
                + " / before: exit code 137 Error, 3 min ago"
                + " / !privileged · runs as root");
  }

  @Test
  void services_and_budgets_that_reach_a_pod_are_named() {
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(seen.get().pod("shop", "web-6f7d-1").orElseThrow().ref()));

    assertThat(rows(model))
        .contains("Services, policies and budgets | Services | web ClusterIP")
        .contains("Services, policies and budgets | Budgets | web allows 1 disruption");
  }

  @Test
  void policies_about_a_pod_say_what_each_lets_through() {
    LabelSelector web = LabelSelector.of(Map.of("app", "web"));
    seen.set(
        Clusters.shop()
            .add(
                new NetworkPolicy(
                    ObservedKind.NETWORK_POLICY.ref("shop", "deny", "uid-deny"),
                    web,
                    List.of("Ingress", "Egress"),
                    0,
                    0))
            .add(
                new NetworkPolicy(
                    ObservedKind.NETWORK_POLICY.ref("shop", "open", "uid-open"),
                    web,
                    List.of("Ingress"),
                    2,
                    0))
            .build());
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(seen.get().pod("shop", "web-6f7d-1").orElseThrow().ref()));

    assertThat(rows(model))
        .anyMatch(row ->
            row.contains("Policies")
                && row.contains("deny in: nothing; out: nothing")
                && row.contains("open in: 2 rules; out: does not say"));
  }

  @Test
  void what_may_not_be_listed_is_not_said_to_be_absent() {
    seen.set(
        Clusters.shop()
            .health(ObservedKind.SERVICE, new KindHealth.Denied("no"))
            .build()
            .without(ObservedKind.SERVICE, Set.of("uid-service-shop-web")));
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(seen.get().pod("shop", "web-6f7d-1").orElseThrow().ref()));

    assertThat(rows(model))
        .contains("Services, policies and budgets | Services | !we may not list them");
  }

  @Test
  void a_bare_pod_and_a_static_one_say_what_that_means() {
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(seen.get().pod("shop", "debug").orElseThrow().ref()));
    assertThat(rows(model)).contains("| Owner | !none: nothing replaces it when it goes");

    model.show(pod(seen.get().pod("kube-system", "kube-proxy-node-a1").orElseThrow().ref()));
    assertThat(rows(model)).contains("| Owner | !static pod: only its node can remove it");
  }

  @Test
  void a_cordoned_node_and_a_leaving_pod_are_told_in_words() {
    seen.set(Clusters.cordonedShop().pod("shop/checkout-6f7d-1", Changes::terminating).build());
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(Clusters.miner()));

    assertThat(rows(model))
        .contains("| Node | node-a1 !⊘ cordoned")
        .anyMatch(row -> row.startsWith("| Status | !Leaving since 0 s"));
  }

  @Test
  void a_refused_object_leaves_what_is_observed_and_says_so() {
    OverviewViewModel denied = model(Answers.failing(PortException.Kind.FORBIDDEN));
    denied.show(pod(Clusters.miner()));
    assertThat(rows(denied))
        .contains("| Node | node-a1")
        .contains("Containers | !We may not read its object: less is shown. [copy details]");

    OverviewViewModel failed = model(Answers.failing(PortException.Kind.NO_ANSWER));
    failed.show(pod(Clusters.miner()));
    assertThat(rows(failed))
        .contains(
            "Containers | !Its object could not be read (LZ-NO_ANSWER): less is shown."
                + " [try again] [copy details]");
  }

  @Test
  void a_pod_that_is_gone_keeps_what_was_known_of_it() {
    OverviewViewModel model = model(Answers.raw(OBJECT));
    Subject before = pod(Clusters.miner());
    model.show(before);
    List<String> known = rows(model);

    seen.set(
        seen.get()
            .without(ObservedKind.POD, List.of(Clusters.miner().uid()))
            .at(Clusters.NOW.plusSeconds(3_600)));
    model.show(
        new Subjects(seen.get(), List.of()).of(new Selection.OfPod(Clusters.miner()), before));

    assertThat(rows(model)).isEqualTo(known);
  }

  @Test
  void an_answer_that_comes_after_another_pod_was_selected_is_not_shown() {
    workers.hold();
    OverviewViewModel model = model(Answers.raw(OBJECT));
    model.show(pod(Clusters.miner()));
    model.show(pod(seen.get().pod("shop", "debug").orElseThrow().ref()));
    workers.release();

    assertThat(rows(model)).noneMatch(row -> row.contains("Burstable"));
  }

  @Test
  void hostile_labels_stay_what_they_are_and_long_names_are_not_lost() {
    String name = "x".repeat(253);
    seen.set(
        Clusters.shop()
            .pod(
                "shop/checkout-6f7d-1",
                Changes.containers(
                    new ContainerState(
                        name, ContainerState.Role.MAIN, "evil\u202egpj.exe", 0, true, "")))
            .build());
    workers.hold();
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(Clusters.miner()));

    assertThat(rows(model)).anyMatch(row -> row.startsWith("Containers | " + name));
  }

  @Test
  void a_node_tells_its_conditions_in_words() {
    String node =
        """
        {"metadata":{"uid":"uid-node-node-a1"},"status":{"capacity":{"cpu":"2","odd":"1"},
         "conditions":[{"type":"Ready","status":"True","reason":"KubeletReady"},
           {"type":"DiskPressure","status":"True","reason":"KubeletHasDiskPressure","lastTransitionTime":"2026-11-21T09:00:00Z"}]}}
        """;
    OverviewViewModel model = model(Answers.raw(node));
    model.show(
        new Subjects(seen.get(), List.of())
            .of(new Selection.OfNode("node-a1"), new Subject.Nothing()));

    assertThat(rows(model))
        .contains(
            "| Status | Ready",
            "| Pods | [10 of 58]",
            "Conditions | Ready | True since ?",
            "Conditions | DiskPressure | !✕ True since 1 h 0 min / KubeletHasDiskPressure",
            "Capacity | CPU cores | 1 asked of 4",
            "Capacity | Memory | 1.3 GiB asked of 16 GiB",
            "Machine | Kubelet | v1.35.2");
  }

  @Test
  void a_workload_tells_how_many_pods_it_wants_and_has() {
    Workload web = seen.get().workload(ObservedKind.DEPLOYMENT, "shop", "web").orElseThrow();
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(
        new Subjects(seen.get(), List.of())
            .of(new Selection.OfWorkload(web.object()), new Subject.Nothing()));

    assertThat(rows(model))
        .contains(
            "| Replicas | 3 wanted, 3 ready, 3 available, 3 updated",
            "| Rollout | RollingUpdate",
            "| Pods | [3 pods]",
            "Services, policies and budgets | Budgets | web allows 1 disruption",
            "Selector | {app=web}");
  }

  @Test
  void what_plans_would_find_is_told_the_gravest_first() {
    findings =
        List.of(
            new Finding("T-18", Finding.Severity.WARN, List.of(), List.of(), "It waits.", "Wait."));
    OverviewViewModel model = model(Answers.raw("{}"));
    model.show(pod(Clusters.miner()));

    assertThat(rows(model)).contains("What an evacuation would find | T-18 It waits.");
  }
}
