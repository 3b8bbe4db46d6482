package org.lazaretto.range.http;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.http.security.Authorizer;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.Credentials;
import org.lazaretto.range.http.security.Denials;
import org.lazaretto.range.http.security.Identity;

/**
 * Who may do what on a server.
 *
 * @param certificates signs the server's certificate and those of clients
 * @param credentials tells who somebody is
 * @param authorizer decides what somebody may do
 */
public record Security(Certificates certificates, Credentials credentials, Authorizer authorizer) {
  /**
   * Tokens, client certificates of an authority made for it, and everything allowed that is not
   * denied.
   *
   * @param tokens bearer tokens and whose they are
   * @param denials what those who are not masters may not do
   * @param real the real time
   */
  public static Security of(
      Map<String, Identity> tokens, List<Denials.Denial> denials, InstantSource real) {
    Certificates certificates = new Certificates(real);
    return new Security(
        certificates,
        new Credentials(tokens, certificates.authority(), real),
        new Denials(denials));
  }
}
