package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.CONTEXT;
import static org.lazaretto.consequence.Asked.MOVE_ALL;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.cordoning;
import static org.lazaretto.consequence.Asked.evicting;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.dispose.DisposePlanner;
import org.lazaretto.plan.isolate.IsolatePlanner;

/** An intruder chose the names, an owner is missing, a kind may not be listed. */
class HostileTrapsTest {
  private static final String EVIL = "\u001b[2J\u202e<b>'\n" + "x".repeat(3_000);

  /** Everything that has a name has an evil one. */
  private static ClusterBuilder evil() {
    ClusterBuilder cluster =
        new ClusterBuilder()
            .node("n1", EVIL)
            .node("n1", org.lazaretto.fixture.Changes::cordoned)
            .node("n1", Given.labelled("karpenter.sh/nodepool", EVIL))
            .bare(EVIL, "root", Given.privileged("root"), "n1")
            .deployment(EVIL, EVIL, Template.image(EVIL).withClaim(EVIL).withEmptyDir(), "n1", "n1")
            .service(EVIL, EVIL)
            .budget(EVIL, EVIL, EVIL, 0)
            .add(Given.autoscaler(EVIL, EVIL, EVIL))
            .add(Given.webhook(EVIL + "/" + EVIL, EVIL, "CREATE", "pods"));
    return cluster
        .workload(EVIL + "/Deployment/" + EVIL, Given.keptBy(EVIL, EVIL))
        .pod(EVIL + "/" + EVIL + "-6f7d-1", Given.finalizers(EVIL));
  }

  @Test
  void no_text_obeys_a_name_and_none_grows_with_it() {
    ClusterSnapshot snapshot = evil().build();
    PodRef root = new PodRef(EVIL, "root", "uid-pod-" + EVIL + "-root");
    for (Request.Method method : Request.Method.values()) {
      List<Finding> findings =
          Consequences.of(snapshot, Asked.evacuation(snapshot, root, method, MOVE_ALL), CONTEXT);

      assertThat(findings).isNotEmpty();
      for (Finding finding : findings) {
        assertThat(HostileText.visible(finding.text())).isEqualTo(finding.text());
        assertThat(finding.text()).hasSizeLessThan(1_500);
        assertThat(finding.instead()).hasSizeLessThan(1_500);
      }
    }
  }

  @Test
  void no_text_of_an_isolation_obeys_a_name_either() {
    ClusterSnapshot snapshot = evil().build();
    PodRef web = new PodRef(EVIL, EVIL + "-6f7d-1", "uid-pod-" + EVIL + "-" + EVIL + "-6f7d-1");
    Plan plan =
        Planned.of(
            IsolatePlanner.plan(
                snapshot,
                new Request.Isolate(List.of(web), Quarantine.of(List.of(web)), Isolation.USUAL)));

    for (Finding finding : Consequences.of(snapshot, plan, CONTEXT)) {
      assertThat(HostileText.visible(finding.text())).isEqualTo(finding.text());
      assertThat(finding.text()).as(finding.id()).hasSizeLessThan(1_500);
    }
  }

  @ParameterizedTest
  @EnumSource(Disposal.class)
  void no_text_of_a_disposal_obeys_a_name_either(Disposal way) {
    ClusterSnapshot snapshot = evil().build();
    PodRef web = new PodRef(EVIL, EVIL + "-6f7d-1", "uid-pod-" + EVIL + "-" + EVIL + "-6f7d-1");
    ContainerRun container =
        new ContainerRun(EVIL, "containerd://" + "4f".repeat(32), 3, true, true);
    PodRun run = new PodRun(web, "Always", List.of(container));
    Plan plan =
        Planned.of(
            DisposePlanner.plan(snapshot, new Request.Dispose(List.of(web), way), List.of(run)));

    assertThat(Consequences.of(snapshot, plan, CONTEXT))
        .isNotEmpty()
        .allMatch(f -> HostileText.visible(f.text()).equals(f.text()))
        .allMatch(f -> f.text().length() < 1_500);
  }

