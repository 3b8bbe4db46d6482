package org.lazaretto.range.scenario;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.range.net.Cni;
import org.lazaretto.range.net.Outside;
import org.lazaretto.range.net.Wiring;

/** The part of a scenario file about what answers beyond the cluster, and how policies hold. */
final class OutsideReader {
  private OutsideReader() {}

  static Outside read(Section root) throws ScenarioException {
    return new Outside(root.sections("outside", "a host", OutsideReader::host));
  }

  private static Outside.Host host(Section section) throws ScenarioException {
    String address = section.text("address");
    if (!address.matches("(\\d{1,3}\\.){3}\\d{1,3}")) {
      throw section.wrongAt(
          "address", "'address' is '" + address + "'; expected one such as 198.51.100.7");
    }
    Set<Integer> ports = new LinkedHashSet<>();
    for (String each : section.texts("ports")) {
      ports.add(InteriorReader.port(section, "ports", each));
    }
    return new Outside.Host(section.text("name"), address, ports);
  }

  /** The cluster's network. */
  static Wiring wiring(Section cluster, String platform, Outside outside) throws ScenarioException {
    return new Wiring(
        cni(cluster, platform), outside, cluster.duration("policyDelay", Duration.ZERO));
  }

  /** The cluster's CNI; each platform has its usual one. */
  private static Cni cni(Section cluster, String platform) throws ScenarioException {
    String usual = (platform.equals("EKS") ? Cni.VPC_CNI : Cni.CALICO).word();
    if (!cluster.has("cni")) {
      return Cni.of(usual).orElseThrow();
    }
    List<String> words = List.of(Cni.VPC_CNI.word(), Cni.CALICO.word());
    return Cni.of(cluster.oneOf("cni", words)).orElseThrow();
  }
}
