package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.CaptureStep.KeepResponse;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** A fake cluster, a journal and a hand clock, with plans told in a line. */
final class Stage {
  final HandTime time = new HandTime();
  final ClusterSnapshot before;
  final FakeCluster cluster;
  final FakeJournal journal = new FakeJournal(time);
  final Cancellation cancellation = new Cancellation();
  private final List<Step> steps = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private Optional<Request> request = Optional.empty();

  private Stage(ClusterSnapshot before) {
    this.before = before;
    this.cluster = new FakeCluster(time, before);
  }

  static Stage of(ClusterBuilder builder) {
    return new Stage(builder.build());
  }

  private StepId next() {
    return new StepId(steps.size() + 1);
  }

  Stage keep(String path) {
    PodRef suspect = Clusters.miner();
    steps.add(new KeepResponse(next(), suspect.object(), suspect, "answer to " + path, path));
    return this;
  }

  Stage cordon(String node) {
    var found = before.node(node).orElseThrow();
    steps.add(new CordonNode(next(), found.ref(), found.unschedulable()));
    return this;
  }

  /** The pod {@code namespace/name}. */
  Pod pod(String path) {
    String[] parts = path.split("/", 2);
    return before.pod(parts[0], parts[1]).orElseThrow();
  }

  Stage evict(String path) {
    Pod pod = pod(path);
    ObjectRef workload = before.workloadOf(pod).map(Workload::object).orElse(pod.object());
    var node = before.node(pod.node().orElseThrow()).orElseThrow();
    steps.add(new EvictPod(next(), pod.ref(), node.ref(), workload));
    return this;
  }

  Stage restart(String podPath) {
    Workload workload = before.workloadOf(pod(podPath)).orElseThrow();
    steps.add(new RestartRollout(next(), workload.object(), "", List.of(pod(podPath).ref())));
    return this;
  }

  Stage prove(String node) {
    List<String> stay = before.podsOn(node).stream().map(p -> p.ref().uid()).toList();
    steps.add(new ProveNothingNew(next(), before.node(node).orElseThrow().ref(), stay));
    return this;
  }

  /** Any further step, which is given its place. */
  Stage step(java.util.function.Function<StepId, Step> made) {
    steps.add(made.apply(next()));
    return this;
  }

  /** That finding is waived. */
  Stage waiving(String id) {
    waivers.add(new Waiver(id, List.of(Clusters.miner().object()), "it has to be known"));
    return this;
  }

  /** The steps are those of an isolation. */
  Stage isolating() {
    request =
        Optional.of(new Request.Isolate(List.of(Clusters.miner()), "case-1", Isolation.USUAL));
    return this;
  }

  /** These steps with their suspect: of an evacuation, if nothing else is said. */
  Plan plan() {
    return plan(request.orElseGet(Stage::evacuation));
  }

  private static Request evacuation() {
    return new Request.Evacuate(
        List.of(Clusters.miner()),
        List.of(),
        Request.Method.EVICT,
        java.util.Map.of(),
        Request.Decisions.KEEP_ALL);
  }

  Plan plan(Request request) {
    return new Plan(Clusters.IDENTITY, request, steps, List.of(), Optional.empty());
  }

  RunResult run() {
    return run(time.timing(), RunListener.SILENT);
  }

  RunResult run(Timing timing, RunListener listener) {
    Plan plan = plan();
    Approval approval = new Approval(plan.fingerprint(), waivers);
    return runner(timing).run(plan, approval, listener, cancellation);
  }

  /** Runs against this stage's cluster and writes into another journal. */
  void runInto(FakeJournal other) {
    Plan plan = plan();
    Approval approval = new Approval(plan.fingerprint(), List.of());
    new Runner(cluster, cluster, other, time.timing(), "lazaretto test")
        .run(plan, approval, RunListener.SILENT, cancellation);
  }

  /** The same, for a suspect of that UID. */
  void runInto(FakeJournal other, String uid) {
    steps.replaceAll(step -> of(step, uid));
    runInto(other);
  }

  private static Step of(Step step, String uid) {
    PodRef pod = new PodRef("shop", "checkout-6f7d-1", uid);
    return step instanceof KeepResponse(var id, _, _, var what, var path)
        ? new KeepResponse(id, pod.object(), pod, what, path)
        : step;
  }

  Runner runner(Timing timing) {
    return new Runner(cluster, cluster, journal, timing, "lazaretto test");
  }
}
