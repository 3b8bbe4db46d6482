package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.CONTEXT;
import static org.lazaretto.consequence.Asked.MOVE_ALL;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.evicting;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Golden;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.Measure;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.capture.FreezePlanner;

/** T-42, T-43, C-P-01 and its rating, and all findings together. */
class PictureTest {
  private static Plan freeze(ClusterSnapshot snapshot) {
    return Planned.of(FreezePlanner.plan(snapshot, new Request.Freeze(List.of(bad()))));
  }

  @Test
  void another_cluster_than_the_cases_is_held_and_cannot_be_waived() {
    ClusterSnapshot snapshot = two().build();
    Context other =
        new Context(Optional.of("uid-of-production"), Clusters.NOW, Duration.ofSeconds(30));
    Context same =
        new Context(Optional.of(Clusters.IDENTITY.uid()), Clusters.NOW, Duration.ofSeconds(30));

    List<Finding> findings = Consequences.of(snapshot, freeze(snapshot), other);

    assertThat(said(findings, "T-42")).containsExactly("STOP kube-system");
    assertThat(findings.getFirst().waivable()).isFalse();
    assertThat(said(Consequences.of(snapshot, freeze(snapshot), same), "T-42")).isEmpty();
  }

  @Test
  void a_picture_older_than_its_bound_is_held_and_a_younger_one_is_not() {
    KindHealth lost = new KindHealth.Stale(Clusters.NOW.minusSeconds(31), "connection lost");
    KindHealth justLost = new KindHealth.Stale(Clusters.NOW.minusSeconds(5), "connection lost");

    List<Finding> findings = evicting(two().health(ObservedKind.POD, lost));

    assertThat(said(findings, "T-43")).containsExactly("STOP ");
    assertThat(text(findings, "T-43")).contains("pods were last heard of 31 s ago, allowed are 30");
    assertThat(findings.getFirst().waivable()).isFalse();
    assertThat(said(evicting(two().health(ObservedKind.POD, justLost)), "T-43")).isEmpty();
  }

  @Test
  void a_kind_that_loads_or_is_denied_is_held_where_it_is_needed() {
    KindHealth denied = new KindHealth.Denied("forbidden");
    KindHealth loading = new KindHealth.Loading();

    assertThat(text(evicting(two().health(ObservedKind.REPLICA_SET, denied)), "T-43"))
        .contains("replicasets may not be listed");
    assertThat(said(evicting(two().health(ObservedKind.NODE, loading)), "T-43"))
        .containsExactly("STOP ");
    assertThat(said(evicting(two().health(ObservedKind.JOB, denied)), "T-43"))
        .containsExactly("WARN ");
    assertThat(said(evicting(two().health(ObservedKind.NAMESPACE, denied)), "T-43")).isEmpty();
  }

  @Test
  void a_freeze_is_warned_of_an_old_picture_and_not_held() {
    ClusterSnapshot snapshot =
        two()
            .health(ObservedKind.POD, new KindHealth.Stale(Clusters.NOW.minusSeconds(99), "x"))
            .build();

    assertThat(said(Consequences.of(snapshot, freeze(snapshot), CONTEXT), "T-43"))
        .containsExactly("WARN ");
  }

  @Test
  void a_suspect_that_is_not_bound_yet_is_told_with_the_cordon() {
    ClusterBuilder pending = two().pod("a/bad", Changes::pending);

    assertThat(said(Asked.cordoning(pending, bad(), "n1"), "C-P-01")).containsExactly("WARN a/bad");
    assertThat(said(Asked.cordoning(two(), bad(), "n1"), "C-P-01")).isEmpty();
  }