  @Test
  void a_reason_given_by_the_server_is_shown_and_bounded() {
    List<Finding> findings =
        evicting(
            two()
                .deployment("a", "web", Template.of("web"), "n1", "n2")
                .health(ObservedKind.POD_DISRUPTION_BUDGET, new KindHealth.Denied(EVIL)));

    assertThat(text(findings, "T-18"))
        .startsWith("Cannot tell whether a disruption budget refuses these evictions")
        .contains("\\u001b")
        .hasSizeLessThan(600);
  }

  @ParameterizedTest
  @CsvSource({
    "POD_DISRUPTION_BUDGET, T-18",
    "HORIZONTAL_POD_AUTOSCALER, T-31",
    "MUTATING_WEBHOOKS, T-32",
    "VALIDATING_WEBHOOKS, T-32",
    "PERSISTENT_VOLUME_CLAIM, T-49",
    "ENDPOINT_SLICE, T-48"
  })
  void a_rule_without_its_kind_says_that_it_cannot_tell(ObservedKind kind, String id) {
    ClusterBuilder cluster =
        two()
            .bare("a", "claiming", Template.of("c").withClaim("data"), "n1")
            .deployment("a", "web", Template.of("web").withEmptyDir(), "n1", "n2")
            .deployment("a", "api", Template.of("api"), "n1", "n2");
    PodRef claiming = new PodRef("a", "claiming", "uid-pod-a-claiming");

    List<Finding> seen = evicting(cluster, claiming, Request.Decisions.KEEP_ALL);
    List<Finding> blind =
        evicting(
            cluster.health(kind, new KindHealth.Denied("forbidden")),
            claiming,
            Request.Decisions.KEEP_ALL);

    assertThat(text(seen, id)).doesNotContain("Cannot tell");
    assertThat(text(blind, id))
        .contains("Cannot tell whether")
        .contains(kind.plural() + " may not be listed (forbidden)");
  }

  @ParameterizedTest
  @EnumSource(ObservedKind.class)
  void a_kind_that_is_still_loading_never_looks_like_nothing_found(ObservedKind kind) {
    List<Finding> findings =
        evicting(
            two()
                .deployment("a", "web", Template.of("web"), "n1", "n2")
                .bare("a", "local", Template.of("local").withEmptyDir(), "n1")
                .health(kind, new KindHealth.Loading()));

    boolean matters =
        kind != ObservedKind.NAMESPACE
            && kind != ObservedKind.SERVICE
            && kind != ObservedKind.NETWORK_POLICY
            && kind != ObservedKind.PERSISTENT_VOLUME_CLAIM;
    assertThat(findings.stream().anyMatch(f -> f.text().contains("still being loaded")))
        .isEqualTo(matters);
  }

  @Test
  void a_doubt_concerns_only_a_plan_that_the_rule_is_about() {
    KindHealth denied = new KindHealth.Denied("forbidden");

    assertThat(
            said(
                cordoning(two().health(ObservedKind.POD_DISRUPTION_BUDGET, denied), bad()), "T-18"))
        .isEmpty();
    assertThat(
            said(
                cordoning(two().health(ObservedKind.PERSISTENT_VOLUME_CLAIM, denied), bad()),
                "T-49"))
        .isEmpty();
  }

  @Test
  void a_pod_whose_owner_is_missing_or_unknown_breaks_no_rule() {
    ClusterBuilder cluster =
        two()
            .deployment("a", "web", Template.of("web"), "n1", "n2")
            .pod("a/web-6f7d-1", p -> owned(p, ObservedKind.REPLICA_SET.kind(), "uid-of-nothing"))
            .deployment("a", "api", Template.of("api"), "n1", "n2")
            .pod("a/api-6f7d-1", p -> owned(p, "", ""));

    assertThat(evicting(cluster, bad(), MOVE_ALL)).isNotEmpty();
  }

  private static Pod owned(Pod p, String kind, String uid) {
    return new Pod(
        p.ref(),
        p.node(),
        p.status(),
        p.shape(),
        Optional.of(new org.lazaretto.model.ObjectRef("apps/v1", kind, "a", "x", uid)),
        p.labels(),
        p.mirror());
  }
}
