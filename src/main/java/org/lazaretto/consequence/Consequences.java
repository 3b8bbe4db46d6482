package org.lazaretto.consequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.FreeRoom;
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
          new SharedClaims(),
          new HostSuspected(),
          new NodeCredentials(),
          new NameHeld(),
          new Ending(),
          new ScaleDown(),
          new SetBack(),
          new Admission(),
          new Impact(),
          new CutOff(),
          new SwallowedTraffic(),
          new Platform(),
          new Fading(),
          new Expelled(),
          new PolicyEffect(),
          new OtherPolicies(),
          new UnappliedPolicy(),
          new HostNetwork(),
          new LookedInto(),
          new Stripped(),
          new StandingTraffic(),
          new ClosedService(),
          new Adoption(),
          new Respawn(),
          new SiblingsEnded(),
          new LastWords(),
          new KilledFirst(),
          new FrozenOnNode(),
          new SharedAccount());

  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity, Comparator.reverseOrder())
          .thenComparing(Finding::id)
          .thenComparing(Finding::text);

  private Consequences() {}

  /** The findings, the gravest first, then by id. */
  public static List<Finding> of(ClusterSnapshot snapshot, Plan plan, Context context) {
    return findings(Scene.of(snapshot, plan, context));
  }

  private static List<Finding> findings(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RULES) {
      findings.addAll(rule.of(scene));
      rule.doubt(scene).flatMap(doubt -> doubt.finding(scene)).ifPresent(findings::add);
    }
    findings.sort(GRAVEST_FIRST);
    return List.copyOf(findings);
  }

  /** C-P-01 rated for this cluster; empty for a plan that only reads. */
  public static Optional<LocalRating> rating(ClusterSnapshot snapshot, Plan plan, Context context) {
    return BusinessImpact.of(Scene.of(snapshot, plan, context));
  }

  /** What each workload can still do while the plan runs, by kind and path; Jobs serve nobody. */
  public static List<Availability> availability(ClusterSnapshot snapshot, Plan plan) {
    Scene scene = scene(snapshot, plan);
    return scene.moves().byWorkload().values().stream()
        .map(moved -> Availability.of(scene, moved))
        .toList();
  }

  /**
   * Where the moved pods may come to stand, as node names by pod UID: a guess by free requests,
   * selectors and taints. The scheduler decides; a pod that fits nowhere is missing.
   */
  public static Map<String, String> likelyPlaces(ClusterSnapshot snapshot, Plan plan) {
    Scene scene = scene(snapshot, plan);
    FreeRoom free = scene.freeRoom();
    Map<String, String> places = new LinkedHashMap<>();
    for (Moved moved : scene.moved()) {
      if (moved.pod().controller().isPresent()) {
        free.placeLikely(moved.pod())
            .ifPresent(node -> places.put(moved.pod().ref().uid(), node.ref().name()));
      }
    }
    return places;
  }

  /** For what depends on no case and no clock. */
  private static Scene scene(ClusterSnapshot snapshot, Plan plan) {
    return Scene.of(snapshot, plan, new Context(Optional.empty(), snapshot.asOf(), Duration.ZERO));
  }

  /** The plan with its findings, its planner's own among them, and its rating. */
  public static Plan added(ClusterSnapshot snapshot, Plan plan, Context context) {
    Scene scene = Scene.of(snapshot, plan, context);
    List<Finding> all = new ArrayList<>(plan.findings());
    all.addAll(findings(scene));
    all.sort(GRAVEST_FIRST);
    return plan.with(all, BusinessImpact.of(scene));
  }
}
