package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.CaptureStep.KeepResponse;
import org.lazaretto.plan.EvacuateStep.EvictPod;
import org.lazaretto.plan.EvacuateStep.ProveNothingNew;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.plan.NodeStep.CordonNode;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.RawPath;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.Wish;
import org.lazaretto.range.http.Faults;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ResourceTypes;

/** The runner and the real client against the practice cluster, over TLS. */
class RunOverTheWireTest {
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir private static Path folder;
  private static PracticeRange range;
  private static KubernetesConnection admin;

  private final FakeJournal journal = new FakeJournal(new HandTime());
  private final List<Step> steps = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    Wish.Place place = new Wish.Place.Sized(3, 45, 1);
    range = PracticeRange.start(new Wish(place, new Wish.Pace.Running(10), folder));
    admin = connection(Optional.empty());
  }

  @AfterAll
  static void close() throws Exception {
    admin.close();
    range.close();
    THREADS.close();
  }

  private static KubernetesConnection connection(Optional<String> context) throws Exception {
    return KubernetesConnection.open(
        ConnectionRequest.of(Optional.of(range.kubeconfig()), context));
  }

  private RunResult run(KubernetesConnection connection) throws Exception {
    Request request =
        new Request.Evacuate(
            List.of(), List.of(), Request.Method.EVICT, Map.of(), Request.Decisions.KEEP_ALL);
    Plan plan = Plan.of(admin.reads().identity(), request, steps);
    Timing timing =
        new Timing(
            InstantSource.system(),
            new Brisk(),
            THREADS,
            () -> 0.5,
            new Patience(LONG, LONG, LONG, SHORT, LONG, SHORT),
            8);
    return new Runner(connection.reads(), connection.control(), journal, timing, "lazaretto test")
        .run(
            plan,
            new Approval(plan.fingerprint(), List.of()),
            RunListener.SILENT,
            new Cancellation());
  }

  private StepId next() {
    return new StepId(steps.size() + 1);
  }

  private static NodeRef node(int number) {
    return nodes().get(number);
  }

  private static List<NodeRef> nodes() {
    return range.store().list(ResourceTypes.NODES, Optional.empty()).stream()
        .map(stored -> stored.tree().path("metadata"))
        .map(meta -> new NodeRef(meta.path("name").asText(), meta.path("uid").asText()))
        .sorted(Comparator.comparing(NodeRef::name))
        .toList();
  }

  private static List<Pod> standing(NodeRef node) throws Exception {
    return admin.reads().podsOn(node.name()).stream().filter(FollowedPod::serves).toList();
  }

  private static ObjectRef deployment(Pod pod) throws Exception {
    Workload set = admin.reads().workload(pod.controller().orElseThrow()).orElseThrow();
    return set.controller().orElseThrow();
  }

  private PodRef evict(NodeRef node, int index) throws Exception {
    Pod pod = standing(node).get(index);
    steps.add(new EvictPod(next(), pod.ref(), node, deployment(pod)));
    return pod.ref();
  }

  private static void strike(PodRef pod, int times, Fault fault) {
    range.faults().strike(new Faults.Match("create", "pods/eviction", pod.name()), times, fault);
  }

  private static long evictions(PodRef pod) {
    return range.audit().entries().stream()
        .filter(entry -> entry.call().subresource().equals("eviction"))
        .filter(entry -> entry.call().name().equals(pod.name()))
        .count();
  }

  @Test
  void a_node_is_emptied_and_proven_to_have_got_nothing_new() throws Exception {
    NodeRef node = node(0);
    List<Pod> pods = standing(node);
    steps.add(new CordonNode(next(), node, false));
    for (int i = 0; i < pods.size(); i++) {
      evict(node, i);
    }
    List<String> known = pods.stream().map(pod -> pod.ref().uid()).toList();
    steps.add(new ProveNothingNew(next(), node, known));

    RunResult result = run(admin);

    assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
    assertThat(standing(node)).isEmpty();
    assertThat(pods).isNotEmpty();
    admin.control().unschedulable(node, false, ClusterControl.Mode.REAL);
  }

  @Test
  void an_eviction_whose_answer_is_lost_is_sent_once_and_proven_by_a_read() throws Exception {
    PodRef pod = evict(node(1), 0);
    strike(pod, 1, new Fault.LostAnswer());

    RunResult result = run(admin);

    assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
    assertThat(journal.storyOf("S-001")).containsExactly("intent", "unknown", "holds");
    assertThat(evictions(pod)).isEqualTo(1);
  }

  @Test
  void an_eviction_that_never_arrived_stays_unknown() throws Exception {
    PodRef pod = evict(node(1), 1);
    strike(pod, 1, new Fault.LostRequest());

    RunResult result = run(admin);

    assertThat(result).isInstanceOf(RunResult.Uncertain.class);
    assertThat(journal.storyOf("S-001")).containsExactly("intent", "unknown", "does-not-hold");
    assertThat(evictions(pod)).isLessThanOrEqualTo(1);
  }

  @Test
  void an_eviction_that_a_budget_refuses_is_tried_again() throws Exception {
    PodRef pod = evict(node(1), 2);
    strike(pod, 2, new Fault.Refusal(ApiProblem.of(429, "TooManyRequests", "not now")));

    RunResult result = run(admin);

    assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
    assertThat(evictions(pod)).isEqualTo(3);
    assertThat(journal.storyOf("S-001")).containsExactly("intent", "done", "holds");
  }

  @Test
  void who_may_not_evict_is_told_so_and_nothing_changes() throws Exception {
    PodRef pod = evict(node(1), 3);

    try (KubernetesConnection viewer = connection(Optional.of("generated-restricted"))) {
      RunResult result = run(viewer);

      assertThat(result).isInstanceOf(RunResult.NoAccess.class);
    }
    assertThat(admin.reads().pod(pod.namespace(), pod.name())).isPresent();
  }

  @Test
  void a_restarted_rollout_is_complete_when_the_run_ends() throws Exception {
    Pod pod = standing(node(2)).getFirst();
    ObjectRef target = deployment(pod);
    steps.add(new RestartRollout(next(), target, "", List.of(pod.ref())));

    RunResult result = run(admin);

    assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
    assertThat(admin.reads().pod(pod.ref().namespace(), pod.ref().name())).isEmpty();
  }

  @Test
  void an_answer_is_kept_as_served_and_a_log_that_is_not_there_is_a_gap() throws Exception {
    Pod pod = standing(node(1)).getLast();
    String path = RawPath.of(pod.object());
    steps.add(new KeepResponse(next(), pod.object(), pod.ref(), "the suspect", path));
    String previous = path + "/log?container=service&previous=true";
    steps.add(new KeepResponse(next(), pod.object(), pod.ref(), "log, previous", previous));

    RunResult result = run(admin);

    assertThat(result).as(result.summary()).isInstanceOf(RunResult.AllHold.class);
    assertThat(journal.entries(Entry.EvidenceTaken.class)).hasSize(1);
    assertThat(journal.entries(Entry.Gap.class)).hasSize(1);
  }
}
