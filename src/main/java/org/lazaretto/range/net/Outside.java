package org.lazaretto.range.net;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the world outside the cluster answers. Whatever is not named here does not.
 *
 * @param hosts those that do
 */
public record Outside(List<Host> hosts) {
  /** Copies the hosts. */
  public Outside {
    hosts = List.copyOf(hosts);
  }

  /** Nobody. */
  public static Outside silent() {
    return new Outside(List.of());
  }

  /**
   * A host.
   *
   * @param name its name
   * @param address its address
   * @param ports where it answers
   */
  public record Host(String name, String address, Set<Integer> ports) {
    /** Copies the ports. */
    public Host {
      ports = Set.copyOf(ports);
    }
  }

  Optional<Host> named(String name) {
    return hosts.stream().filter(h -> h.name().equals(name)).findFirst();
  }

  Optional<Host> at(String address) {
    return hosts.stream().filter(h -> h.address().equals(address)).findFirst();
  }
}
