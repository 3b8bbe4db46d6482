package org.lazaretto.adapter.kubernetes.wire;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess;
import org.lazaretto.port.PortException;

/** Makes transports to one cluster. */
public final class TransportFactory {
  private static final int READ_RETRIES = 2;

  // The JDK repeats a GET by itself if its connection breaks before the answer, and an exec begins
  // with GET: its command would run twice. The JDK reads this once, before its first request.
  static {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
  }

  private final ClusterAccess access;
  private final Patience patience;
  private final SSLContext tls;

  /**
   * Prepares TLS.
   *
   * @throws PortException LOCAL if a certificate or key cannot be used
   */
  public TransportFactory(ClusterAccess access, Patience patience) throws PortException {
    this.access = access;
    this.patience = patience;
    this.tls = TlsContext.of(access);
  }

  /** A transport that never repeats a request: for changes and watches. */
  public Transport once() throws PortException {
    return transport(0);
  }

  /** A transport that repeats a request twice on 429, 5xx and lost connections: for reads. */
  public Transport patient() throws PortException {
    return transport(READ_RETRIES);
  }

  private Transport transport(int retries) throws PortException {
    Config config = Config.empty();
    config.setMasterUrl(access.server().toString());
    config.setConnectionTimeout(Math.toIntExact(patience.connect().toMillis()));
    config.setRequestRetryBackoffLimit(retries);
    config.setRequestRetryBackoffInterval(200);
    config.setUserAgent("lazaretto");
    // One connection each: a watch that stalls must not hold up a change.
    config.setHttp2Disable(true);
    config.setImpersonateUsername(access.actsAs().user().isEmpty() ? null : access.actsAs().user());
    config.setImpersonateGroups(access.actsAs().groups().toArray(new String[0]));
    access.proxy().map(URI::toString).ifPresent(config::setHttpProxy);
    access.proxy().map(URI::toString).ifPresent(config::setHttpsProxy);
    try {
      HttpClient client =
          new Clients(tls)
              .newBuilder(config)
              // We send the credentials ourselves: fabric8 would look for others on its own.
              .addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, null)
              .build();
      return new Transport(client, access.server(), access.credential(), patience);
    } catch (KubernetesClientException | IllegalArgumentException refused) {
      throw new PortException(
          PortException.Kind.LOCAL,
          Optional.ofNullable(refused.getMessage()).orElse("the connection cannot be set up"));
    }
  }

  /** Adds what fabric8 cannot: trust in the kubeconfig's authorities only, and no redirects. */
  private static final class Clients extends JdkHttpClientFactory {
    private final SSLContext tls;

    Clients(SSLContext tls) {
      this.tls = tls;
    }

    @Override
    protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
      builder.sslContext(tls);
      builder.followRedirects(java.net.http.HttpClient.Redirect.NEVER);
    }
  }
}
