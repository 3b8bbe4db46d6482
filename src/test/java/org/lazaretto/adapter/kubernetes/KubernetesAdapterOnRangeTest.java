package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.observe.Detail;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.observe.Observation;
import org.lazaretto.observe.Subscription;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Kind;
import org.lazaretto.port.RawAnswer;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.Wish;
import org.lazaretto.range.http.Faults;

/** The adapter against the practice cluster, over TLS as against any other. */
class KubernetesAdapterOnRangeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static Optional<PracticeRange> running = Optional.empty();
  private static Optional<KubernetesConnection> connected = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    running = Optional.of(PracticeRange.start(Wish.scenario("cryptominer-eks", 20, folder)));
    connected = Optional.of(KubernetesConnection.open(request(Optional.empty())));
  }

  @AfterAll
  static void stop() throws Exception {
    connected.orElseThrow().close();
    range().close();
  }

  @AfterEach
  void noMoreFaults() {
    range().faults().clear();
  }

  @Test
  void it_knows_the_cluster_itself_and_its_rights() throws Exception {
    assertThat(cluster().reads().identity().uid()).isNotEmpty();
    assertThat(cluster().reads().identity().version()).startsWith("v1.35");
    assertThat(cluster().reads().caller().username()).isNotEmpty();
    assertThat(cluster().reads().may(new Permission("patch", "", "nodes", "", ""))).isTrue();
  }

  @Test
  void everything_is_seen_and_an_owner_is_found_over_its_replica_set() throws Exception {
    try (Observation observation = observe()) {
      ClusterSnapshot snapshot = observation.snapshot();

      assertThat(snapshot.nodes()).hasSize(6).allMatch(Node::ready);
      assertThat(snapshot.podCount()).isGreaterThan(50);
      assertThat(snapshot.namespaces()).extracting(n -> n.object().name()).contains("shop");
      Pod payment = payment(snapshot);
      Workload owner = snapshot.workloadOf(payment).orElseThrow();
      assertThat(owner.object().name()).isEqualTo("payments");
      assertThat(snapshot.podsOf(owner)).contains(payment);
      assertThat(snapshot.servicesOf(payment)).isNotEmpty();
      assertThat(snapshot.slicesOf(payment)).isNotEmpty();
      assertThat(snapshot.pods()).anyMatch(Pod::mirror).anyMatch(Pod::ofDaemonSet);
      assertThat(snapshot.node(payment.node().orElseThrow()).orElseThrow().system().providerId())
          .startsWith("aws:///");
      assertThat(cluster().reads().podsOn(payment.node().orElseThrow())).contains(payment);
      assertThat(cluster().reads().podsOf(owner)).contains(payment);
      assertThat(cluster().reads().workload(owner.object())).isPresent();
      assertThat(cluster().reads().pod("shop", payment.ref().name())).contains(payment);
    }
  }

  @Test
  void a_cordon_is_tried_then_made_and_seen_by_the_watch() throws Exception {
    try (Observation observation = observe()) {
      NodeRef node = observation.snapshot().nodes().iterator().next().ref();

      cluster().control().unschedulable(node, true, Mode.DRY_RUN);
      assertThat(cluster().reads().node(node.name()).orElseThrow().unschedulable()).isFalse();

      Exchange made = cluster().control().unschedulable(node, true, Mode.REAL);
      assertThat(made.status()).isEqualTo(200);
      assertThat(made.auditId()).isNotEmpty();
      assertThat(made.resourceVersion()).isNotEmpty();
      await(observation, s -> s.node(node.name()).orElseThrow().unschedulable());

      cluster().control().unschedulable(node, false, Mode.REAL);
      await(observation, s -> !s.node(node.name()).orElseThrow().unschedulable());
    }
  }

  @Test
  void another_node_of_that_name_is_never_cordoned() throws Exception {
    Node node = someNode();
    NodeRef namesake = new NodeRef(node.ref().name(), "00000000-0000-0000-0000-000000000000");

    PortException refusal =
        refusal(() -> cluster().control().unschedulable(namesake, true, Mode.REAL));

    assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(cluster().reads().node(node.ref().name()).orElseThrow().unschedulable()).isFalse();
  }

  @Test
  void a_full_budget_refuses_and_says_which() throws Exception {
    Wish slow = Wish.scenario("cryptominer-eks", 1, folder.resolve("slow"));
    try (PracticeRange world = PracticeRange.start(slow);
        KubernetesConnection there =
            KubernetesConnection.open(
                ConnectionRequest.of(Optional.of(world.kubeconfig()), Optional.empty()));
        Observation observation = observe(there)) {
      ClusterSnapshot snapshot = observation.snapshot();
      Pod held =
          snapshot.pods().stream()
              .filter(pod -> full(snapshot.budgetsOf(pod)))
              .findFirst()
              .orElseThrow();

      PortException refusal = refusal(() -> there.control().evict(held.ref(), Mode.REAL));

      assertThat(refusal.kind()).isEqualTo(Kind.THROTTLED);
      assertThat(refusal.answer().reason()).isEqualTo("DisruptionBudget");
      assertThat(refusal.answer().detail()).contains("disruption budget");
    }
  }

  private static boolean full(java.util.List<Budget> budgets) {
    return budgets.size() == 1 && budgets.getFirst().disruptionsAllowed() == 0;
  }

  @Test
  void an_evicted_pod_leaves_and_another_comes() throws Exception {
    try (Observation observation = observe()) {
      Pod mail = pod(observation.snapshot(), "mail-");
      PodRef namesake =
          new PodRef("shop", mail.ref().name(), "00000000-0000-0000-0000-000000000000");

      cluster().control().evict(mail.ref(), Mode.DRY_RUN);
      assertThat(refusal(() -> cluster().control().evict(namesake, Mode.REAL)).kind())
          .isEqualTo(Kind.CONFLICT);
      assertThat(cluster().control().evict(mail.ref(), Mode.REAL).status()).isEqualTo(201);

      await(observation, s -> s.pod(mail.ref().uid()).isEmpty());
      await(observation, s -> s.pods().stream().anyMatch(p -> p.ref().name().startsWith("mail-")));
      assertThat(refusal(() -> cluster().control().evict(mail.ref(), Mode.REAL)).kind())
          .isEqualTo(Kind.NOT_FOUND);
    }
  }

  @Test
  void a_restart_rolls_the_workload() throws Exception {
    try (Observation observation = observe()) {
      Workload catalog =
          observation.snapshot().workload(ObservedKind.DEPLOYMENT, "shop", "catalog").orElseThrow();

      cluster().control().restart(catalog.object(), "2026-01-02T03:04:05Z", Mode.REAL);

      await(
          observation,
          s -> {
            Workload now = s.workload(catalog.object().uid()).orElseThrow();
            return now.rollout().restartedAt().equals("2026-01-02T03:04:05Z")
                && now.rollout().current()
                && now.replicas().ready() == now.replicas().desired();
          });
    }
  }

  @Test
  void a_lost_answer_leaves_it_unknown_and_a_lost_request_too() throws Exception {
    NodeRef node = someNode().ref();
    Faults.Match patch = new Faults.Match("patch", "nodes", node.name());

    range().faults().strike(patch, 1, new Faults.Fault.LostAnswer());
    assertThat(refusal(() -> cluster().control().unschedulable(node, true, Mode.REAL)).kind())
        .isEqualTo(Kind.NO_ANSWER);
    assertThat(cluster().reads().node(node.name()).orElseThrow().unschedulable()).isTrue();

    range().faults().strike(patch, 1, new Faults.Fault.LostRequest());
    assertThat(refusal(() -> cluster().control().unschedulable(node, false, Mode.REAL)).kind())
        .isEqualTo(Kind.NO_ANSWER);
    assertThat(cluster().reads().node(node.name()).orElseThrow().unschedulable()).isTrue();
    cluster().control().unschedulable(node, false, Mode.REAL);
  }

  @Test
  void a_watch_that_is_cut_goes_on_where_it_was() throws Exception {
    try (Observation observation = observe()) {
      NodeRef node = someNode().ref();
      range().faults().cutWatches();
      cluster().control().unschedulable(node, true, Mode.REAL);
      await(observation, s -> s.node(node.name()).orElseThrow().unschedulable());
      cluster().control().unschedulable(node, false, Mode.REAL);
      await(observation, s -> !s.node(node.name()).orElseThrow().unschedulable());
    }
  }

  @Test
  void details_are_there_on_demand() throws Exception {
    try (Observation observation = observe()) {
      Pod payment = payment(observation.snapshot());
      ObjectDetails details = new ObjectDetails(cluster().reads());

      assertThat(details.yaml(payment.object()))
          .isInstanceOfSatisfying(
              Detail.Read.class,
              yaml ->
                  assertThat(yaml.value().toString()).contains("name: " + payment.ref().name()));
      assertThat(details.events(payment.object()))
          .isInstanceOfSatisfying(
              Detail.Read.class,
              events ->
                  assertThat(events.value())
                      .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                      .isNotEmpty());
      RawAnswer raw = cluster().reads().raw("/api/v1/namespaces/shop/pods/" + payment.ref().name());
      assertThat(raw.exchange().auditId()).isNotEmpty();
      assertThat(new String(raw.bytes(), StandardCharsets.UTF_8)).contains(payment.ref().uid());
    }
  }

  @Test
  void a_log_grows_while_it_is_followed() throws Exception {
    try (Observation observation = observe()) {
      Pod payment = payment(observation.snapshot());
      String container = payment.status().containers().getLast().name();
      try (InputStream log = cluster().reads().follow(payment.object(), container, 1);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isNotEmpty();
        assertThat(lines.readLine()).isNotEmpty();
        assertThat(lines.readLine()).isNotEmpty();
      }
    }
  }

  @Test
  void who_may_not_change_is_told_so() throws Exception {
    try (KubernetesConnection restricted =
        KubernetesConnection.open(request(Optional.of("shop-eks-restricted")))) {
      NodeRef node = someNode().ref();
      assertThat(restricted.reads().may(new Permission("patch", "", "nodes", "", ""))).isFalse();
      assertThat(refusal(() -> restricted.control().unschedulable(node, true, Mode.REAL)).kind())
          .isEqualTo(Kind.FORBIDDEN);
    }
  }

  private static Node someNode() throws Exception {
    try (Observation observation = observe()) {
      return observation.snapshot().nodes().iterator().next();
    }
  }

  private static Pod payment(ClusterSnapshot snapshot) {
    return pod(snapshot, "payments-");
  }

  private static Pod pod(ClusterSnapshot snapshot, String prefix) {
    return snapshot.pods().stream()
        .filter(pod -> pod.ref().name().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  private static Observation observe() throws Exception {
    return observe(cluster());
  }

  private static Observation observe(KubernetesConnection there) throws Exception {
    Observation observation =
        Observation.begin(there.watch(), there.reads().identity(), InstantSource.system());
    assertThat(observation.awaitSynced(PATIENCE).gaps()).isEmpty();
    return observation;
  }

  private static void await(Observation observation, Predicate<ClusterSnapshot> condition)
      throws InterruptedException {
    CountDownLatch met = new CountDownLatch(1);
    try (Subscription _ =
        observation.listen(snapshot -> {
          if (condition.test(snapshot)) {
            met.countDown();
          }
        })) {
      if (!condition.test(observation.snapshot())) {
        assertThat(met.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static PracticeRange range() {
    return running.orElseThrow();
  }

  private static KubernetesConnection cluster() {
    return connected.orElseThrow();
  }

  private static ConnectionRequest request(Optional<String> context) {
    return ConnectionRequest.of(Optional.of(range().kubeconfig()), context);
  }

  private static PortException refusal(ThrowingCallable act) {
    return Optional.ofNullable(catchThrowableOfType(PortException.class, act)).orElseThrow();
  }
}
