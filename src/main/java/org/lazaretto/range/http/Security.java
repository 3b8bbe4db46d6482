package org.lazaretto.range.http;

import java.time.InstantSource;
import java.util.Map;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.Credentials;
import org.lazaretto.range.http.security.Denials;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.http.security.Rbac;
import org.lazaretto.range.http.security.Tokens;
import org.lazaretto.range.store.ObjectStore;

/**
 * Who may do what on a server.
 *
 * @param certificates signs the server's certificate and those of clients
 * @param tokens of service accounts
 * @param credentials tells who somebody is
 * @param authorizer decides what somebody may do
 */
public record Security(
    Certificates certificates, Tokens tokens, Credentials credentials, Denials authorizer) {
  /**
   * Fixed tokens, tokens of service accounts, client certificates; and allowed is what the roles in
   * the store allow.
   *
   * @param certificates the authority
   * @param known fixed bearer tokens and whose they are
   * @param store holds roles, bindings and service accounts
   * @param tokens of service accounts
   * @param real the real time, by which certificates end
   */
  public static Security of(
      Certificates certificates,
      Map<String, Identity> known,
      ObjectStore store,
      Tokens tokens,
      InstantSource real) {
    return new Security(
        certificates,
        tokens,
        new Credentials(known, tokens, certificates.authority(), real),
        new Denials(new Rbac(store)));
  }
}
