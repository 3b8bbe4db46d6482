package org.lazaretto.range.http.security;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Lets every client certificate through the handshake, as a real API server does: what it is worth
 * is decided by {@link Credentials}, whose refusal is a 401 that a client can read.
 */
public final class AnyClient implements X509TrustManager {
  private final X509Certificate authority;

  /**
   * Names one authority to clients.
   *
   * @param authority whose certificates clients should offer
   */
  public AnyClient(X509Certificate authority) {
    this.authority = authority;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("this side is the server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[] {authority};
  }
}
