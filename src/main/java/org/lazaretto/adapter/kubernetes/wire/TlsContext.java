package org.lazaretto.adapter.kubernetes.wire;

import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClientCertificate;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess;
import org.lazaretto.port.PortException;

/**
 * TLS as {@code kubectl} does it: where the kubeconfig names authorities, only they are believed.
 * (fabric8 by itself adds them to those of the Java runtime.)
 */
final class TlsContext {
  private TlsContext() {}

  static SSLContext of(ClusterAccess access) throws PortException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(access.certificate()), trust(access.trust()), null);
      return access.trust().serverName().isPresent()
          ? new NamedServerContext(context, access.trust().serverName().get())
          : context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw unusable(access, unusable);
    }
  }

  /**
   * TLS without a client certificate that shows which certificate the server has, be it believed or
   * not.
   */
  static SSLContext watching(ClusterAccess access, Consumer<X509Certificate> seen)
      throws PortException {
    try {
      TrustManager[] trust = trust(access.trust());
      for (int i = 0; i < trust.length; i++) {
        if (trust[i] instanceof X509ExtendedTrustManager judge) {
          trust[i] = new WatchingTrust(judge, seen);
        }
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[0], trust, null);
      return context;
    } catch (GeneralSecurityException | IOException unusable) {
      throw unusable(access, unusable);
    }
  }

  private static PortException unusable(ClusterAccess access, Exception why) {
    return new PortException(
        PortException.Kind.LOCAL,
        "the certificates of the context "
            + access.context()
            + " cannot be used: "
            + why.getMessage());
  }

  private static KeyManager[] keys(Optional<ClientCertificate> certificate)
      throws GeneralSecurityException, IOException {
    if (certificate.isEmpty()) {
      return new KeyManager[0];
    }
    Certificate[] chain =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(bytes(certificate.get().certificate()))
            .toArray(new Certificate[0]);
    char[] password = "in memory only".toCharArray();
    KeyStore store = empty();
    store.setKeyEntry("client", PrivateKeys.read(certificate.get().key()), password, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static TrustManager[] trust(ClusterAccess.Trust trust)
      throws GeneralSecurityException, IOException {
    if (trust.anyone()) {
      return SSLUtils.trustManagers(null, null, true, null, null);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    if (trust.authorities().isPresent()) {
      factory.init(store(trust.authorities().get()));
    } else {
      factory.init((KeyStore) null);
    }
    return factory.getTrustManagers();
  }

  private static KeyStore store(String authorities) throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    int number = 0;
    for (Certificate authority :
        CertificateFactory.getInstance("X.509").generateCertificates(bytes(authorities))) {
      store.setCertificateEntry("authority-" + number++, authority);
    }
    if (number == 0) {
      throw new IOException("the certificate authority holds no PEM certificate");
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  private static InputStream bytes(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
  }
}
