package org.lazaretto.adapter.kubernetes;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that sign themselves, for tests. */
final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private Certificates() {}

  /**
   * A key and its certificate.
   *
   * @param pair the key
   * @param certificate the certificate
   */
  record Signed(KeyPair pair, X509Certificate certificate) {
    String pem() throws Exception {
      return pem("CERTIFICATE", certificate.getEncoded());
    }

    String keyPem() {
      return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** Base64 of the PEM, as kubeconfig fields that end in {@code -data} hold it. */
    static String data(String pem) {
      return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(String type, byte[] der) {
      String text =
          Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(der);
      return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }
  }

  /** A certificate for that name, valid for two days up to that moment, signed by itself. */
  static Signed until(GeneralName name, Instant end) throws Exception {
    KeyPair pair = pair();
    return signed("CN=test", pair, "CN=test", pair, end, name);
  }

  /** The same, signed by an authority. */
  static Signed until(GeneralName name, Instant end, Signed authority) throws Exception {
    return signed("CN=server", pair(), "CN=authority", authority.pair(), end, name);
  }

  /** An authority. */
  static Signed authority() throws Exception {
    KeyPair pair = pair();
    Instant end = Instant.now().plus(Duration.ofDays(1));
    GeneralName name = new GeneralName(GeneralName.dNSName, "authority.example");
    return signed("CN=authority", pair, "CN=authority", pair, end, name);
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static Signed signed(
      String subject, KeyPair pair, String issuer, KeyPair signing, Instant end, GeneralName name)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal(issuer),
            BigInteger.valueOf(System.nanoTime()),
            Date.from(end.minus(Duration.ofDays(2))),
            Date.from(end),
            new X500Principal(subject),
            pair.getPublic());
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
    builder.addExtension(
        Extension.basicConstraints, true, new BasicConstraints(subject.equals("CN=authority")));
    return new Signed(
        pair,
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate()))));
  }

  /** TLS for a server with that certificate, which trusts that client. */
  static SSLContext server(Signed server, Signed client) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, PASSWORD);
    keys.setKeyEntry(
        "server",
        server.pair().getPrivate(),
        PASSWORD,
        new X509Certificate[] {server.certificate()});
    KeyManagerFactory ours = KeyManagerFactory.getInstance("PKIX");
    ours.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("client", client.certificate());
    TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
    theirs.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
    return context;
  }
}
