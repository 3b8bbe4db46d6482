package org.lazaretto.adapter.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.kubeconfig.AccessReader;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig;
import org.lazaretto.adapter.kubernetes.wire.Doorbell;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterDirectory;
import org.lazaretto.port.PortException;

/** The clusters of a kubeconfig. */
public final class KubeconfigDirectory implements ClusterDirectory {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Optional<Path> file;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Doorbell doorbell;

  /** The clusters of that kubeconfig; without it those that {@code kubectl} would see. */
  public KubeconfigDirectory(Optional<Path> file) {
    this(file, System.getenv(), InstantSource.system(), PATIENCE);
  }

  /** The same with another environment, another time, another patience when knocking. */
  KubeconfigDirectory(
      Optional<Path> file,
      Map<String, String> environment,
      InstantSource clock,
      Duration patience) {
    this.file = file;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.doorbell = new Doorbell(patience, clock);
  }

  @Override
  public List<ClusterContext> contexts() throws PortException {
    return Kubeconfig.readIfAny(file, environment).stream()
        .flatMap(kubeconfig -> kubeconfig.contexts().stream())
        .map(entry ->
            new ClusterContext(
                entry.name(), entry.server(), entry.namespace(), entry.signIn(), entry.current()))
        .toList();
  }

  @Override
  public Reachability probe(String context) {
    try {
      Kubeconfig kubeconfig = Kubeconfig.read(file, environment);
      AccessReader reader = new AccessReader(environment, clock);
      Optional<String> name = Optional.of(context);
      Instant now = clock.instant();
      Optional<Instant> ended = reader.certificateEnds(kubeconfig, name).filter(now::isAfter);
      return ended.isPresent()
          ? new Reachability.NotBelieved(
              "your client " + Doorbell.expired(Duration.between(ended.get(), now)))
          : doorbell.ring(reader.door(kubeconfig, name));
    } catch (PortException e) {
      return new Reachability.Unreachable(e.getMessage());
    }
  }

  @Override
  public ClusterConnection connect(Optional<Path> kubeconfig, Optional<String> context)
      throws PortException {
    return KubernetesConnection.open(ConnectionRequest.of(kubeconfig.or(() -> file), context));
  }
}
