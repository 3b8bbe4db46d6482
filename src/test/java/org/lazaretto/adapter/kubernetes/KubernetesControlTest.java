package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Answering;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Reply;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Kind;

class KubernetesControlTest {
  private static final NodeRef NODE = new NodeRef("n1", "u-1");
  private static final PodRef POD = new PodRef("shop", "cart-1", "u-2");
  private static final String BUDGET =
      """
      {"kind":"Status","status":"Failure","message":"Cannot evict pod as it would violate the \
      pod's disruption budget.","reason":"TooManyRequests","details":{"causes":[{"reason":\
      "DisruptionBudget","message":"The disruption budget cart needs 2 healthy pods and has 2 \
      currently"}]},"code":429}\
      """;

  @TempDir private Path folder;

  @Test
  void a_cordon_is_a_patch_that_carries_the_uid() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                new Reply.Whole(
                    200,
                    "{\"metadata\":{\"resourceVersion\":\"77\"}}",
                    Map.of("Audit-Id", "a-1")));
        KubernetesConnection cluster = server.connect(folder)) {
      Exchange exchange = cluster.control().unschedulable(NODE, true, Mode.REAL);

      assertThat(exchange)
          .isEqualTo(
              new Exchange(
                  "PATCH /api/v1/nodes/n1?fieldManager=lazaretto&fieldValidation=Strict",
                  "{\"metadata\":{\"uid\":\"u-1\"},\"spec\":{\"unschedulable\":true}}",
                  200,
                  "a-1",
                  "77"));
      assertThat(server.asked().getFirst().contentType()).hasValue("application/merge-patch+json");
      assertThat(server.asked().getFirst().authorization()).hasValue("Bearer let-me-in");
    }
  }

  @Test
  void a_dry_run_says_so_in_the_query() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(200, "{}"));
        KubernetesConnection cluster = server.connect(folder)) {
      cluster.control().unschedulable(NODE, true, Mode.DRY_RUN);
      cluster.control().evict(POD, Mode.DRY_RUN);
      cluster
          .control()
          .restart(ObservedKind.DEPLOYMENT.ref("shop", "cart", "u-3"), "t", Mode.DRY_RUN);

      assertThat(server.asked()).allMatch(asked -> asked.path().contains("dryRun=All"));
    }
  }

  @Test
  void an_eviction_names_the_pod_by_uid() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(201, "{}"));
        KubernetesConnection cluster = server.connect(folder)) {
      cluster.control().evict(POD, Mode.REAL);

      assertThat(server.asked()).hasSize(1);
      assertThat(server.asked().getFirst().line())
          .isEqualTo("POST /api/v1/namespaces/shop/pods/cart-1/eviction");
      assertThat(server.asked().getFirst().body())
          .contains("\"preconditions\":{\"uid\":\"u-2\"}")
          .contains("policy/v1");
    }
  }

  @Test
  void a_restart_sets_the_annotation_of_the_template() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(200, "{}"));
        KubernetesConnection cluster = server.connect(folder)) {
      cluster
          .control()
          .restart(
              ObservedKind.STATEFUL_SET.ref("shop", "db", "u-3"),
              "2026-01-02T03:04:05Z",
              Mode.REAL);

      assertThat(server.asked().getFirst().path())
          .startsWith("/apis/apps/v1/namespaces/shop/statefulsets/db?");
      assertThat(server.asked().getFirst().body())
          .isEqualTo(
              "{\"metadata\":{\"uid\":\"u-3\"},\"spec\":{\"template\":{\"metadata\":{"
                  + "\"annotations\":{\"kubectl.kubernetes.io/restartedAt\":"
                  + "\"2026-01-02T03:04:05Z\"}}}}}");
    }
  }

  @Test
  void an_eviction_refused_by_a_budget_says_which_and_is_sent_once() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked -> new Reply.Whole(429, BUDGET, Map.of("Retry-After", "10")));
        KubernetesConnection cluster = server.connect(folder)) {
      PortException refusal = refusal(() -> cluster.control().evict(POD, Mode.REAL));

      assertThat(refusal.kind()).isEqualTo(Kind.THROTTLED);
      assertThat(refusal.answer().reason()).isEqualTo("DisruptionBudget");
      assertThat(refusal.answer().retryAfter()).contains(Duration.ofSeconds(10));
      assertThat(refusal.answer().detail()).contains("cart needs 2 healthy pods and has 2");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void each_status_says_what_may_be_done_next() throws Exception {
    Map<Integer, Kind> kinds =
        Map.of(
            302, Kind.INVALID,
            400, Kind.INVALID,
            401, Kind.UNAUTHORIZED,
            403, Kind.FORBIDDEN,
            404, Kind.SERVER_ERROR,
            409, Kind.CONFLICT,
            410, Kind.GONE,
            500, Kind.SERVER_ERROR,
            503, Kind.SERVER_ERROR,
            504, Kind.NO_ANSWER);
    for (Map.Entry<Integer, Kind> expected : kinds.entrySet()) {
      try (FakeApiServer server =
              new FakeApiServer(asked -> Reply.json(expected.getKey(), "not even JSON"));
          KubernetesConnection cluster = server.connect(folder)) {
        PortException refusal = refusal(() -> cluster.control().evict(POD, Mode.REAL));

        assertThat(refusal.kind()).as("%s", expected.getKey()).isEqualTo(expected.getValue());
        assertThat(server.asked()).as("%s", expected.getKey()).hasSize(1);
      }
    }
  }

  @Test
  void another_node_of_the_same_name_is_not_the_node() throws Exception {
    for (int status : new int[] {409, 422}) {
      Answering namesake =
          asked ->
              asked.method().equals("GET")
                  ? Reply.json(200, "{\"metadata\":{\"uid\":\"other\"}}")
                  : Reply.json(status, "{\"message\":\"Precondition failed\"}");
      try (FakeApiServer server = new FakeApiServer(namesake);
          KubernetesConnection cluster = server.connect(folder)) {
        PortException refusal =
            refusal(() -> cluster.control().unschedulable(NODE, true, Mode.REAL));

        assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(refusal).hasMessageContaining("another one has its name");
      }
    }
  }

  @Test
  void a_conflict_on_the_same_node_stays_a_conflict() throws Exception {
    Answering conflict =
        asked ->
            asked.method().equals("GET")
                ? Reply.json(200, "{\"metadata\":{\"uid\":\"u-1\"}}")
                : Reply.json(409, "{\"message\":\"the object has been modified\"}");
    try (FakeApiServer server = new FakeApiServer(conflict);
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(refusal(() -> cluster.control().unschedulable(NODE, true, Mode.REAL)).kind())
          .isEqualTo(Kind.CONFLICT);
    }
  }

  @Test
  void a_change_whose_answer_is_lost_is_unknown_and_never_repeated() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> new Reply.Dropped());
        KubernetesConnection cluster = server.connect(folder)) {
      PortException lost = refusal(() -> cluster.control().evict(POD, Mode.REAL));

      assertThat(lost.kind()).isEqualTo(Kind.NO_ANSWER);
      assertThat(lost).hasMessageContaining("may have been carried out");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void a_change_whose_answer_is_late_is_unknown() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path config =
          Files.writeString(
              folder.resolve("config"),
              FakeApiServer.kubeconfigText(
                  "http://127.0.0.1:" + mute.getLocalPort(), "token: let-me-in"));
      ConnectionRequest request =
          FakeApiServer.request(config).within(Duration.ofSeconds(2), Duration.ofMillis(200));
      try (KubernetesConnection cluster = KubernetesConnection.open(request)) {
        PortException lost = refusal(() -> cluster.control().evict(POD, Mode.REAL));

        assertThat(lost.kind()).isEqualTo(Kind.NO_ANSWER);
        assertThat(lost).hasMessageContaining("no answer came in time");
      }
    }
  }

  @Test
  void nobody_listening_means_that_nothing_was_sent() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    Path config =
        Files.writeString(
            folder.resolve("config"),
            FakeApiServer.kubeconfigText("http://127.0.0.1:" + port, "token: let-me-in"));
    try (KubernetesConnection cluster = KubernetesConnection.open(FakeApiServer.request(config))) {
      PortException unreachable = refusal(() -> cluster.control().evict(POD, Mode.REAL));

      assertThat(unreachable.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(unreachable).hasMessageContaining("refused").hasMessageContaining("nothing was");
    }
  }

  @Test
  void a_name_cannot_lead_to_another_object() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(
                asked -> Reply.json(404, "{\"kind\":\"Status\",\"reason\":\"NotFound\"}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(
              refusal(() ->
                      cluster
                          .control()
                          .evict(new PodRef("shop", "../../nodes/n1?x=", "u"), Mode.REAL))
                  .kind())
          .isEqualTo(Kind.NOT_FOUND);
      assertThat(
              refusal(() -> cluster.control().evict(new PodRef("..", "a", "u"), Mode.REAL)).kind())
          .isEqualTo(Kind.INVALID);

      assertThat(server.asked()).hasSize(1);
      assertThat(server.asked().getFirst().path())
          .isEqualTo("/api/v1/namespaces/shop/pods/..%2F..%2Fnodes%2Fn1%3Fx%3D/eviction");
    }
  }

  private static PortException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return Optional.ofNullable(catchThrowableOfType(PortException.class, act)).orElseThrow();
  }
}
