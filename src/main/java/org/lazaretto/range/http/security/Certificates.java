package org.lazaretto.range.http.security;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A certificate authority of its own for one practice cluster, and what it has signed. */
public final class Certificates {
  private static final Duration SKEW = Duration.ofHours(1);
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final int SERIAL_BITS = 64;

  /**
   * The key of all clients of practice clusters in this process: each takes a tenth of a second.
   */
  private static final class ClientKey {
    private static final KeyPair ONE = keyPair("RSA", 2048);

    private ClientKey() {}
  }

  private final SecureRandom random = new SecureRandom();
  private final InstantSource real;
  private final KeyPair authorityKey;
  private final X500Name authorityName = new X500Name("CN=practice-cluster-ca");
  private final X509Certificate authority;

  /**
   * Makes a certificate authority.
   *
   * @param real the real time, which is what TLS clients go by
   */
  public Certificates(InstantSource real) {
    this.real = real;
    this.authorityKey = keyPair("EC", 256);
    this.authority = sign(authorityKey, authorityName, Period.from(real.instant()), List.of());
  }

  /**
   * A key and its certificate, both as PEM.
   *
   * @param certificate X.509
   * @param key PKCS #8, not encrypted
   */
  public record Issued(String certificate, String key) {
    @Override
    public String toString() {
      return "Issued[" + certificate.length() + " characters, key hidden]";
    }
  }

  private record Period(Instant from, Instant until) {
    static Period from(Instant now) {
      return new Period(now.minus(SKEW), now.plus(LIFETIME));
    }
  }

  private record Extra(ASN1ObjectIdentifier id, ASN1Encodable value) {}

  private static final Extra FOR_CLIENTS =
      new Extra(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));

  /** The authority's certificate. */
  public X509Certificate authority() {
    return authority;
  }

  /** The authority's certificate as PEM, for a kubeconfig. */
  public String authorityPem() {
    return pem(authority);
  }

  /** For a server that is reached as 127.0.0.1 or localhost. */
  public Issued server() {
    KeyPair key = keyPair("EC", 256);
    GeneralName[] names = {
      new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
      new GeneralName(GeneralName.dNSName, "localhost"),
      new GeneralName(GeneralName.dNSName, "kubernetes.default.svc")
    };
    List<Extra> extras =
        List.of(
            new Extra(Extension.subjectAlternativeName, new GeneralNames(names)),
            new Extra(
                Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
    X500Name subject = new X500Name("CN=kube-apiserver");
    return issued(key, sign(key, subject, Period.from(real.instant()), extras));
  }

  /** For a client: the identity's user is the common name, its groups are organizations. */
  public Issued client(Identity who) {
    return client(who, real.instant().plus(LIFETIME));
  }

  /**
   * For a client, until a given time; its key is RSA, because some clients read no other unmarked
   * key.
   *
   * @param until may lie in the past, but no further than an hour
   */
  public Issued client(Identity who, Instant until) {
    KeyPair key = ClientKey.ONE;
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
    who.groups().stream()
        .filter(group -> !group.equals("system:authenticated"))
        .forEach(group -> subject.addRDN(BCStyle.O, group));
    subject.addRDN(BCStyle.CN, who.user());
    Period period = new Period(real.instant().minus(SKEW), until);
    return issued(key, sign(key, subject.build(), period, List.of(FOR_CLIENTS)));
  }

  /**
   * Signs what a client asks for, as a client's certificate.
   *
   * @param request PKCS #10 as PEM
   * @param life how long it is good, if it is shorter than usual
   * @return as PEM, or empty if the request cannot be read
   */
  public Optional<String> signed(String request, Duration life) {
    Optional<PKCS10CertificationRequest> asked = read(request);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    Duration shorter = life.compareTo(LIFETIME) < 0 ? life : LIFETIME;
    Period period = new Period(real.instant().minus(SKEW), real.instant().plus(shorter));
    try {
      PublicKey key = new JcaPKCS10CertificationRequest(asked.get()).getPublicKey();
      return Optional.of(pem(sign(key, asked.get().getSubject(), period, List.of(FOR_CLIENTS))));
    } catch (GeneralSecurityException unusable) {
      return Optional.empty();
    }
  }

  private static Optional<PKCS10CertificationRequest> read(String request) {
    try (PEMParser parser = new PEMParser(new StringReader(request))) {
      return parser.readObject() instanceof PKCS10CertificationRequest asked
          ? Optional.of(asked)
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether a request can be read, as PKCS #10 in PEM. */
  public static boolean isRequest(String request) {
    return read(request).isPresent();
  }

  /** The groups that a request asks to be in. */
  public static List<String> groupsOf(String request) {
    return read(request).stream()
        .flatMap(asked -> Arrays.stream(asked.getSubject().getRDNs(BCStyle.O)))
        .map(rdn -> rdn.getFirst().getValue().toString())
        .toList();
  }

  private X509Certificate sign(KeyPair key, X500Name subject, Period period, List<Extra> extras) {
    return sign(key.getPublic(), subject, period, extras);
  }

  private X509Certificate sign(PublicKey key, X500Name subject, Period period, List<Extra> extras) {
    boolean own = subject.equals(authorityName);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            authorityName,
            new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
            Date.from(period.from()),
            Date.from(period.until()),
            subject,
            key);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(own));
      int usage = own ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      for (Extra extra : extras) {
        builder.addExtension(extra.id(), false, extra.value());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate())));
    } catch (OperatorCreationException | GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException("this JVM cannot sign certificates", impossible);
    }
  }

  private static KeyPair keyPair(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size, new SecureRandom());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JVM has no " + algorithm, impossible);
    }
  }

  private static Issued issued(KeyPair key, X509Certificate certificate) {
    return new Issued(pem(certificate), pem(key));
  }

  private static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(
          object instanceof KeyPair pair ? new JcaPKCS8Generator(pair.getPrivate(), null) : object);
    } catch (IOException impossible) {
      throw new IllegalStateException("a key that cannot be written", impossible);
    }
    return text.toString();
  }
}
