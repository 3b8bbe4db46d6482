package org.lazaretto.adapter.kubernetes.kubeconfig;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * All that is needed to reach one cluster.
 *
 * @param context the context's name
 * @param server the API server's address, without a slash at the end
 * @param trust which server is believed
 * @param proxy the HTTP proxy in between
 * @param certificate our client certificate
 * @param credential what we send beside it
 * @param actsAs whom we ask to act as
 */
public record ClusterAccess(
    String context,
    URI server,
    Trust trust,
    Optional<URI> proxy,
    Optional<ClientCertificate> certificate,
    Credential credential,
    ActsAs actsAs) {
  /**
   * Which server is believed.
   *
   * @param authorities PEM of the only authorities believed; without it those of this machine
   * @param anyone {@code insecure-skip-tls-verify}
   * @param serverName the name its certificate must have, where it is not the address's
   */
  public record Trust(Optional<String> authorities, boolean anyone, Optional<String> serverName) {}

  /**
   * Impersonation.
   *
   * @param user whom to act as; empty for ourselves
   * @param groups with which groups
   */
  public record ActsAs(String user, List<String> groups) {
    /** Copies what it is given. */
    public ActsAs {
      groups = List.copyOf(groups);
    }
  }
}
