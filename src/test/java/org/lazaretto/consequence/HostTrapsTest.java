package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.consequence.Asked.bad;
import static org.lazaretto.consequence.Asked.cordoning;
import static org.lazaretto.consequence.Asked.evicting;
import static org.lazaretto.consequence.Asked.said;
import static org.lazaretto.consequence.Asked.text;
import static org.lazaretto.consequence.Asked.two;
import static org.lazaretto.consequence.Given.ago;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Toleration;
import org.lazaretto.plan.Finding;

/** T-09, T-12, T-14, T-23, T-46, T-47, T-51, T-54: what the suspect's node and owner decide. */
class HostTrapsTest {
  private static final PodRef ROOT = new PodRef("a", "root", "uid-pod-a-root");

  private static ClusterBuilder privileged() {
    return two().bare("a", "root", Given.privileged("root"), "n1");
  }

  private static ClusterBuilder unreachable(Template template, long seconds) {
    return two().bare("a", "root", template, "n1").node("n1", Given.lostSince(ago(seconds)));
  }

  private static Template tolerating(OptionalLong seconds) {
    return Given.standing(
        "root",
        new Toleration("node.kubernetes.io/unreachable", "Exists", "", "NoExecute", seconds));
  }

  @Test
  void a_privileged_suspect_may_have_the_node_and_an_ordinary_one_says_nothing() {
    List<Finding> findings = cordoning(privileged(), ROOT);

    assertThat(said(findings, "T-09")).containsExactly("INFORM a/root");
    assertThat(text(findings, "T-09")).contains("a/root: privileged");
    assertThat(said(cordoning(privileged(), bad()), "T-09")).isEmpty();
  }

  @Test
  void emptying_a_suspected_host_warns_that_what_moves_could_be_read_there() {
    List<Finding> findings = evicting(privileged(), ROOT, Asked.MOVE_ALL);

    assertThat(said(findings, "T-09")).containsExactly("WARN a/root");
    assertThat(text(findings, "T-09")).contains("takes along Secrets and tokens");
  }

  @Test
  void a_cordon_of_a_suspected_host_does_not_hold_without_a_taint() {
    List<Finding> findings = cordoning(privileged(), ROOT);

    assertThat(said(findings, "T-47")).containsExactly("WARN n1");
    assertThat(
            findings.stream().filter(f -> f.id().equals("T-47")).findFirst().orElseThrow().steps())
        .hasSize(1);
    assertThat(
            said(
                cordoning(
                    privileged().node("n1", Changes.tainted("quarantine", "NoSchedule")), ROOT),
                "T-47"))
        .isEmpty();
    assertThat(
            said(
                cordoning(
                    privileged()
                        .node(
                            "n1",
                            Changes.tainted("node.kubernetes.io/unschedulable", "NoSchedule")),
                    ROOT),
                "T-47"))
        .containsExactly("WARN n1");
    assertThat(said(cordoning(privileged(), bad()), "T-47")).isEmpty();
  }

  @Test
  void a_stateful_sets_replacement_waits_for_the_suspects_name() {
    ClusterBuilder cluster = two().statefulSet("a", "db", Template.of("db"), "n1", "n2");
    PodRef db = new PodRef("a", "db-0", "uid-pod-a-db-0");

    assertThat(said(cordoning(cluster, db), "T-12")).containsExactly("INFORM a/db-0, a/db");
    assertThat(said(cordoning(cluster, bad()), "T-12")).isEmpty();
  }

  @Test
  void a_suspect_of_a_daemon_set_comes_back_and_has_siblings_everywhere() {
    ClusterBuilder cluster = two().daemonSet("a", "agent");
    PodRef agent = new PodRef("a", "agent-n1", "uid-pod-a-agent-n1");

    List<Finding> findings = cordoning(cluster, agent);

    assertThat(said(findings, "T-14"))
        .containsExactly("WARN a/agent-n1, a/agent", "INFORM a/agent-n1");
    assertThat(text(findings, "T-14")).contains("1 pod of the same template runs on other nodes");
  }

