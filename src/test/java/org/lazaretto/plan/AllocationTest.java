package org.lazaretto.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.consequence.Context;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.capture.FreezePlanner;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

/** Planning costs what it touches, not what the cluster holds. */
class AllocationTest {
  private static final Context CONTEXT =
      new Context(Optional.empty(), Clusters.NOW, Duration.ofSeconds(30));

  private static ClusterSnapshot cluster(int nodes) {
    ClusterSnapshot all = Clusters.large(nodes, nodes * 30);
    Node first = all.node("node-0").orElseThrow();
    return all.with(List.of(first.withUnschedulable(true)));
  }

  private static PodRef suspect(ClusterSnapshot snapshot) {
    return snapshot.podsOn("node-0").stream()
        .map(Pod::ref)
        .filter(ref -> ref.name().equals("app-0-6f7d-1"))
        .findFirst()
        .orElseThrow();
  }

  /** Plans everything for node-0 and its suspect, with all consequences. */
  private static int planAll(ClusterSnapshot snapshot, PodRef suspect) {
    List<PodRef> suspects = List.of(suspect);
    Plan freeze = Planned.of(FreezePlanner.plan(snapshot, new Request.Freeze(suspects)));
    Plan cordon = Planned.of(CordonPlanner.plan(snapshot, new Request.Cordon(suspects, List.of())));
    Plan evacuate =
        Planned.of(
            EvacuatePlanner.plan(
                snapshot,
                new Request.Evacuate(
                    suspects,
                    List.of(),
                    Request.Method.EVICT,
                    Map.of(),
                    Request.Decisions.KEEP_ALL)));
    int findings = 0;
    for (Plan plan : List.of(freeze, cordon, evacuate)) {
      findings += Consequences.added(snapshot, plan, CONTEXT).findings().size();
    }
    assertThat(evacuate.steps()).hasSize(30);
    return findings;
  }

  private static long allocated(ClusterSnapshot snapshot) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PodRef suspect = suspect(snapshot);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      int findings = planAll(snapshot, suspect);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(findings).isPositive();
    }
    return least;
  }

  @Test
  void planning_thirty_pods_allocates_the_same_in_two_thousand_and_in_twenty_thousand() {
    long small = allocated(cluster(67));
    long large = allocated(cluster(667));

    assertThat((double) large / small)
        .as("%d bytes in 2,000 pods, %d in 20,000", small, large)
        .isLessThan(1.5);
  }
}
