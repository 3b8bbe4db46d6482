package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostileText;

/**
 * What sort of cluster this is, in a few words such as {@code EKS 1.35 · eu-central-1}: from the
 * server's version and from labels that providers put on nodes.
 */
record ClusterTitle(String platform, String version, String region) {
  private static final Pattern NUMBER = Pattern.compile("v?(\\d+\\.\\d+).*");
  private static final String REGION = "topology.kubernetes.io/region";

  static ClusterTitle of(ClusterIdentity cluster, ClusterSnapshot snapshot) {
    Matcher number = NUMBER.matcher(cluster.version());
    return new ClusterTitle(
        platform(cluster.version().toLowerCase(Locale.ROOT)),
        number.matches() ? number.group(1) : HostileText.visible(cluster.version()),
        region(snapshot).orElse(""));
  }

  private static String platform(String version) {
    if (version.contains("-eks-")) {
      return "EKS";
    } else if (version.contains("-gke.")) {
      return "GKE";
    } else if (version.contains("+k3s")) {
      return "k3s";
    } else if (version.contains("+rke2")) {
      return "RKE2";
    }
    return "Kubernetes";
  }

  /** The region of all nodes; several are counted. */
  private static Optional<String> region(ClusterSnapshot snapshot) {
    List<String> regions =
        snapshot.nodes().stream()
            .map(node -> node.labels().getOrDefault(REGION, ""))
            .filter(region -> !region.isEmpty())
            .distinct()
            .toList();
    return switch (regions.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(HostileText.visible(regions.getFirst()));
      default -> Optional.of(regions.size() + " regions");
    };
  }

  String spoken() {
    String name = platform + " " + version;
    return region.isEmpty() ? name : name + " · " + region;
  }
}
