package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Asked;
import org.lazaretto.adapter.kubernetes.FakeApiServer.Reply;
import org.lazaretto.model.NodeRef;
import org.lazaretto.port.ClusterControl.Mode;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Kind;

class KubernetesCredentialsTest {
  private static final NodeRef NODE = new NodeRef("n1", "u-1");

  @TempDir private Path folder;

  @Test
  void a_token_that_is_no_longer_accepted_is_read_again_and_tried_once() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "old");
    try (FakeApiServer server =
            new FakeApiServer(asked -> {
              if (asked.authorization().equals(Optional.of("Bearer old"))) {
                Files.writeString(token, "new");
                return Reply.json(401, "{}");
              }
              return Reply.json(200, "{}");
            });
        KubernetesConnection cluster = open(server.url(), "tokenFile: token")) {
      assertThat(cluster.control().unschedulable(NODE, true, Mode.REAL).status()).isEqualTo(200);

      assertThat(server.asked())
          .extracting(asked -> asked.authorization().orElse(""))
          .containsExactly("Bearer old", "Bearer new");
    }
  }

  @Test
  void a_fixed_token_that_is_not_accepted_is_not_tried_again() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(401, "{}"));
        KubernetesConnection cluster = server.connect(folder)) {
      PortException refusal = failure(() -> cluster.control().unschedulable(NODE, true, Mode.REAL));

      assertThat(refusal.kind()).isEqualTo(Kind.UNAUTHORIZED);
      assertThat(refusal.getMessage()).doesNotContain("let-me-in");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void credentials_do_not_follow_a_redirect() throws Exception {
    try (FakeApiServer other = new FakeApiServer(asked -> Reply.json(200, "{}"));
        FakeApiServer server =
            new FakeApiServer(asked ->
                new Reply.Whole(
                    307, "", java.util.Map.of("Location", other.url() + asked.path())));
        KubernetesConnection cluster = server.connect(folder)) {
      assertThat(failure(() -> cluster.control().unschedulable(NODE, true, Mode.REAL)).kind())
          .isEqualTo(Kind.INVALID);
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void a_proxy_of_the_kubeconfig_carries_the_request() throws Exception {
    try (FakeApiServer proxy =
            new FakeApiServer(
                asked -> Reply.json(404, "{\"kind\":\"Status\",\"reason\":\"NotFound\"}"));
        KubernetesConnection cluster =
            open("http://cluster.invalid:8080', proxy-url: '" + proxy.url(), "token: let-me-in")) {
      assertThat(cluster.reads().node("n1")).isEmpty();
      assertThat(proxy.asked())
          .extracting(Asked::path)
          .containsExactly("http://cluster.invalid:8080/api/v1/nodes/n1");
    }
  }

  @Test
  void a_proxy_that_does_not_let_us_through_means_that_nothing_was_sent() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> refusing =
          CompletableFuture.runAsync(() -> refuseTunnel(proxy, heard));
      try (KubernetesConnection cluster =
          open(
              "https://cluster.invalid:6443', proxy-url: 'http://127.0.0.1:" + proxy.getLocalPort(),
              "token: let-me-in")) {
        PortException failure =
            failure(() -> cluster.control().unschedulable(NODE, true, Mode.REAL));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("the proxy does not let us through");
      }
      refusing.get(20, TimeUnit.SECONDS);
      assertThat(heard.getFirst()).startsWith("CONNECT cluster.invalid:6443");
      assertThat(String.join("\n", heard)).doesNotContain("let-me-in");
    }
  }

  @Test
  void a_name_that_nobody_knows_is_said() throws Exception {
    try (KubernetesConnection cluster = open("https://cluster.invalid:6443", "token: x")) {
      PortException failure = failure(() -> cluster.control().unschedulable(NODE, true, Mode.REAL));

      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure).hasMessageContaining("its name is not known");
    }
  }

  @Test
  void plain_http_where_tls_is_expected_is_said() throws Exception {
    try (FakeApiServer server = new FakeApiServer(asked -> Reply.json(200, "{}"));
        KubernetesConnection cluster =
            open(server.url().replace("http:", "https:"), "token: let-me-in")) {
      assertThat(failure(() -> cluster.control().unschedulable(NODE, true, Mode.REAL)).kind())
          .isEqualTo(Kind.UNREACHABLE);
    }
  }

  private static void refuseTunnel(ServerSocket proxy, List<String> heard) {
    try (Socket socket = proxy.accept()) {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = reader.readLine();
      while (line != null && !line.isEmpty()) {
        heard.add(line);
        line = reader.readLine();
      }
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private KubernetesConnection open(String server, String user) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: shop
            contexts: [{name: shop, context: {cluster: shop, user: me}}]
            clusters: [{name: shop, cluster: {server: '%s'}}]
            users: [{name: me, user: {%s}}]
            """
                .formatted(server, user));
    return KubernetesConnection.open(FakeApiServer.request(file));
  }

  private static PortException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return Optional.ofNullable(catchThrowableOfType(PortException.class, act)).orElseThrow();
  }
}
