package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.shell.StatusViewModel.Curtain;
import org.lazaretto.ui.shell.StatusViewModel.Status;

class StatusViewModelTest {
  private static final Instant NOW = Clusters.NOW;
  private final StatusViewModel model = new StatusViewModel(ZoneId.of("Europe/Berlin"));
  private final ClusterBuilder cluster =
      new ClusterBuilder()
          .node("n1", "a")
          .node("n2", "b")
          .bare("shop", "x", Template.of("x"), "n1");

  private Status status() {
    return model.status(cluster.build(), 12, NOW);
  }

  private KindSign sign(KindGroup group) {
    return KindSign.of(group, cluster.build(), NOW);
  }

  @Test
  void it_says_how_old_and_how_much() {
    assertThat(status().asOf())
        .isEqualTo("data as of " + NOW.toString().substring(11, 19) + "Z, 0 s ago");
    assertThat(status().asOfLocal()).contains("CE");
    assertThat(status().counts()).isEqualTo("1 pod · 2 nodes · 2 zones · 12 changes/min");
  }

  @Test
  void what_is_seen_of_a_quiet_cluster_grows_old() {
    assertThat(model.status(cluster.build(), 0, NOW.plusSeconds(75)).asOf()).endsWith("75 s ago");
  }

  @Test
  void a_picture_is_not_younger_than_what_was_last_heard_of_its_pods() {
    cluster.health(ObservedKind.POD, new KindHealth.Stale(NOW.minusSeconds(40), "gone"));
    assertThat(status().asOf()).endsWith("40 s ago");
  }

  @Test
  void a_kind_that_says_less_than_a_living_watch_does_is_named_with_its_silence() {
    cluster.health(ObservedKind.POD, new KindHealth.Synced(NOW.minusSeconds(100)));
    assertThat(sign(KindGroup.PODS).words()).isEqualTo("pods: silent for 100 s");
    assertThat(sign(KindGroup.PODS).hover()).contains("100 s ago");
    assertThat(sign(KindGroup.NODES).words()).isEqualTo("nodes");
  }

  @Test
  void a_kind_that_is_seen_is_a_word_and_a_dot() {
    assertThat(sign(KindGroup.PODS).words()).isEqualTo("pods");
    assertThat(sign(KindGroup.PODS).state()).isEqualTo(KindSign.State.SYNCED);
  }

  @Test
  void a_kind_that_may_not_be_listed_is_named_with_its_reason_on_hover() {
    cluster.health(ObservedKind.JOB, new KindHealth.Denied("jobs is forbidden\u001b[31m"));
    assertThat(sign(KindGroup.WORKLOADS).words()).isEqualTo("workloads: not permitted");
    assertThat(sign(KindGroup.WORKLOADS).hover())
        .contains("jobs: not permitted: jobs is forbidden\\u001b[31m")
        .contains("deployments: heard from");
  }

  @Test
  void the_worst_of_a_group_names_it() {
    cluster.health(ObservedKind.JOB, new KindHealth.Loading());
    cluster.health(ObservedKind.DEPLOYMENT, new KindHealth.Stale(NOW, "gone"));
    assertThat(sign(KindGroup.WORKLOADS).state()).isEqualTo(KindSign.State.STALE);
  }

  @Test
  void an_old_picture_is_told_after_a_moment_with_since_when() {
    cluster.health(
        ObservedKind.POD, new KindHealth.Stale(NOW.minusSeconds(150), "connection refused"));
    assertThat(status().stale()).isEmpty();
    assertThat(status().stale()).isEmpty();
    assertThat(status().stale().orElseThrow().copyable())
        .startsWith("LZ-STALE: ")
        .contains("pods")
        .contains("2 min ago")
        .contains("connection refused");
    cluster.health(ObservedKind.POD, new KindHealth.Synced(NOW));
    assertThat(status().stale()).isEmpty();
  }

  @Test
  void a_reason_of_a_megabyte_is_cut() {
    cluster.health(ObservedKind.POD, new KindHealth.Denied("x".repeat(1 << 20)));
    assertThat(sign(KindGroup.PODS).hover()).hasSizeLessThan(600);
  }

