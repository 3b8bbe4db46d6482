package org.lazaretto.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.PortException;
import org.lazaretto.session.ClusterSession;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.Workplace;

/** Reaches the cluster that the options of a command name. */
final class Clusters {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace place;
  private final Console console;

  Clusters(Workplace place, Console console) {
    this.place = place;
    this.console = console;
  }

  ClusterSession open(GlobalOptions options) throws SessionException, InterruptedException {
    return open(options.kubeconfig(), options.context());
  }

  ClusterSession open(Optional<Path> kubeconfig, Optional<String> context)
      throws SessionException, InterruptedException {
    console.say("reaching the cluster and listing what is in it ...");
    return ClusterSession.open(connect(kubeconfig, context), place, PATIENCE);
  }

  ClusterConnection connect(Optional<Path> kubeconfig, Optional<String> context)
      throws SessionException {
    try {
      return KubernetesConnection.open(ConnectionRequest.of(kubeconfig, context));
    } catch (PortException e) {
      throw SessionException.unchanged(SessionException.Kind.UNAVAILABLE, e.getMessage(), "");
    }
  }
}
