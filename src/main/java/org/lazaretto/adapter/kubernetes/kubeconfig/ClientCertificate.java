package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.lazaretto.port.PortException;

/**
 * A client certificate and its private key, both PEM.
 *
 * @param certificate the certificate, with those of its issuers behind it
 * @param key the private key: a secret
 */
public record ClientCertificate(String certificate, String key) {
  /** Says no more than that it is there: the key is a secret. */
  @Override
  public String toString() {
    return "ClientCertificate[…]";
  }

  /** Refuses a certificate that no server would accept at that time. */
  void check(String whose, Instant now) throws PortException {
    X509Certificate first = first(whose);
    if (now.isAfter(first.getNotAfter().toInstant())) {
      throw KubeconfigFile.local(
          "the client certificate of "
              + whose
              + " has expired on "
              + first.getNotAfter().toInstant()
              + "; get a new one (nothing was sent)");
    }
    if (now.isBefore(first.getNotBefore().toInstant())) {
      throw KubeconfigFile.local(
          "the client certificate of "
              + whose
              + " is only valid from "
              + first.getNotBefore().toInstant()
              + " on; is this machine's clock right?");
    }
  }

  /** When it ends. */
  Instant ends(String whose) throws PortException {
    return first(whose).getNotAfter().toInstant();
  }

  private X509Certificate first(String whose) throws PortException {
    try {
      for (Certificate found :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(certificate.getBytes(StandardCharsets.UTF_8)))) {
        return (X509Certificate) found;
      }
    } catch (CertificateException malformed) {
      throw KubeconfigFile.local(
          "the client certificate of " + whose + " is not a PEM certificate");
    }
    throw KubeconfigFile.local("the client certificate of " + whose + " is empty");
  }
}
