package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.Plan;

/** Computes what a plan will cause. Pure: the same picture gives the same findings. */
public final class Consequences {
  private static final List<Rule> RULES =
      List.of(
          new WrongCluster(),
          new StalePicture(),
          new Unplaced(),
          new Siblings(),
          new NamedDecisions(),
          new DaemonPods(),
          new Restarts(),
          new Images(),
          new ByIdentity(),
          new Budgets(),
          new StaticPods(),
          new LastPlace(),
          new LastReplica(),
          new Room(),
          new SharedClaims());

  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::id)
          .thenComparing(Finding::text);

  private Consequences() {}

  /** The findings, the gravest first, then by id. */
  public static List<Finding> of(ClusterSnapshot snapshot, Plan plan, Context context) {
    Scene scene = Scene.of(snapshot, plan, context);
    List<Finding> findings = new ArrayList<>();
    RULES.forEach(rule -> findings.addAll(rule.of(scene)));
    findings.sort(GRAVEST_FIRST);
    return List.copyOf(findings);
  }

  /** C-P-01 rated for this cluster; empty for a plan that only reads. */
  public static Optional<LocalRating> rating(ClusterSnapshot snapshot, Plan plan, Context context) {
    return BusinessImpact.of(Scene.of(snapshot, plan, context));
  }

  /** The plan with its findings and its rating. */
  public static Plan added(ClusterSnapshot snapshot, Plan plan, Context context) {
    return plan.with(of(snapshot, plan, context), rating(snapshot, plan, context));
  }
}
