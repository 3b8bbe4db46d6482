package org.lazaretto.plan.isolate;

import java.util.Comparator;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.ContainerState.Role;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.plan.ContainStep.Look;

/**
 * Where a look from inside a suspect is taken, and what it tries to reach. It is something that
 * every pod talks to anyway, and never an address of an intruder's.
 */
final class Outlook {
  private static final int DNS = 53;
  private static final int HTTPS = 443;

  private final ClusterSnapshot snapshot;

  Outlook(ClusterSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The look from that pod; empty if no container of it runs, or if the network that it sees is its
   * node's own.
   */
  Optional<Look> of(Pod pod) {
    if (pod.shape().host().network()) {
      return Optional.empty();
    }
    return pod.status().containers().stream()
        .filter(container -> container.role() == Role.MAIN && container.reason().isEmpty())
        .findFirst()
        .map(ContainerState::name)
        .map(this::from);
  }

  private Look from(String container) {
    return dns(container)
        .or(() -> apiServer(container))
        .orElseGet(() -> new Look(container, "", 0, ""));
  }

  private Optional<Look> dns(String container) {
    return snapshot.services("kube-system").stream()
        .filter(this::resolves)
        .min(Comparator.comparing(service -> service.object().name()))
        .flatMap(service -> look(container, service, DNS, "the cluster's DNS"));
  }

  /** A service with a slice on the port of the DNS. */
  private boolean resolves(ServiceEntry service) {
    return snapshot.slices("kube-system").stream()
        .filter(slice -> slice.service().equals(service.object().name()))
        .map(EndpointSlice::ports)
        .anyMatch(ports -> ports.contains(DNS));
  }

  private Optional<Look> apiServer(String container) {
    return snapshot
        .service("default", "kubernetes")
        .flatMap(service -> look(container, service, HTTPS, "the API server"));
  }

  private static Optional<Look> look(
      String container, ServiceEntry service, int port, String name) {
    String address = service.clusterIp();
    boolean one = !address.isEmpty() && Look.possible(address, port);
    return one ? Optional.of(new Look(container, address, port, name)) : Optional.empty();
  }
}
