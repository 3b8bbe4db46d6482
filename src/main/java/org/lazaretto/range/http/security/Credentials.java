package org.lazaretto.range.http.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Tells from a bearer token or a client certificate who somebody is. */
public final class Credentials {
  private static final String BEARER = "Bearer ";

  private final Map<String, Identity> known;
  private final Tokens tokens;
  private final X509Certificate authority;
  private final InstantSource real;

  /**
   * Knows these.
   *
   * @param known fixed bearer tokens and whose they are
   * @param tokens of service accounts
   * @param authority signs client certificates
   * @param real the real time, by which certificates expire
   */
  public Credentials(
      Map<String, Identity> known, Tokens tokens, X509Certificate authority, InstantSource real) {
    this.known = Map.copyOf(known);
    this.tokens = tokens;
    this.authority = authority;
    this.real = real;
  }

  /** Whose token an {@code Authorization} header carries, if it is known. */
  public Optional<Identity> ofHeader(String authorization) {
    if (!authorization.startsWith(BEARER)) {
      return Optional.empty();
    }
    return ofToken(authorization.substring(BEARER.length()).strip());
  }

  /** Whose bearer token this is, if it is known. */
  public Optional<Identity> ofToken(String text) {
    byte[] token = bytes(text);
    return known.entrySet().stream()
        .filter(each -> MessageDigest.isEqual(bytes(each.getKey()), token))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> tokens.identify(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whose certificate this is, if the authority signed it and it has not expired. */
  public Optional<Identity> ofCertificate(X509Certificate certificate) {
    try {
      certificate.verify(authority.getPublicKey());
      certificate.checkValidity(Date.from(real.instant()));
      return Optional.of(named(certificate.getSubjectX500Principal().getName()));
    } catch (GeneralSecurityException | InvalidNameException refused) {
      return Optional.empty();
    }
  }

  private static Identity named(String subject) throws InvalidNameException {
    String user = "";
    List<String> groups = new ArrayList<>();
    for (Rdn part : new LdapName(subject).getRdns()) {
      if (part.getType().equalsIgnoreCase("CN")) {
        user = part.getValue().toString();
      } else if (part.getType().equalsIgnoreCase("O")) {
        groups.add(part.getValue().toString());
      }
    }
    return Identity.of(user, groups.toArray(String[]::new));
  }
}
