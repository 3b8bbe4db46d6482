package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.Certificates.Signed;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Kind;

class KubernetesTlsTest {
  private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
  private static final GeneralName LOOPBACK = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
  private static final GeneralName OTHER = new GeneralName(GeneralName.dNSName, "api.example");

  @TempDir private Path folder;
  private Optional<HttpsServer> running = Optional.empty();

  @AfterEach
  void stop() {
    running.ifPresent(server -> server.stop(0));
  }

  @Test
  void a_client_certificate_signs_us_in_over_the_authority_of_the_kubeconfig() throws Exception {
    Signed server = Certificates.until(LOOPBACK, tomorrow);
    Signed client = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(server, client);

    try (KubernetesConnection cluster =
        open(url, "certificate-authority-data: " + Signed.data(server.pem()), client)) {
      assertThat(cluster.reads().node("n1")).isEmpty();
    }
  }

  @Test
  void a_server_of_another_authority_is_not_believed() throws Exception {
    Signed client = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(Certificates.until(LOOPBACK, tomorrow), client);
    Signed another = Certificates.until(LOOPBACK, tomorrow);

    assertThat(failure(url, "certificate-authority-data: " + Signed.data(another.pem()), client))
        .hasMessageContaining("not signed by an authority that the kubeconfig trusts")
        .hasMessageContaining("nothing was sent");
    assertThat(failure(url, "certificate-authority-data: ''", client))
        .hasMessageContaining("not signed by an authority");
  }

  @Test
  void without_verification_any_server_is_believed() throws Exception {
    Signed client = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(Certificates.until(OTHER, tomorrow), client);

    try (KubernetesConnection cluster = open(url, "insecure-skip-tls-verify: true", client)) {
      assertThat(cluster.reads().node("n1")).isEmpty();
    }
  }

  @Test
  void a_server_of_another_name_is_believed_only_under_that_name() throws Exception {
    Signed server = Certificates.until(OTHER, tomorrow);
    Signed client = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(server, client);
    String authority = "certificate-authority-data: " + Signed.data(server.pem());

    assertThat(failure(url, authority, client)).hasMessageContaining("for another name");
    assertThat(failure(url, authority + ", tls-server-name: wrong.example", client))
        .hasMessageContaining("for another name");
    try (KubernetesConnection cluster =
        open(url, authority + ", tls-server-name: api.example", client)) {
      assertThat(cluster.reads().node("n1")).isEmpty();
    }
  }

  @Test
  void an_expired_server_certificate_is_said() throws Exception {
    Signed authority = Certificates.authority();
    Instant past = Instant.now().minus(Duration.ofHours(1));
    Signed client = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(Certificates.until(LOOPBACK, past, authority), client);

    assertThat(failure(url, "certificate-authority-data: " + Signed.data(authority.pem()), client))
        .hasMessageContaining("the server's certificate has expired");
  }

  /** Under TLS 1.2 the server refuses within the handshake, before anything is sent. */
  @Test
  void a_client_certificate_that_the_server_refuses_is_said() throws Exception {
    Signed server = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(server, Certificates.until(LOOPBACK, tomorrow), "TLSv1.2");
    Signed stranger = Certificates.until(LOOPBACK, tomorrow);

    PortException failure =
        failure(url, "certificate-authority-data: " + Signed.data(server.pem()), stranger);

    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure).hasMessageContaining("refuses our client certificate");
  }

  /** Under TLS 1.3 a client may send before it hears of the refusal, and lose the alert. */
  @Test
  void a_refusal_after_the_handshake_is_never_taken_for_an_answer() throws Exception {
    Signed server = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(server, Certificates.until(LOOPBACK, tomorrow), "TLSv1.3");
    Signed stranger = Certificates.until(LOOPBACK, tomorrow);

    PortException failure =
        failure(url, "certificate-authority-data: " + Signed.data(server.pem()), stranger);

    assertThat(failure.kind()).isIn(Kind.UNREACHABLE, Kind.NO_ANSWER);
  }

  @Test
  void an_expired_client_certificate_is_refused_before_anything_is_sent() throws Exception {
    Signed client = Certificates.until(LOOPBACK, Instant.parse("2024-05-01T00:00:00Z"));

    PortException failure =
        failure("https://127.0.0.1:1", "certificate-authority-data: ''", client);

    assertThat(failure.kind()).isEqualTo(Kind.LOCAL);
    assertThat(failure)
        .hasMessageContaining("the client certificate of the user me has expired on 2024-05-01");
  }

  @Test
  void an_authority_that_is_no_certificate_is_said() throws Exception {
    Signed client = Certificates.until(LOOPBACK, tomorrow);

    assertThat(
            failure("https://127.0.0.1:1", "certificate-authority-data: aGVsbG8=", client).kind())
        .isEqualTo(Kind.LOCAL);
    assertThat(failure("https://127.0.0.1:1", "certificate-authority-data: '%%%'", client).kind())
        .isEqualTo(Kind.LOCAL);
  }

  private PortException failure(String url, String cluster, Signed client) {
    return Optional.ofNullable(
            catchThrowableOfType(
                PortException.class,
                () -> {
                  try (KubernetesConnection connection = open(url, cluster, client)) {
                    connection.reads().node("n1");
                  }
                }))
        .orElseThrow();
  }

  private KubernetesConnection open(String url, String cluster, Signed client) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: shop
            contexts: [{name: shop, context: {cluster: shop, user: me}}]
            clusters: [{name: shop, cluster: {server: '%s', %s}}]
            users: [{name: me, user: {client-certificate-data: %s, client-key-data: %s}}]
            """
                .formatted(url, cluster, Signed.data(client.pem()), Signed.data(client.keyPem())));
    return KubernetesConnection.open(
        FakeApiServer.request(file).within(Duration.ofSeconds(10), Duration.ofSeconds(10)));
  }

  private String serve(Signed server, Signed client) throws Exception {
    return serve(server, client, "TLSv1.3", "TLSv1.2");
  }

  private String serve(Signed server, Signed client, String... protocols) throws Exception {
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = Certificates.server(server, client);
    https.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            tls.setNeedClientAuth(true);
            tls.setProtocols(protocols);
            parameters.setSSLParameters(tls);
          }
        });
    https.createContext(
        "/",
        exchange -> {
          byte[] absent =
              "{\"kind\":\"Status\",\"reason\":\"NotFound\"}"
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(404, absent.length);
          exchange.getResponseBody().write(absent);
          exchange.close();
        });
    https.start();
    running = Optional.of(https);
    return "https://127.0.0.1:" + https.getAddress().getPort();
  }
}