  @Test
  void the_shops_evacuation_has_all_its_findings_gravest_first() {
    ClusterSnapshot shop = Clusters.cordonedShop().build();
    Plan plan =
        Planned.of(
            org.lazaretto.plan.evacuate.EvacuatePlanner.plan(
                shop,
                new Request.Evacuate(
                    List.of(Clusters.miner()),
                    List.of(),
                    Request.Method.EVICT,
                    java.util.Map.of(),
                    MOVE_ALL)));

    List<Finding> findings = Consequences.of(shop, plan, CONTEXT);

    assertThat(findings)
        .isSortedAccordingTo(
            Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                .thenComparing(Finding::id)
                .thenComparing(Finding::text));
    StringBuilder all = new StringBuilder();
    findings.forEach(f ->
        all.append(
            f.severity().word() + " " + f.id() + " " + f.text() + "\n  " + f.instead() + "\n"));
    Consequences.rating(shop, plan, CONTEXT)
        .orElseThrow()
        .lost()
        .forEach(l -> all.append(l + "\n"));
    Golden.matches("findings.txt", all.toString());
  }

  @Test
  void every_text_is_one_or_two_sentences() {
    ClusterSnapshot shop = Clusters.cordonedShop().build();
    Plan plan = Asked.cordon(shop, Clusters.miner());

    assertThat(Consequences.of(shop, plan, CONTEXT))
        .isNotEmpty()
        .allMatch(f -> f.text().endsWith(".") && f.instead().endsWith("."));
  }

  @Test
  void the_published_rating_comes_out_of_its_marks() {
    assertThat(Measure.C_P_01.published().overall()).isEqualByComparingTo("3.65");
  }

  @Test
  void nothing_lost_is_five_and_replicas_above_half_are_four() {
    ClusterBuilder three = two().deployment("a", "web", Template.of("web"), "n1", "n2", "n2");

    assertThat(impact(two(), Decisions.KEEP_ALL)).isEqualTo(5);
    assertThat(impact(three, Decisions.KEEP_ALL)).isEqualTo(4);
  }

  @Test
  void a_workload_below_half_or_a_clean_pod_that_stays_is_three() {
    ClusterBuilder most = two().deployment("a", "web", Template.of("web"), "n1", "n1", "n2");
    ClusterBuilder stuck = two().bare("a", "one", Template.of("one"), "n1");

    assertThat(impact(most, Decisions.KEEP_ALL)).isEqualTo(3);
    assertThat(impact(stuck, Decisions.KEEP_ALL)).isEqualTo(3);
  }

  @Test
  void a_workload_without_any_replica_is_two_unless_its_budget_keeps_some() {
    ClusterBuilder one = two().deployment("a", "web", Template.of("web"), "n1", "n1");

    assertThat(impact(one, Decisions.KEEP_ALL)).isEqualTo(2);
    assertThat(impact(one.budget("a", "b", "web", 1), Decisions.KEEP_ALL)).isEqualTo(4);
  }

  @Test
  void a_cordon_that_leaves_no_node_is_one_and_one_that_changes_nothing_is_five() {
    ClusterSnapshot snapshot = two().build();

    assertThat(cordonImpact(snapshot, "n2")).isEqualTo(1);
    assertThat(cordonImpact(snapshot, "n1")).isEqualTo(5);
  }

  @Test
  void the_local_rating_says_what_is_lost_and_moves_only_that_criterion() {
    LocalRating rating =
        Asked.rating(
                two().deployment("a", "web", Template.of("web"), "n1", "n2", "n2"),
                Decisions.KEEP_ALL)
            .orElseThrow();

    assertThat(rating.here().overall()).isEqualByComparingTo("3.85");
    assertThat(rating.lost())
        .containsExactly(
            "Deployment a/web: 2 of 3 pods stay ready during the move; half of its replicas is 2.");
  }

  @Test
  void a_plan_that_only_reads_has_no_rating() {
    ClusterSnapshot snapshot = two().build();

    assertThat(Consequences.rating(snapshot, freeze(snapshot), CONTEXT)).isEmpty();
  }

  private static int impact(ClusterBuilder cluster, Decisions moved) {
    return Asked.rating(cluster, moved).orElseThrow().businessImpact();
  }

  private static int cordonImpact(ClusterSnapshot snapshot, String node) {
    return Consequences.rating(snapshot, Asked.cordon(snapshot, bad(), node), CONTEXT)
        .orElseThrow()
        .businessImpact();
  }
}
