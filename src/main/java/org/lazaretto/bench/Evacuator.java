package org.lazaretto.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.execute.ApprovalResult;
import org.lazaretto.execute.Approver;
import org.lazaretto.execute.Cancellation;
import org.lazaretto.execute.Patience;
import org.lazaretto.execute.RunResult;
import org.lazaretto.execute.Runner;
import org.lazaretto.execute.Timing;
import org.lazaretto.execute.Waiter;
import org.lazaretto.execute.Waiver;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.CaseJournal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.PlanResult;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.evacuate.EvacuatePlanner;
import org.lazaretto.port.ClusterConnection;

/** Our way to empty nodes: cordon, plan, approve, run and prove, with a case on disk. */
final class Evacuator {
  private final ClusterConnection connection;
  private final Path folder;

  Evacuator(ClusterConnection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  /**
   * How long it took.
   *
   * @param pods how many were evicted
   * @param empty until the last of them was gone, which is where {@code kubectl drain} stops
   * @param proven until their replacements were ready and the node was proven empty of new pods
   */
  record Result(int pods, Duration empty, Duration proven) {}

  Result evacuate(ClusterSnapshot snapshot, List<Node> nodes)
      throws JournalException, BenchException {
    CaseInfo info = new CaseInfo("BENCH", "evacuate", snapshot.cluster().uid(), "", true);
    Author author = new Author("bench", "bench", "localhost", "0", "bench");
    CaseClock clock = CaseClock.steady(InstantSource.system());
    try (CaseJournal journal =
            CaseJournal.create(new CaseFolders().at(folder), info, author, clock);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return timed(snapshot, nodes, journal, threads);
    }
  }

  private Result timed(
      ClusterSnapshot snapshot, List<Node> nodes, CaseJournal journal, ExecutorService threads)
      throws JournalException, BenchException {
    Timing timing =
        new Timing(
            InstantSource.system(),
            Waiter.real(),
            threads,
            Math::random,
            Patience.DEFAULT,
            Timing.USUAL_IN_FLIGHT);
    Runner runner =
        new Runner(connection.reads(), connection.control(), journal, timing, "lazaretto bench");
    Arrivals arrivals = new Arrivals();
    long begun = System.nanoTime();
    run(runner, journal, cordon(snapshot, nodes), arrivals);
    run(runner, journal, evacuation(closed(snapshot, nodes), nodes), arrivals);
    long ended = System.nanoTime();
    return new Result(
        arrivals.gone(),
        Duration.ofNanos(arrivals.lastGone() - begun),
        Duration.ofNanos(ended - begun));
  }

  private static ClusterSnapshot closed(ClusterSnapshot snapshot, List<Node> nodes) {
    return snapshot.with(nodes.stream().map(node -> node.withUnschedulable(true)).toList());
  }

  private static List<String> names(List<Node> nodes) {
    return nodes.stream().map(node -> node.ref().name()).toList();
  }

  private static Plan cordon(ClusterSnapshot snapshot, List<Node> nodes) {
    Request request = new Request.Cordon(List.of(), names(nodes));
    List<Step> steps = new ArrayList<>();
    for (Node node : nodes) {
      StepId id = new StepId(steps.size() + 1);
      steps.add(new CordonNode(id, node.ref(), node.unschedulable()));
    }
    return Plan.of(snapshot.cluster(), request, steps);
  }

  /** A suspect on another node, so that every pod of these moves. */
  private static PodRef elsewhere(ClusterSnapshot snapshot, List<Node> nodes)
      throws BenchException {
    return snapshot.pods().stream()
        .filter(pod -> pod.node().filter(name -> !names(nodes).contains(name)).isPresent())
        .findFirst()
        .map(Pod::ref)
        .orElseThrow(() -> new BenchException("All pods are on one node."));
  }

  private static Plan evacuation(ClusterSnapshot snapshot, List<Node> nodes) throws BenchException {
    Request.Evacuate request =
        new Request.Evacuate(
            List.of(elsewhere(snapshot, nodes)),
            names(nodes),
            Request.Method.EVICT,
            Map.of(),
            new Request.Decisions(true, true, true, true));
    return switch (EvacuatePlanner.plan(snapshot, request)) {
      case PlanResult.Planned(var plan) -> plan;
      case PlanResult.CannotPlan(var reasons, _) ->
          throw new BenchException("Cannot plan: " + String.join(" ", reasons));
    };
  }

  private void run(Runner runner, CaseJournal journal, Plan plan, Arrivals arrivals)
      throws JournalException, BenchException {
    ApprovalResult approved =
        new Approver(connection.reads(), journal)
            .approve(
                plan,
                plan.fingerprint(),
                Waiver.shownBy(plan, "E-api-state", "a benchmark has no suspect"));
    if (!(approved instanceof ApprovalResult.Granted(var approval))) {
      throw new BenchException("Not approved: " + approved);
    }
    RunResult result = runner.run(plan, approval, arrivals, new Cancellation());
    if (!(result instanceof RunResult.AllHold)) {
      throw new BenchException(plan.wizard().word() + " does not hold: " + result.summary());
    }
  }
}
