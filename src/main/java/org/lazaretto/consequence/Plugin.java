package org.lazaretto.consequence;

import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;

/** The network plugin, told by the DaemonSet that it runs in kube-system. */
enum Plugin {
  VPC_CNI("aws-node", "the AWS VPC CNI", true),
  CALICO("calico-node", "Calico", true),
  CILIUM("cilium", "Cilium", true),
  GKE_DATAPLANE("anetd", "GKE Dataplane V2", true),
  WEAVE("weave-net", "Weave Net", true),
  FLANNEL("kube-flannel-ds", "Flannel", false),
  KINDNET("kindnet", "kindnet", false);

  private final String daemonSet;
  private final String spoken;
  private final boolean enforces;

  Plugin(String daemonSet, String spoken, boolean enforces) {
    this.daemonSet = daemonSet;
    this.spoken = spoken;
    this.enforces = enforces;
  }

  String spoken() {
    return spoken;
  }

  /** Whether it carries policies out, where that is switched on. */
  boolean enforces() {
    return enforces;
  }

  /** The first that is there; one that enforces before one that does not. */
  static Optional<Plugin> of(ClusterSnapshot snapshot) {
    for (Plugin plugin : values()) {
      if (snapshot.workload(ObservedKind.DAEMON_SET, "kube-system", plugin.daemonSet).isPresent()) {
        return Optional.of(plugin);
      }
    }
    return Optional.empty();
  }
}
