package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Nodes as a managed EKS node group has them. */
public final class NodeObjects {
  private NodeObjects() {}

  /**
   * What a machine is.
   *
   * @param type the instance type
   * @param cpu cores
   * @param memoryMebibytes memory in MiB
   * @param pods how many pods it takes
   */
  public record Machine(String type, int cpu, int memoryMebibytes, int pods) {}

  /**
   * Where a node stands.
   *
   * @param index its number in the cluster, from 0
   * @param region the cloud region
   * @param zone the availability zone
   * @param group the node group
   */
  public record Place(int index, String region, String zone, String group) {
    /** The node's first address. */
    public String address() {
      return "10.0." + (16 + index / 200) + "." + (10 + (index * 37) % 200);
    }

    /** The node's name, as EC2 makes it from the address. */
    public String nodeName() {
      return "ip-" + address().replace('.', '-') + "." + region + ".compute.internal";
    }

    /** The machine's id. */
    public String instanceId() {
      return "i-0" + Names.sha256(nodeName() + group).substring(0, 16);
    }
  }

  /** A ready node. */
  public static ObjectNode node(Place place, Machine machine, String version, Instant now) {
    ObjectNode node = Tree.head("v1", "Node", "", place.nodeName());
    ObjectNode metadata = Tree.made(node, "metadata");
    metadata.set("labels", Tree.object(labels(place, machine)));
    metadata
        .putObject("annotations")
        .put("alpha.kubernetes.io/provided-node-ip", place.address())
        .put(
            "csi.volume.kubernetes.io/nodeid",
            "{\"ebs.csi.aws.com\":\"" + place.instanceId() + "\"}")
        .put("node.alpha.kubernetes.io/ttl", "0")
        .put("volumes.kubernetes.io/controller-managed-attach-detach", "true");
    node.putObject("spec").put("providerID", "aws:///" + place.zone() + "/" + place.instanceId());
    status(node.putObject("status"), place, machine, version);
    report(node, false, now);
    return node;
  }

  private static Map<String, String> labels(Place place, Machine machine) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("beta.kubernetes.io/arch", "amd64");
    labels.put("beta.kubernetes.io/instance-type", machine.type());
    labels.put("beta.kubernetes.io/os", "linux");
    labels.put("eks.amazonaws.com/capacityType", "ON_DEMAND");
    labels.put("eks.amazonaws.com/nodegroup", place.group());
    labels.put("failure-domain.beta.kubernetes.io/region", place.region());
    labels.put("failure-domain.beta.kubernetes.io/zone", place.zone());
    labels.put("kubernetes.io/arch", "amd64");
    labels.put("kubernetes.io/hostname", place.nodeName());
    labels.put("kubernetes.io/os", "linux");
    labels.put("node.kubernetes.io/instance-type", machine.type());
    labels.put("topology.ebs.csi.aws.com/zone", place.zone());
    labels.put("topology.kubernetes.io/region", place.region());
    labels.put("topology.kubernetes.io/zone", place.zone());
    return labels;
  }

  private static void status(ObjectNode status, Place place, Machine machine, String version) {
    ArrayNode addresses = status.putArray("addresses");
    addresses.addObject().put("type", "InternalIP").put("address", place.address());
    addresses.addObject().put("type", "InternalDNS").put("address", place.nodeName());
    addresses.addObject().put("type", "Hostname").put("address", place.nodeName());
    long memory = machine.memoryMebibytes() * 1024L;
    amounts(status.putObject("capacity"), machine.cpu() * 1000, memory, machine.pods());
    amounts(
        status.putObject("allocatable"),
        machine.cpu() * 1000 - 70,
        memory - 700 * 1024L,
        machine.pods());
    status.putObject("daemonEndpoints").putObject("kubeletEndpoint").put("Port", 10250);
    status
        .putObject("nodeInfo")
        .put("architecture", "amd64")
        .put("bootID", uuid(place, "boot"))
        .put("containerRuntimeVersion", "containerd://2.1.4")
        .put("kernelVersion", "6.12.46-66.121.amzn2023.x86_64")
        .put("kubeProxyVersion", version)
        .put("kubeletVersion", version)
        .put("machineID", Names.sha256(place.nodeName()).substring(0, 32))
        .put("operatingSystem", "linux")
        .put("osImage", "Amazon Linux 2023.9.20251020")
        .put("systemUUID", uuid(place, "system"));
  }

  private static String uuid(Place place, String what) {
    String h = Names.sha256(what + place.nodeName());
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            h.substring(0, 8),
            h.substring(8, 12),
            h.substring(12, 15),
            h.substring(15, 18),
            h.substring(18, 30));
  }

  private static void amounts(ObjectNode amounts, int millis, long memoryKi, int pods) {
    amounts.put("cpu", millis % 1000 == 0 ? String.valueOf(millis / 1000) : millis + "m");
    amounts.put("ephemeral-storage", "83873772Ki");
    amounts.put("hugepages-1Gi", "0").put("hugepages-2Mi", "0");
    amounts.put("memory", memoryKi + "Ki");
    amounts.put("pods", String.valueOf(pods));
  }

  /**
   * Writes the conditions that a kubelet reports, all of them well but for a full disk.
   *
   * @param diskIsFull whether the node has disk pressure
   */
  public static void report(ObjectNode node, boolean diskIsFull, Instant now) {
    condition(
        node,
        now,
        "MemoryPressure",
        false,
        "KubeletHasSufficientMemory",
        "kubelet has sufficient memory available");
    condition(
        node,
        now,
        "DiskPressure",
        diskIsFull,
        diskIsFull ? "KubeletHasDiskPressure" : "KubeletHasNoDiskPressure",
        diskIsFull ? "kubelet has disk pressure" : "kubelet has no disk pressure");
    condition(
        node,
        now,
        "PIDPressure",
        false,
        "KubeletHasSufficientPID",
        "kubelet has sufficient PID available");
    condition(node, now, "Ready", true, "KubeletReady", "kubelet is posting ready status");
  }

  private static void condition(
      ObjectNode node, Instant now, String type, boolean holds, String reason, String message) {
    Conditions.set(node, Conditions.Condition.of(type, holds, reason, message), now);
    Tree.at(node, "status", "conditions")
        .forEach(c -> ((ObjectNode) c).put("lastHeartbeatTime", Tree.time(now)));
  }
}
