package org.lazaretto.adapter.kubernetes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterDirectory;
import org.lazaretto.port.PortException;

/** The clusters of a kubeconfig. */
public final class KubeconfigDirectory implements ClusterDirectory {
  private final Optional<Path> file;

  /** The clusters of that kubeconfig; without it those that {@code kubectl} would see. */
  public KubeconfigDirectory(Optional<Path> file) {
    this.file = file;
  }

  @Override
  public List<ClusterContext> contexts() throws PortException {
    return KubernetesConnection.contexts(ConnectionRequest.of(file, Optional.empty())).stream()
        .map(entry ->
            new ClusterContext(entry.name(), entry.server(), entry.namespace(), entry.current()))
        .toList();
  }

  @Override
  public Reachability probe(String context) {
    return new Reachability.CannotTell("the server of " + context + " was not asked");
  }

  @Override
  public ClusterConnection connect(Optional<Path> kubeconfig, Optional<String> context)
      throws PortException {
    return KubernetesConnection.open(ConnectionRequest.of(kubeconfig.or(() -> file), context));
  }
}
