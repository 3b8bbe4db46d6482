package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Reply;
import org.lazaretto.model.Caller;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Permission;
import org.lazaretto.model.PodRef;
import org.lazaretto.port.PortException;
import org.lazaretto.port.RawAnswer;

class KubernetesReadsTest {
  private static final String ABSENT =
      "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}";

  @TempDir private Path folder;

  @Test
  void the_cluster_is_known_by_the_uid_of_kube_system() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                asked.path().equals("/version")
                    ? Reply.json(200, "{\"gitVersion\":\"v1.35.2\"}")
                    : Reply.json(200, "{\"metadata\":{\"uid\":\"c-1\"}}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().identity())
          .isEqualTo(
              new ClusterIdentity(
                  "c-1",
                  "shop",
                  server.url(),
                  "v1.35.2",
                  List.of(
                      "--kubeconfig", folder.resolve("config").toString(), "--context", "shop")));
    }
  }

  @Test
  void the_server_says_who_we_are_and_what_we_may_do() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                asked.path().endsWith("selfsubjectreviews")
                    ? Reply.json(
                        201,
                        "{\"status\":{\"userInfo\":{\"username\":\"eve\",\"groups\":[\"g\"]}}}")
                    : Reply.json(201, "{\"status\":{\"allowed\":true}}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().caller()).isEqualTo(new Caller("eve", List.of("g")));
      assertThat(cluster.reads().may(new Permission("create", "", "pods", "eviction", "shop")))
          .isTrue();
      assertThat(server.asked().getLast().body())
          .contains("\"verb\":\"create\"")
          .contains("\"subresource\":\"eviction\"")
          .contains("\"namespace\":\"shop\"")
          .doesNotContain("\"group\"");
    }
  }

  @Test
  void an_object_that_is_not_there_is_no_error() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(404, ABSENT));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().pod("shop", "cart-1")).isEmpty();
      assertThat(cluster.reads().node("n1")).isEmpty();
    }
  }

  @Test
  void an_answer_of_somebody_who_is_no_api_server_does_not_say_that_anything_is_gone()
      throws Exception {
    PodRef pod = new PodRef("shop", "cart-1", "u-1");
    for (Reply reply :
        List.of(
            Reply.json(404, "<html>no such cluster</html>"),
            Reply.json(404, "{}"),
            Reply.json(200, "{}"),
            Reply.json(200, "<html>log in</html>"))) {
      try (FakeApiServer server = new FakeApiServer(asked -> reply);
          KubernetesConnection cluster = server.connect(folder)) {
        assertThatThrownBy(() -> cluster.reads().pod("shop", "cart-1"))
            .isInstanceOf(PortException.class);
        assertThatThrownBy(() -> cluster.reads().fields(pod.object(), List.of()))
            .isInstanceOf(PortException.class);
        assertThatThrownBy(() -> cluster.reads().podsOn("n1")).isInstanceOf(PortException.class);
        assertThatThrownBy(() -> cluster.reads().containers(pod)).isInstanceOf(PortException.class);
      }
    }
  }

  @Test
  void a_workload_of_another_uid_is_not_there() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                Reply.json(200, "{\"metadata\":{\"name\":\"cart\",\"uid\":\"u-1\"},\"spec\":{}}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().workload(ObservedKind.DEPLOYMENT.ref("shop", "cart", "u-1")))
          .isPresent();
      assertThat(cluster.reads().workload(ObservedKind.DEPLOYMENT.ref("shop", "cart", "u-2")))
          .isEmpty();
    }
  }

  @Test
  void the_pods_of_a_node_are_read_page_by_page() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                asked.path().contains("continue=more%2B")
                    ? Reply.json(200, list("", "b"))
                    : Reply.json(200, list("more+", "a")));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().podsOn("n1"))
          .extracting(p -> p.ref().name())
          .containsExactly("a", "b");
      assertThat(server.asked().getFirst().path())
          .isEqualTo("/api/v1/pods?fieldSelector=spec.nodeName%3Dn1&limit=500");
    }
  }

  @Test
  void a_raw_answer_is_kept_byte_for_byte_with_its_audit_id() throws Exception {
    String odd = "{ \"metadata\" : {\"resourceVersion\":\"9\"}, \"ä\":\"\\u0041\"}\n";
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                new Reply.Whole(
                    200, odd, Map.of("Audit-Id", "a-9", "Content-Type", "application/json")));
        KubernetesConnection cluster = server.connect(folder)) {
      RawAnswer raw = cluster.reads().raw("/api/v1/namespaces/shop/pods/cart-1");

      assertThat(raw.bytes()).isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
      assertThat(raw.exchange().auditId()).isEqualTo("a-9");
      assertThat(raw.exchange().resourceVersion()).isEqualTo("9");
      assertThat(raw.contentType()).isEqualTo("application/json");
      assertThatThrownBy(() -> cluster.reads().raw("/api v1"))
          .isInstanceOfSatisfying(
              PortException.class, e -> assertThat(e.kind()).isEqualTo(PortException.Kind.INVALID));
    }
  }

  @Test
  void yaml_leaves_out_the_managed_fields() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                Reply.json(
                    200,
                    "{\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"managedFields\":[1]}}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().yaml(ObservedKind.POD.ref("shop", "a", "u")))
          .isEqualTo("kind: Pod\nmetadata:\n  name: a\n");
    }
  }

  @Test
  void yaml_of_another_object_of_that_name_is_not_shown() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked -> Reply.json(200, "{\"metadata\":{\"uid\":\"other\"}}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThatThrownBy(() -> cluster.reads().yaml(ObservedKind.POD.ref("shop", "a", "u")))
          .isInstanceOfSatisfying(
              PortException.class,
              gone -> assertThat(gone.kind()).isEqualTo(PortException.Kind.NOT_FOUND));
    }
  }

  @Test
  void a_log_is_followed_until_it_is_closed() throws Exception {
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                new Reply.Streamed(body -> {
                  body.write("first\nsecond\n".getBytes(StandardCharsets.UTF_8));
                  body.flush();
                }));
        KubernetesConnection cluster = server.connect(folder)) {
      try (InputStream log =
          cluster.reads().follow(ObservedKind.POD.ref("shop", "a", "u"), "main c", 20)) {
        assertThat(new String(log.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo("first\nsecond\n");
      }
      assertThat(server.asked().getFirst().path())
          .isEqualTo(
              "/api/v1/namespaces/shop/pods/a/log"
                  + "?container=main%20c&follow=true&timestamps=true&tailLines=20");
    }
  }

  @Test
  void a_read_is_tried_again_when_the_server_fails_once() throws Exception {
    int[] count = {0};
    try (FakeApiServer server =
            new FakeApiServer(asked ->
                count[0]++ == 0
                    ? Reply.json(503, "{}")
                    : Reply.json(
                        200, "{\"metadata\":{\"name\":\"n1\",\"uid\":\"u-1\"},\"spec\":{}}"));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(cluster.reads().node("n1")).isPresent();
    }
  }

  private static String list(String next, String pod) {
    return """
    {"kind":"PodList","metadata":{"resourceVersion":"5","continue":"%s"},"items":[
    {"metadata":{"name":"%s","namespace":"shop","uid":"u-%s"},"spec":{},"status":{}}]}
    """
        .formatted(next, pod, pod);
  }
}
