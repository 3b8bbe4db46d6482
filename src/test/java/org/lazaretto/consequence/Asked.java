package org.lazaretto.consequence;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Planned;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.cordon.CordonPlanner;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

/** Asks for the consequences of a plan in a small cluster. */
final class Asked {
  static final Context CONTEXT =
      new Context(Optional.empty(), Clusters.NOW, Duration.ofSeconds(30));
  static final Decisions MOVE_ALL = new Decisions(true, true, true, true);

  private Asked() {}

  /**
   * Node {@code n1}, cordoned, with the bare suspect {@code a/bad}, and the open node {@code n2}.
   */
  static ClusterBuilder two() {
    return new ClusterBuilder()
        .node("n1", "z1")
        .node("n1", org.lazaretto.fixture.Changes::cordoned)
        .node("n2", "z1")
        .bare("a", "bad", org.lazaretto.fixture.Template.of("bad"), "n1");
  }

  static PodRef bad() {
    return new PodRef("a", "bad", "uid-pod-a-bad");
  }

  static Plan evacuation(ClusterSnapshot snapshot, PodRef suspect, Method method, Decisions moved) {
    return Planned.of(
        EvacuatePlanner.plan(
            snapshot,
            new Request.Evacuate(List.of(suspect), List.of("n1"), method, Map.of(), moved)));
  }

  static List<Finding> evicting(ClusterBuilder cluster) {
    return evicting(cluster, bad(), Decisions.KEEP_ALL);
  }

  static List<Finding> evicting(ClusterBuilder cluster, PodRef suspect, Decisions moved) {
    ClusterSnapshot snapshot = cluster.build();
    return Consequences.of(snapshot, evacuation(snapshot, suspect, Method.EVICT, moved), CONTEXT);
  }

  static List<Finding> restarting(ClusterBuilder cluster) {
    ClusterSnapshot snapshot = cluster.build();
    return Consequences.of(
        snapshot, evacuation(snapshot, bad(), Method.RESTART, Decisions.KEEP_ALL), CONTEXT);
  }

  static List<Finding> cordoning(ClusterBuilder cluster, PodRef suspect, String... nodes) {
    ClusterSnapshot snapshot = cluster.build();
    return Consequences.of(snapshot, cordon(snapshot, suspect, nodes), CONTEXT);
  }

  static Plan cordon(ClusterSnapshot snapshot, PodRef suspect, String... nodes) {
    return Planned.of(
        CordonPlanner.plan(snapshot, new Request.Cordon(List.of(suspect), List.of(nodes))));
  }

  static Optional<LocalRating> rating(ClusterBuilder cluster, Decisions moved) {
    ClusterSnapshot snapshot = cluster.build();
    return Consequences.rating(snapshot, evacuation(snapshot, bad(), Method.EVICT, moved), CONTEXT);
  }

  /** {@code SEVERITY path, path …} of each finding of that id. */
  static List<String> said(List<Finding> findings, String id) {
    return findings.stream()
        .filter(finding -> finding.id().equals(id))
        .map(finding ->
            finding.severity()
                + " "
                + String.join(", ", finding.objects().stream().map(ObjectRef::path).toList()))
        .toList();
  }

  static String text(List<Finding> findings, String id) {
    return String.join(
        "\n", findings.stream().filter(f -> f.id().equals(id)).map(Finding::text).toList());
  }
}
