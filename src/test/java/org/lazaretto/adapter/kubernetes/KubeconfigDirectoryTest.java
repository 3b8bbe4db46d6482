package org.lazaretto.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.adapter.kubernetes.Certificates.Signed;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;
import org.lazaretto.port.PortException;

class KubeconfigDirectoryTest {
  private static final GeneralName LOOPBACK = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Instant tomorrow = now.plus(Duration.ofDays(1));
  private final AtomicInteger requests = new AtomicInteger();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Map<String, String> environment = Map.of("HOME", "/nowhere");
  private Duration patience = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private KubeconfigDirectory directory(Optional<Path> file) {
    return new KubeconfigDirectory(file, environment, InstantSource.fixed(now), patience);
  }

  private Path config(String url, String cluster, String user) throws Exception {
    return Files.writeString(
        folder.resolve("config"),
        """
        current-context: shop
        contexts: [{name: shop, context: {cluster: shop, user: me, namespace: web}}]
        clusters: [{name: shop, cluster: {server: '%s', %s}}]
        users: [{name: me, user: {%s}}]
        """
            .formatted(url, cluster, user));
  }

  private Reachability probe(String url, String cluster) throws Exception {
    return probe(url, cluster, "token: secret");
  }

  private Reachability probe(String url, String cluster, String user) throws Exception {
    return directory(Optional.of(config(url, cluster, user))).probe("shop");
  }

  private static String trusting(Signed server) throws Exception {
    return "certificate-authority-data: " + Signed.data(server.pem());
  }

  private String serve(Signed server) throws Exception {
    return serve(server, false);
  }

