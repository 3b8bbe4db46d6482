package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.fixture.Brisk;
import org.lazaretto.fixture.Planned;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.observe.Observation;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Command;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.isolate.IsolatePlanner;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.Wish;
import org.lazaretto.range.http.Faults;
import org.lazaretto.range.store.ApiProblem;

/** What is told of an isolation is what became of it, under each plugin, over TLS. */
@Timeout(120)
class IsolationOverTheWireTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Faults.Match EXEC = Faults.Match.of("*", "pods/exec");

  @TempDir private static Path folder;
  private static final Map<String, PracticeRange> WORLDS = new TreeMap<>();
  private static int cases;

  private Optional<KubernetesConnection> connected = Optional.empty();
  private String cni = "";
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FakeJournal journal = new FakeJournal(new HandTime());
  private final List<String> waits = new ArrayList<>();
  private Duration enforced = LONG;

  @AfterAll
  static void theWorldsEnd() throws Exception {
    for (PracticeRange world : WORLDS.values()) {
      world.close();
    }
    WORLDS.clear();
  }

  @AfterEach
  void nobodyIsThereAnyMore() {
    connected.ifPresent(KubernetesConnection::close);
    range().faults().clear();
    threads.close();
  }

  /** A cluster with that plugin, whose policies take a minute of its time to be in force. */
  private void begin(String plugin) throws Exception {
    cni = plugin;
    if (!WORLDS.containsKey(plugin)) {
      Wish.Place place =
          new Wish.Place.Named(
              "cryptominer-eks", Optional.of(plugin), Optional.of(Duration.ofSeconds(60)));
      WORLDS.put(
          plugin,
          PracticeRange.start(new Wish(place, new Wish.Pace.Running(40), folder.resolve(plugin))));
    }
    connected =
        Optional.of(
            KubernetesConnection.open(
                ConnectionRequest.of(Optional.of(range().kubeconfig()), Optional.empty())));
  }

  private PracticeRange range() {
    return Optional.ofNullable(WORLDS.get(cni)).orElseThrow();
  }

  private KubernetesConnection cluster() {
    return connected.orElseThrow();
  }

  private boolean miner(Pod pod) {
    String path = range().scenario().walkthrough().getFirst().arguments().getOrDefault("pod", "");
    return pod.ref().path().equals(path);
  }

  private static boolean named(Pod pod, String beginning) {
    return pod.ref().name().startsWith(beginning) && pod.status().ready();
  }

  private Connections isolate(Predicate<Pod> which) throws Exception {
    try (Observation observation =
        Observation.begin(
            cluster().watch(), cluster().reads().identity(), InstantSource.system())) {
      observation.awaitSynced(LONG);
      ClusterSnapshot seen = observation.awaitSeen(s -> s.pods().stream().anyMatch(which), LONG);
      Pod suspect = seen.pods().stream().filter(which).findFirst().orElseThrow();
      Request.Isolate request =
          new Request.Isolate(
              List.of(suspect.ref()), "case-wire-" + ++cases, Isolation.USUAL.lookInside(true));
      return carriedOut(Planned.of(IsolatePlanner.plan(seen, request)));
    }
  }

  private Connections carriedOut(Plan plan) {
    Timing timing =
        new Timing(
            InstantSource.system(),
            new Brisk(),
            threads,
            () -> 0.5,
            new Patience(LONG, LONG, LONG, LONG, LONG, enforced),
            8);
    Approval approval =
        new Approval(
            plan.fingerprint(),
            List.of(
                new Waiver(
                    "T-35", List.of(plan.suspects().getFirst().object()), "it has to be known")));
    new Runner(cluster().reads(), cluster().control(), journal, timing, "lazaretto test")
        .run(plan, approval, Listening.toWaits(waits::add), new Cancellation());
    List<Entry.Isolated> told = journal.entries(Entry.Isolated.class);
    assertThat(told).hasSize(1);
    return told.getFirst().connections();
  }

  /** What somebody has who pastes the line. */
  private static int pasted(Command command) throws Exception {
    return new ProcessBuilder("sh", "-c", command.shell())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void the_equivalent_lines_try_and_look_as_the_steps_do_and_leave_nothing() throws Exception {
    assumeTrue(pasted(Command.of(List.of("kubectl", "version", "--client"))) == 0);
    begin("vpc-cni");
    Plan plan;
    try (Observation observation =
        Observation.begin(
            cluster().watch(), cluster().reads().identity(), InstantSource.system())) {
      observation.awaitSynced(LONG);
      ClusterSnapshot seen = observation.snapshot();
      Pod suspect =
          seen.pods().stream().filter(pod -> named(pod, "catalog-")).findFirst().orElseThrow();
      plan =
          Planned.of(
              IsolatePlanner.plan(
                  seen,
                  new Request.Isolate(
                      List.of(suspect.ref()), "case-paste", Isolation.USUAL.lookInside(true))));
    }

    assertThat(pasted(Cards.of(plan.cluster(), plan.steps().get(0)).command())).isZero();
    assertThat(pasted(Cards.of(plan.cluster(), plan.steps().get(1)).command())).isZero();
    assertThat(probesLeft()).isFalse();
  }

  private boolean probesLeft() throws Exception {
    return new String(
            cluster().reads().raw("/api/v1/namespaces/shop/pods").bytes(),
            java.nio.charset.StandardCharsets.UTF_8)
        .contains("lazaretto-probe-");
  }

  @Test
  void amazon_s_plugin_blocks_what_is_new_and_leaves_what_stands() throws Exception {
    begin("vpc-cni");

    Connections seen = isolate(this::miner);

    assertThat(seen.fresh()).isEqualTo(State.BLOCKED);
    assertThat(seen.established()).isEqualTo(State.OPEN);
    assertThat(seen.how()).contains("198.51.100.77:3333");
  }

  @Test
  void calico_cuts_what_stands_too_once_the_policy_is_in_force() throws Exception {
    begin("calico");

    Connections seen = isolate(this::miner);

    assertThat(seen.fresh()).isEqualTo(State.BLOCKED);
    assertThat(seen.established()).isEqualTo(State.BLOCKED);
    assertThat(seen.how()).contains("asks in vain");
    assertThat(waits).isNotEmpty().allMatch(text -> text.contains("(T-30)"));
    assertThat(probesLeft()).isFalse();
  }

  @Test
  void under_amazon_s_plugin_a_pod_without_an_owner_stays_open_and_is_told_so() throws Exception {
    begin("vpc-cni");
    enforced = Duration.ofSeconds(4);
    orphan();

    Connections seen = isolate(pod -> named(pod, "orphan"));

    assertThat(seen.egress()).isEqualTo(State.OPEN);
    assertThat(seen.fresh()).isEqualTo(State.OPEN);
  }

  @Test
  void under_calico_a_pod_without_an_owner_is_blocked() throws Exception {
    begin("calico");
    orphan();

    assertThat(isolate(pod -> named(pod, "orphan")).egress()).isEqualTo(State.BLOCKED);
  }

  private void orphan() throws Exception {
    String pod =
        """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"orphan","namespace":"shop"},
         "spec":{"containers":[{"name":"main","image":
         "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/payments:stable"}]}}
        """;
    cluster().control().create(ObservedKind.POD.ref("shop", "orphan", ""), pod, Mode.REAL);
  }

  @Test
  void a_pod_without_a_shell_cannot_be_asked_and_one_that_may_not_be_entered_neither()
      throws Exception {
    begin("vpc-cni");

    Connections seen = isolate(pod -> named(pod, "metrics-server-"));

    assertThat(seen.egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.established()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.how()).contains("no program");
  }

  @Test
  void an_exec_that_is_forbidden_leaves_it_untold_and_the_isolation_is_made() throws Exception {
    begin("vpc-cni");
    range()
        .faults()
        .strike(
            EXEC,
            Faults.Turn.all(),
            new Faults.Fault.Refusal(
                ApiProblem.of(403, "Forbidden", "pods \"x\" is forbidden: no pods/exec")));

    Connections seen = isolate(pod -> named(pod, "checkout-"));

    assertThat(seen.ingress()).isEqualTo(State.BLOCKED);
    assertThat(seen.egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.established()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.fresh()).isEqualTo(State.CANNOT_TELL);
  }

  @Test
  void an_exec_whose_connection_is_cut_midway_leaves_the_rest_untold() throws Exception {
    begin("vpc-cni");
    range()
        .faults()
        .strike(EXEC, new Faults.Turn(2, Integer.MAX_VALUE), new Faults.Fault.LostAnswer());

    Connections seen = isolate(pod -> named(pod, "orders-"));

    assertThat(seen.ingress()).isEqualTo(State.BLOCKED);
    assertThat(seen.egress()).isEqualTo(State.CANNOT_TELL);
    assertThat(seen.established()).isEqualTo(State.CANNOT_TELL);
    assertThat(journal.storyOf("S-006")).containsExactly("intent", "unknown", "cannot-tell");
  }
}
