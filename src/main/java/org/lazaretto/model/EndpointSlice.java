package org.lazaretto.model;

import java.util.List;

/**
 * An EndpointSlice.
 *
 * @param service the name of the service it belongs to; empty if none
 * @param endpoints its endpoints
 * @param ports the TCP ports on which the endpoints are served
 */
public record EndpointSlice(
    ObjectRef object, String service, List<Endpoint> endpoints, List<Integer> ports)
    implements ClusterObject {
  /** Copies what it is given. */
  public EndpointSlice {
    endpoints = List.copyOf(endpoints);
    ports = List.copyOf(ports);
  }

  /**
   * One endpoint.
   *
   * @param podUid the UID of the pod behind it; empty if none
   * @param address its first address
   * @param ready whether traffic is sent to it
   */
  public record Endpoint(String podUid, String address, boolean ready) {}

  @Override
  public ObservedKind observedKind() {
    return ObservedKind.ENDPOINT_SLICE;
  }
}
