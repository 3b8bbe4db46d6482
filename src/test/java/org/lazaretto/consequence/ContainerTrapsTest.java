package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.HostAccess;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.model.PodShape;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.dispose.DisposePlanner;

/** The traps of ending or freezing single containers. */
class ContainerTrapsTest {
  private static final HostAccess SHARED = new HostAccess(false, false, false, false, true);
  private static final HostAccess HOST = new HostAccess(false, true, false, false, false);

  private static Template sharing(HostAccess host) {
    PodShape old = Template.of("web").shape();
    return new Template(
        new PodShape(
            old.serviceAccount(),
            old.images(),
            host,
            old.volumes(),
            old.placement(),
            old.grace(),
            false));
  }

  private static List<Finding> ending(
      Disposal way, HostAccess host, String policy, boolean probed) {
    ClusterSnapshot seen =
        new ClusterBuilder().node("n1", "z1").bare("shop", "lone", sharing(host), "n1").build();
    PodRef suspect = seen.pod("shop", "lone").orElseThrow().ref();
    PodRun run =
        new PodRun(
            suspect, policy, List.of(new ContainerRun("app", "containerd://4f", 0, true, probed)));
    return Consequences.of(
        seen,
        Planned.of(
            DisposePlanner.plan(seen, new Request.Dispose(List.of(suspect), way), List.of(run))),
        Asked.CONTEXT);
  }

  @Test
  void a_first_process_that_is_not_the_containers_stops_the_restart() {
    assertThat(Asked.said(ending(Disposal.RESTART, SHARED, "Always", false), "T-12b"))
        .contains("STOP shop/lone");
    assertThat(Asked.text(ending(Disposal.RESTART, SHARED, "Always", false), "T-12b"))
        .contains("shareProcessNamespace");
    assertThat(Asked.text(ending(Disposal.RESTART, HOST, "Always", false), "T-12b"))
        .contains("hostPID");
  }

  @Test
  void a_container_that_would_not_start_again_stops_the_restart() {
    assertThat(Asked.text(ending(Disposal.RESTART, HostAccess.NONE, "Never", false), "T-12b"))
        .contains("ends for good");
  }

  @Test
  void a_restart_of_a_container_by_itself_warns_that_it_may_not_be_heard() {
    List<Finding> findings = ending(Disposal.RESTART, HostAccess.NONE, "Always", false);

    assertThat(Asked.said(findings, "T-12b")).containsExactly("WARN shop/lone");
    assertThat(Asked.said(findings, "T-35")).containsExactly("STOP shop/lone");
    assertThat(Asked.said(ending(Disposal.PODS, HOST, "Never", false), "T-12b")).isEmpty();
  }

  @Test
  void a_liveness_probe_restarts_what_is_frozen() {
    assertThat(Asked.text(ending(Disposal.PAUSE, HostAccess.NONE, "Always", true), "T-54"))
        .contains("liveness probe");
    assertThat(Asked.said(ending(Disposal.PAUSE, HostAccess.NONE, "Always", false), "T-54"))
        .isEmpty();
  }

  @Test
  void the_kubelet_starts_again_what_is_ended_on_its_node() {
    assertThat(Asked.said(ending(Disposal.STOP, HostAccess.NONE, "Always", false), "T-54"))
        .containsExactly("WARN shop/lone");
    assertThat(Asked.said(ending(Disposal.STOP, HostAccess.NONE, "Never", false), "T-54"))
        .isEmpty();
  }
}
