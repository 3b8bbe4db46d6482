package org.lazaretto.model;

import java.util.List;

/**
 * Which cluster this is and how it was reached.
 *
 * @param uid the UID of the namespace {@code kube-system}
 * @param name the context's name, for people
 * @param server the API server's address
 * @param version its version, such as {@code v1.35.2}
 * @param kubectlFlags the words that make a pasted {@code kubectl} line hit this cluster
 */
public record ClusterIdentity(
    String uid, String name, String server, String version, List<String> kubectlFlags) {
  /** Copies what it is given. */
  public ClusterIdentity {
    kubectlFlags = List.copyOf(kubectlFlags);
  }
}
