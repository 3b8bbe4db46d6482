package org.lazaretto.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;

/** The clusters that this workstation knows a way to. All calls block. */
public interface ClusterDirectory {
  /**
   * The contexts, in the order of the kubeconfig; empty if there is no kubeconfig.
   *
   * @throws PortException LOCAL if a file is unreadable or malformed
   */
  List<ClusterContext> contexts() throws PortException;

  /**
   * Knocks at the context's server: a TCP connection and a TLS handshake, no credentials and no
   * request, so that no plugin runs and no audit line is written.
   */
  Reachability probe(String context);

  /**
   * Opens a connection; nothing is sent before it is used.
   *
   * @param kubeconfig another kubeconfig than the workstation's, such as that of a practice world
   * @param context the context's name; without it the kubeconfig's current one
   * @throws PortException LOCAL if the context or what it names is missing or malformed
   */
  ClusterConnection connect(Optional<Path> kubeconfig, Optional<String> context)
      throws PortException;
}