  @Test
  void an_emptied_node_of_karpenter_goes_first_and_its_annotation_does_not_stop_everything() {
    ClusterBuilder pool = two().node("n1", Given.labelled("karpenter.sh/nodepool", "default"));
    ClusterBuilder held = pool.node("n1", n -> n);

    assertThat(said(evicting(pool), "T-23")).containsExactly("WARN n1");
    assertThat(said(cordoning(pool, bad()), "T-23")).containsExactly("INFORM n1");
    assertThat(
            text(
                evicting(
                    held.node("n1", Given.noted("karpenter.sh/do-not-disrupt", "true"))
                        .node("n1", Given.labelled("karpenter.sh/nodepool", "default"))),
                "T-23"))
        .contains("does not stop expiry");
    assertThat(said(evicting(two()), "T-23")).isEmpty();
  }

  @Test
  void the_cluster_autoscaler_removes_an_idle_node_unless_it_is_held() {
    String held = "cluster-autoscaler.kubernetes.io/scale-down-disabled";
    ClusterBuilder cluster =
        two()
            .deployment(
                "kube-system",
                "scaler",
                Template.image("registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.0"),
                "n2");

    assertThat(said(evicting(cluster), "T-23")).containsExactly("WARN n1");
    assertThat(text(evicting(cluster), "T-23")).contains("about 10 minutes idle, 20 unready");
    assertThat(said(evicting(cluster.node("n1", Given.noted(held, "true"))), "T-23")).isEmpty();
  }

  @Test
  void an_autoscaler_of_the_provider_cannot_be_seen_and_that_is_said() {
    ClusterBuilder gke = two().node("n1", Given.labelled("cloud.google.com/gke-nodepool", "p"));

    assertThat(said(evicting(gke), "T-23")).containsExactly("INFORM n1");
    assertThat(text(evicting(gke), "T-23")).startsWith("Cannot tell whether an autoscaler");
  }

  @Test
  void a_suspect_on_a_lost_node_is_marked_for_deletion_when_its_toleration_ends() {
    List<Finding> soon = cordoning(unreachable(tolerating(OptionalLong.of(300)), 100), ROOT);

    assertThat(said(soon, "T-46")).containsExactly("WARN a/root");
    assertThat(text(soon, "T-46")).contains("is marked for deletion in 200 s");
    assertThat(text(cordoning(unreachable(tolerating(OptionalLong.of(300)), 900), ROOT), "T-46"))
        .contains("was to be marked for deletion at");
    assertThat(said(cordoning(unreachable(tolerating(OptionalLong.empty()), 900), ROOT), "T-46"))
        .isEmpty();
    assertThat(said(cordoning(two(), bad()), "T-46")).isEmpty();
  }

  @Test
  void fargate_and_windows_take_away_measures() {
    ClusterBuilder fargate =
        two().node("n1", Given.labelled("eks.amazonaws.com/compute-type", "fargate"));

    assertThat(said(cordoning(fargate, bad()), "T-51")).containsExactly("WARN a/bad");
    assertThat(text(cordoning(fargate, bad()), "T-51")).contains("Fargate");
    assertThat(text(cordoning(two().node("n1", Given::windows), bad()), "T-51"))
        .contains("on Windows");
    assertThat(said(cordoning(two(), bad()), "T-51")).isEmpty();
  }

  @Test
  void a_crash_loop_and_a_full_disk_make_evidence_fade() {
    ContainerState crashing =
        new ContainerState("app", ContainerState.Role.MAIN, "i", 7, false, "CrashLoopBackOff");
    ClusterBuilder looping = two().pod("a/bad", Changes.containers(crashing));
    ClusterBuilder full = two().node("n1", Given.pressure("DiskPressure"));

    assertThat(said(cordoning(looping, bad()), "T-54")).containsExactly("WARN a/bad");
    assertThat(text(cordoning(looping, bad()), "T-54")).contains("7 restarts so far");
    assertThat(said(cordoning(full, bad()), "T-54")).containsExactly("WARN n1");
    assertThat(said(cordoning(two().node("n1", Given.pressure("PIDPressure")), bad()), "T-54"))
        .isEmpty();
    assertThat(said(cordoning(two(), bad()), "T-54")).isEmpty();
  }

  @Test
  void every_finding_of_these_names_its_objects_with_uid() {
    assertThat(cordoning(privileged().daemonSet("a", "agent"), ROOT))
        .isNotEmpty()
        .allMatch(f -> f.objects().stream().allMatch(o -> !o.uid().isEmpty()));
  }
}