  @Test
  void there_is_a_curtain_before_there_is_a_picture() {
    ClusterSnapshot nothing = ClusterSnapshot.empty(Clusters.IDENTITY, NOW);
    assertThat(StatusViewModel.curtain(nothing)).isEqualTo(Curtain.LOADING);
    assertThat(StatusViewModel.curtain(cluster.build())).isEqualTo(Curtain.NONE);
    KindHealth denied = new KindHealth.Denied("no");
    assertThat(
            StatusViewModel.curtain(
                nothing.withHealth(ObservedKind.POD, denied).withHealth(ObservedKind.NODE, denied)))
        .isEqualTo(Curtain.DENIED);
    KindHealth synced = new KindHealth.Synced(NOW);
    assertThat(
            StatusViewModel.curtain(
                nothing.withHealth(ObservedKind.POD, synced).withHealth(ObservedKind.NODE, synced)))
        .isEqualTo(Curtain.NONE);
  }

  @Test
  void of_many_kinds_that_are_kept_back_each_is_a_word_and_all_are_listed_once() {
    for (ObservedKind kind :
        List.of(ObservedKind.JOB, ObservedKind.SERVICE, ObservedKind.NETWORK_POLICY)) {
      cluster.health(kind, new KindHealth.Denied("no"));
    }
    assertThat(words()).contains("workloads: not permitted", "services: not permitted");
    cluster.health(ObservedKind.POD_DISRUPTION_BUDGET, new KindHealth.Denied("no"));
    assertThat(words()).contains("nodes", "workloads", "services", "budgets");
    assertThat(status().denied())
        .containsExactly(
            "services: not permitted: no",
            "jobs: not permitted: no",
            "poddisruptionbudgets: not permitted: no",
            "networkpolicies: not permitted: no");
  }

  private List<String> words() {
    return status().signs().stream().map(KindSign::words).toList();
  }

  @Test
  void pods_that_may_not_be_listed_are_not_counted_as_none() {
    ClusterSnapshot nothing = ClusterSnapshot.empty(Clusters.IDENTITY, NOW);
    KindHealth denied = new KindHealth.Denied("no");
    assertThat(model.status(nothing, 0, NOW).counts()).startsWith("no pods");
    assertThat(model.status(nothing.withHealth(ObservedKind.POD, denied), 0, NOW).counts())
        .startsWith("pods not permitted");
  }

  @Test
  void who_may_see_neither_pods_nor_nodes_is_told_the_rule_that_is_missing() {
    KindHealth denied = new KindHealth.Denied("not for viewer\u001b[31m");
    ClusterSnapshot nothing =
        ClusterSnapshot.empty(Clusters.IDENTITY, NOW)
            .withHealth(ObservedKind.POD, denied)
            .withHealth(ObservedKind.NODE, denied);
    assertThat(StatusViewModel.noPicture(nothing).copyable())
        .startsWith("LZ-NO-PICTURE: ")
        .contains("\"list\" and \"watch\" on \"pods\" and \"nodes\"")
        .contains("pods: not permitted: not for viewer\\u001b[31m")
        .contains("nodes: not permitted");
  }

  @Test
  void durations_are_said_as_people_say_them() {
    assertThat(Times.rough(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Times.rough(Duration.ofMinutes(90))).isEqualTo("90 min");
    assertThat(Times.rough(Duration.ofHours(30))).isEqualTo("30 h");
    assertThat(Times.rough(Duration.ofDays(3))).isEqualTo("3 d");
    assertThat(Times.rough(Duration.ofSeconds(-5))).isEqualTo("0 s");
    assertThat(Times.elapsed(Duration.ofSeconds(872))).isEqualTo("00:14:32");
    assertThat(Times.elapsed(Duration.ofHours(51))).isEqualTo("2 d 03:00:00");
    assertThat(Times.elapsed(Duration.ofHours(-1))).isEqualTo("00:00:00");
  }
}
