package org.lazaretto.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.consequence.Consequences;
import org.lazaretto.consequence.Context;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.EvacuatePlanner;

/**
 * What it costs to plan an evacuation with all its consequences among 20,000 pods: of three nodes,
 * as an incident would have it, and of forty nodes with all applications in one namespace. CPU time
 * of the one thread that plans. Against the goal of 200 ms; the figure is the slower one's.
 */
public final class PlanBench {
  private static final int NODES = 400;
  private static final int PODS = 20_000;
  private static final double GOAL_MILLIS = 200;
  private static final int WARM = 12;
  private static final int ROUNDS = 25;

  private PlanBench() {}

  /** Measures both; needs nothing but memory. */
  public static String run() throws BenchException {
    return measure(NODES, PODS, ROUNDS);
  }

  static String measure(int nodes, int pods, int rounds) throws BenchException {
    Times few = times(BusyCluster.of(nodes, pods, Math.max(1, nodes / 2), 3), 3, rounds);
    Times many = times(BusyCluster.of(nodes, pods, 1, nodes / 10), nodes / 10, rounds);
    double worst = Math.max(few.p95(), many.p95());
    return String.format(
        Locale.ROOT,
        "plan: %d pods; 3 nodes emptied: %d steps, %d findings, first %.0f ms, median %.1f ms, p95"
            + " %.1f ms; %d nodes of one namespace: %d steps, %d findings, median %.1f ms, p95 %.1f"
            + " ms%nplan %.1f ms p95 %.1fx against the goal of %.0f ms",
        pods,
        few.plan().steps().size(),
        few.plan().findings().size(),
        few.first(),
        few.median(),
        few.p95(),
        nodes / 10,
        many.plan().steps().size(),
        many.plan().findings().size(),
        many.median(),
        many.p95(),
        worst,
        GOAL_MILLIS / worst,
        GOAL_MILLIS);
  }

  private record Times(Plan plan, double first, List<Double> sorted) {
    double median() {
      return sorted.get(sorted.size() / 2);
    }

    double p95() {
      return sorted.get((int) (sorted.size() * 0.95));
    }
  }

  private static Times times(ClusterSnapshot cluster, int emptied, int rounds)
      throws BenchException {
    List<String> names = new ArrayList<>();
    List<PodRef> suspects = new ArrayList<>();
    for (int i = 0; i < emptied; i++) {
      names.add(BusyCluster.nodeName(i));
      suspects.add(cluster.podsOn(BusyCluster.nodeName(i)).getFirst().ref());
    }
    Request.Evacuate request =
        new Request.Evacuate(
            suspects, names, Request.Method.EVICT, Map.of(), Request.Decisions.KEEP_ALL);
    long began = Screen.threadCpu();
    Plan plan = plan(cluster, request);
    double first = millisSince(began);
    for (int i = 0; i < Math.min(WARM, rounds); i++) {
      plan(cluster, request);
    }
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long start = Screen.threadCpu();
      plan(cluster, request);
      millis.add(millisSince(start));
    }
    millis.sort(Double::compare);
    return new Times(plan, first, millis);
  }

  private static Plan plan(ClusterSnapshot cluster, Request.Evacuate request)
      throws BenchException {
    Context context = new Context(Optional.empty(), cluster.asOf(), Duration.ofSeconds(30));
    return switch (EvacuatePlanner.plan(cluster, request)) {
      case PlanResult.Planned(var plan) -> Consequences.added(cluster, plan, context);
      case PlanResult.CannotPlan(var reasons, _) ->
          throw new BenchException("No plan: " + String.join(" ", reasons));
    };
  }

  private static double millisSince(long began) {
    return (Screen.threadCpu() - began) / 1e6;
  }
}