  private String serve(Signed server, boolean needsCertificate) throws Exception {
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext context = Certificates.server(server, server);
    https.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            tls.setNeedClientAuth(needsCertificate);
            tls.setProtocols(new String[] {needsCertificate ? "TLSv1.2" : "TLSv1.3"});
            parameters.setSSLParameters(tls);
          }
        });
    https.createContext("/", _ -> requests.incrementAndGet());
    https.start();
    open.add(() -> https.stop(0));
    return "https://127.0.0.1:" + https.getAddress().getPort();
  }

  @Test
  void a_server_that_is_believed_is_reachable_and_gets_no_request() throws Exception {
    Signed server = Certificates.until(LOOPBACK, tomorrow);
    assertThat(probe(serve(server), trusting(server)))
        .isEqualTo(new Reachability.Reachable(tomorrow));
    assertThat(requests).hasValue(0);
  }

  @Test
  void no_login_program_runs() throws Exception {
    Signed server = Certificates.until(LOOPBACK, tomorrow);
    Path trace = folder.resolve("ran");
    String exec =
        "exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: ['%s']}"
            .formatted(trace);
    assertThat(probe(serve(server), trusting(server), exec))
        .isInstanceOf(Reachability.Reachable.class);
    assertThat(trace).doesNotExist();
  }

  @Test
  void an_expired_server_certificate_is_told_in_days() throws Exception {
    Signed authority = Certificates.authority();
    Signed server =
        Certificates.until(LOOPBACK, now.minus(Duration.ofDays(2).plusHours(1)), authority);
    assertThat(probe(serve(server), trusting(authority)))
        .isEqualTo(new Reachability.NotBelieved("certificate expired 2 days ago"));
  }

  @Test
  void an_expired_client_certificate_is_told_without_knocking() throws Exception {
    Signed client = Certificates.until(LOOPBACK, now.minus(Duration.ofHours(30)));
    String user = "client-certificate-data: " + Signed.data(client.pem());
    assertThat(probe("https://127.0.0.1:1", "certificate-authority-data: ''", user))
        .isEqualTo(new Reachability.NotBelieved("your client certificate expired 1 day ago"));
  }

  @Test
  void a_server_of_another_authority_or_name_is_not_believed() throws Exception {
    Signed other = Certificates.until(LOOPBACK, tomorrow);
    String url = serve(Certificates.until(LOOPBACK, tomorrow));
    assertThat(probe(url, trusting(other)))
        .isInstanceOfSatisfying(
            Reachability.NotBelieved.class,
            told -> assertThat(told.reason()).contains("not signed by an authority"));
    Signed named =
        Certificates.until(new GeneralName(GeneralName.dNSName, "api.example"), tomorrow);
    String elsewhere = serve(named);
    assertThat(probe(elsewhere, trusting(named)))
        .isInstanceOfSatisfying(
            Reachability.NotBelieved.class,
            told -> assertThat(told.reason()).contains("for another name"));
    assertThat(probe(elsewhere, trusting(named) + ", tls-server-name: api.example"))
        .isEqualTo(new Reachability.Reachable(tomorrow));
    assertThat(probe(elsewhere, "insecure-skip-tls-verify: true"))
        .isEqualTo(new Reachability.Reachable(tomorrow));
  }

  @Test
  void an_address_that_nobody_uses_is_said() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(probe("https://127.0.0.1:" + port, "certificate-authority-data: ''"))
        .isEqualTo(new Reachability.Unreachable("the connection is refused"));
    assertThat(probe("https://no-such-host.invalid:6443", "certificate-authority-data: ''"))
        .isEqualTo(new Reachability.Unreachable("its name is not known"));
  }

  @Test
  void a_server_that_never_answers_ends_the_patience() throws Exception {
    patience = Duration.ofMillis(200);
    ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(silent);
    assertThat(
            probe("https://127.0.0.1:" + silent.getLocalPort(), "certificate-authority-data: ''"))
        .isEqualTo(new Reachability.Unreachable("no answer in 0 s"));
  }

  @Test
  void what_cannot_be_told_without_logging_in_is_said_so() throws Exception {
    environment = Map.of("HOME", "/nowhere", "HTTPS_PROXY", "http://user:pass@proxy:3128");
    assertThat(probe("https://api.example:6443", "certificate-authority-data: ''"))
        .isEqualTo(
            new Reachability.CannotTell("behind the proxy proxy:3128; only opening it tells"));
    environment = Map.of("HOME", "/nowhere");
    Signed server = Certificates.until(LOOPBACK, tomorrow);
    assertThat(probe(serve(server, true), trusting(server)))
        .isInstanceOf(Reachability.CannotTell.class);
  }

  @Test
  void a_context_that_is_gone_or_broken_is_said_and_knocked_at_by_nobody() throws Exception {
    Path file = config("ftp://odd", "certificate-authority-data: ''", "token: x");
    assertThat(directory(Optional.of(file)).probe("shop"))
        .isInstanceOfSatisfying(
            Reachability.Unreachable.class,
            told -> assertThat(told.reason()).contains("no usable server address"));
    assertThat(directory(Optional.of(file)).probe("gone"))
        .isInstanceOf(Reachability.Unreachable.class);
  }

  @Test
  void contexts_come_with_server_namespace_and_way_to_sign_in() throws Exception {
    Path file =
        config(
            "https://one:6443",
            "certificate-authority-data: ''",
            "exec: {command: /usr/local/bin/aws, args: [eks, get-token]}");
    assertThat(directory(Optional.of(file)).contexts())
        .containsExactly(new ClusterContext("shop", "https://one:6443", "web", "exec: aws", true));
  }

  @Test
  void a_home_without_a_kubeconfig_has_no_contexts() throws Exception {
    environment = Map.of("HOME", folder.toString());
    assertThat(directory(Optional.empty()).contexts()).isEmpty();
  }

  @Test
  void a_kubeconfig_that_is_named_and_missing_or_malformed_is_said() throws Exception {
    assertThatThrownBy(() -> directory(Optional.of(folder.resolve("absent"))).contexts())
        .isInstanceOf(PortException.class)
        .hasMessageContaining("does not exist");
    Path broken = Files.writeString(folder.resolve("broken"), "a: [\nb: }");
    assertThatThrownBy(() -> directory(Optional.of(broken)).contexts())
        .isInstanceOf(PortException.class)
        .hasMessageContaining("not valid YAML");
  }
}
