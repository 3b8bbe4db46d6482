package org.lazaretto.adapter.kubernetes.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess;
import org.lazaretto.model.Reachability;
import org.lazaretto.port.PortException;

/**
 * Rings at a server's door: a TCP connection and a TLS handshake as {@code kubectl} would make it,
 * then nothing. No credential is shown and no request is sent, so that neither a login program runs
 * nor an audit line is written.
 */
public final class Doorbell {
  private static final List<String> NOT_BELIEVED =
      List.of("has expired", "for another name", "not signed by an authority");

  private final Duration patience;
  private final InstantSource clock;

  /**
   * A doorbell.
   *
   * @param patience how long a connection may take, and then each part of the handshake
   * @param clock by which a certificate's end is judged
   */
  public Doorbell(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
  }

  /** Rings at the server of that access; its credentials are not used. */
  public Reachability ring(ClusterAccess access) {
    if (access.proxy().isPresent()) {
      return new Reachability.CannotTell(
          "behind the proxy " + host(access.proxy().get()) + "; only opening it tells");
    }
    URI server = access.server();
    boolean tls = server.getScheme().equals("https");
    int port = server.getPort() > 0 ? server.getPort() : tls ? 443 : 80;
    String host = server.getHost().replaceAll("[\\[\\]]", "");
    try (Socket socket = new Socket()) {
      int millis = Math.toIntExact(patience.toMillis());
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setSoTimeout(millis);
      return tls
          ? greet(access, socket, host, port)
          : new Reachability.CannotTell("it answers without TLS, so nobody knows who it is");
    } catch (SocketTimeoutException late) {
      return new Reachability.Unreachable("no answer in " + patience.toSeconds() + " s");
    } catch (IOException failure) {
      return new Reachability.Unreachable(
          Failures.reason(failure).orElseGet(() -> Failures.words(failure)));
    }
  }

  private static String host(URI uri) {
    return uri.getHost() + (uri.getPort() > 0 ? ":" + uri.getPort() : "");
  }

  private Reachability greet(ClusterAccess access, Socket socket, String host, int port)
      throws IOException {
    AtomicReference<Optional<X509Certificate>> seen = new AtomicReference<>(Optional.empty());
    ClusterAccess.Trust trust = access.trust();
    try (SSLSocket greeting =
        (SSLSocket)
            TlsContext.watching(access, certificate -> seen.set(Optional.of(certificate)))
                .getSocketFactory()
                .createSocket(socket, trust.serverName().orElse(host), port, true)) {
      SSLParameters parameters = greeting.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm(trust.anyone() ? "" : "HTTPS");
      greeting.setSSLParameters(parameters);
      greeting.startHandshake();
      return seen.get()
          .<Reachability>map(found -> new Reachability.Reachable(found.getNotAfter().toInstant()))
          .orElseGet(() -> new Reachability.NotBelieved("it shows no certificate"));
    } catch (SSLException | SocketException refused) {
      return refused(refused, seen.get());
    } catch (PortException unusable) {
      return new Reachability.NotBelieved(unusable.getMessage());
    }
  }

  private Reachability refused(IOException refused, Optional<X509Certificate> seen) {
    Instant now = clock.instant();
    Optional<Instant> ended =
        seen.map(found -> found.getNotAfter().toInstant()).filter(now::isAfter);
    if (ended.isPresent()) {
      return new Reachability.NotBelieved(expired(Duration.between(ended.get(), now)));
    }
    String reason = Failures.reason(refused).orElseGet(() -> Failures.words(refused));
    if (NOT_BELIEVED.stream().anyMatch(reason::contains)) {
      return new Reachability.NotBelieved(reason);
    }
    // A server that showed its certificate and ends then wants ours, and we show none here.
    return seen.isPresent() || reason.contains("client certificate")
        ? new Reachability.CannotTell("it wants a client certificate first; only opening it tells")
        : new Reachability.Unreachable(reason);
  }

  /** A certificate that ended so long ago. */
  public static String expired(Duration ago) {
    long days = ago.toDays();
    return "certificate expired "
        + (days == 0 ? "today" : days == 1 ? "1 day ago" : days + " days ago");
  }
}
