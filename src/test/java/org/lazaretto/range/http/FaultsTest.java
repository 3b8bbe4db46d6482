package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ResourceTypes;

@Timeout(60)
class FaultsTest {
  private static final String WEB_1 = "/api/v1/namespaces/shop/pods/web-1";
  private static final String LABEL = "{'metadata':{'labels':{'x':'y'}}}";
  private PracticeServer practice;
  private TestClient client;
  private Faults faults;

  @BeforeEach
  void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
    faults = practice.instruments.faults();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  private static Faults.Match patches() {
    return new Faults.Match("patch", "pods", "web-1");
  }

  private boolean labelled() {
    return practice
        .store
        .get(ResourceTypes.PODS, "shop", "web-1")
        .orElseThrow()
        .labels()
        .containsKey("x");
  }

  @Test
  void a_lost_answer_leaves_the_change_made() {
    faults.strike(patches(), 1, new Faults.Fault.LostAnswer());

    assertThatThrownBy(() -> client.attempt("PATCH", WEB_1, "application/merge-patch+json", LABEL))
        .isInstanceOf(IOException.class);

    assertThat(labelled()).isTrue();
  }

  @Test
  void a_lost_request_leaves_everything_as_it_was() {
    faults.strike(patches(), 1, new Faults.Fault.LostRequest());

    assertThatThrownBy(() -> client.attempt("PATCH", WEB_1, "application/merge-patch+json", LABEL))
        .isInstanceOf(IOException.class);

    assertThat(labelled()).isFalse();
  }

  @Test
  void a_refusal_comes_as_often_as_asked_and_only_where_it_matches() {
    faults.strike(
        new Faults.Match("*", "pods", "*"),
        2,
        new Faults.Fault.Refusal(
            ApiProblem.of(503, "ServiceUnavailable", "try again").retryAfter(1)));

    assertThat(client.get("/api/v1/nodes/node-a").code()).isEqualTo(200);
    assertThat(client.get(WEB_1).header("Retry-After")).isEqualTo("1");
    assertThat(client.get(WEB_1).code()).isEqualTo(503);
    assertThat(client.get(WEB_1).code()).isEqualTo(200);
  }

  @Test
  void a_late_answer_comes_after_the_change() {
    faults.strike(patches(), 1, new Faults.Fault.LateAnswer(Duration.ofMillis(50)));

    assertThat(client.patch(WEB_1, "merge-patch", LABEL).code()).isEqualTo(200);
    assertThat(labelled()).isTrue();
  }

  @Test
  void faults_can_be_taken_back() {
    faults.strike(patches(), 9, new Faults.Fault.LostAnswer());
    faults.clear();

    assertThat(client.patch(WEB_1, "merge-patch", LABEL).code()).isEqualTo(200);
  }

  @Test
  void running_watches_can_be_cut() {
    Iterator<String> lines = client.lines("/api/v1/nodes?watch=true").iterator();
    lines.next();
    lines.next();

    faults.cutWatches();

    assertThatThrownBy(lines::hasNext).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void only_the_third_request_may_be_struck() {
    faults.strike(
        Faults.Match.of("get", "pods"), Faults.Turn.only(3), Faults.Fault.internalError());

    assertThat(client.get(WEB_1).code()).isEqualTo(200);
    assertThat(client.get(WEB_1).code()).isEqualTo(200);
    assertThat(client.get(WEB_1).code()).isEqualTo(500);
    assertThat(client.get(WEB_1).code()).isEqualTo(200);
  }

  @Test
  void the_usual_refusals_have_names() {
    faults.strike(patches(), 1, Faults.Fault.tooManyRequests(7));
    faults.strike(patches(), 1, Faults.Fault.expiredToken());
    faults.strike(patches(), 1, Faults.Fault.deniedByWebhook("guard.example", "not on Sundays"));
    faults.strike(patches(), 1, Faults.Fault.unavailable());

    assertThat(client.patch(WEB_1, "merge-patch", LABEL).header("Retry-After")).isEqualTo("7");
    assertThat(client.patch(WEB_1, "merge-patch", LABEL).code()).isEqualTo(401);
    assertThat(client.patch(WEB_1, "merge-patch", LABEL).at("/message"))
        .isEqualTo("admission webhook \"guard.example\" denied the request: not on Sundays");
    assertThat(client.patch(WEB_1, "merge-patch", LABEL).code()).isEqualTo(503);
    assertThat(labelled()).isFalse();
  }

  @Test
  void a_watch_that_fell_silent_stays_open_and_says_nothing() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    CompletableFuture<Void> silent = follow("/api/v1/namespaces/shop/pods?watch=true", seen);
    assertThat(List.of(next(seen), next(seen))).hasSize(2);

    faults.silenceWatches();
    BlockingQueue<String> other = new LinkedBlockingQueue<>();
    CompletableFuture<Void> loud = follow("/api/v1/namespaces/shop/pods?watch=true", other);
    assertThat(List.of(next(other), next(other))).hasSize(2);
    client.patch(WEB_1, "merge-patch", LABEL);

    assertThat(next(other)).contains("MODIFIED");
    assertThat(seen).isEmpty();
    assertThat(silent).isNotDone();
    faults.cutWatches();
    silent.exceptionally(broken -> null).get(10, TimeUnit.SECONDS);
    loud.exceptionally(broken -> null).get(10, TimeUnit.SECONDS);
  }

  private CompletableFuture<Void> follow(String path, BlockingQueue<String> lines) {
    return CompletableFuture.runAsync(() -> client.lines(path).forEach(lines::add));
  }

  private static String next(BlockingQueue<String> lines) throws InterruptedException {
    return String.valueOf(lines.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void a_webhook_that_cannot_be_reached_refuses_what_it_must_see() {
    String hook =
        "{'metadata':{'name':'guard'},'webhooks':[{'name':'guard.example','failurePolicy':'%s','sideEffects':'None','admissionReviewVersions':['v1'],'clientConfig':{'service':{'namespace':'shop','name':'guard','path':'/ask'}},'rules':[{'operations':['UPDATE'],'apiGroups':[''],'apiVersions':['v1'],'resources':['pods']}]}]}";
    String hooks = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
    client.post(hooks, hook.formatted("Fail"));

    assertThat(client.patch(WEB_1, "merge-patch", LABEL).at("/message"))
        .isEqualTo(
            "Internal error occurred: failed calling webhook \"guard.example\": failed to call"
                + " webhook: Post \"https://guard.shop.svc:443/ask?timeout=10s\": service"
                + " \"guard\" not found");
    assertThat(client.delete(WEB_1).code()).isEqualTo(200);
    client.put(hooks + "/guard", hook.formatted("Ignore"));
    String other = WEB_1.replace("web-1", "web-2");
    assertThat(client.patch(other, "merge-patch", LABEL).code()).isEqualTo(200);
  }

  @Test
  void the_audit_log_can_be_kept_in_a_file(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("audit.jsonl");

    try (AuditLog log = AuditLog.toFile(file)) {
      log.add(
          new AuditLog.Entry(
              practice.clock.now(),
              "id-1",
              "admin",
              new AuditLog.Call("get", "pods", "", "shop", "web-1"),
              "/api",
              200));
    }

    assertThat(Files.readString(file))
        .contains("\"auditID\":\"id-1\"", "\"verb\":\"get\"", "\"code\":200")
        .endsWith("}\n");
  }
}
