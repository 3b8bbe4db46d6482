package org.lazaretto.range.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How strategic patches merge lists: by which field of their entries, or as a set of plain values.
 * A list that stands in neither table is replaced as a whole, as {@code taints} and {@code
 * tolerations} are (patchMergeKey and patchStrategy in the types of Kubernetes' API).
 */
public final class MergeKeys {
  private static final Set<String> CONTAINERS =
      Set.of("containers", "initContainers", "ephemeralContainers");
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("containers", "name"),
          Map.entry("initContainers", "name"),
          Map.entry("ephemeralContainers", "name"),
          Map.entry("env", "name"),
          Map.entry("volumes", "name"),
          Map.entry("imagePullSecrets", "name"),
          Map.entry("secrets", "name"),
          Map.entry("schedulingGates", "name"),
          Map.entry("resourceClaims", "name"),
          Map.entry("volumeMounts", "mountPath"),
          Map.entry("volumeDevices", "devicePath"),
          Map.entry("topologySpreadConstraints", "topologyKey"),
          Map.entry("hostAliases", "ip"),
          Map.entry("podIPs", "ip"),
          Map.entry("hostIPs", "ip"),
          Map.entry("addresses", "type"),
          Map.entry("conditions", "type"),
          Map.entry("ownerReferences", "uid"));
  private static final Set<String> SETS = Set.of("finalizers", "podCIDRs");

  private MergeKeys() {}

  /**
   * The field that identifies an entry.
   *
   * @param parent the field that holds the object which holds the list
   * @param list the field that holds the list
   */
  static Optional<String> key(ResourceType type, String parent, String list) {
    if (list.equals("ports")) {
      if (CONTAINERS.contains(parent)) {
        return Optional.of("containerPort");
      }
      boolean service = type.equals(ResourceTypes.SERVICES) && parent.equals("spec");
      return service ? Optional.of("port") : Optional.empty();
    }
    if (list.equals("addresses") && !type.equals(ResourceTypes.NODES)) {
      return Optional.empty();
    }
    return Optional.ofNullable(KEYS.get(list));
  }

  /**
   * The same for a field of a shape.
   *
   * @param shape as in {@code Container}
   * @param list one of its fields
   */
  public static Optional<String> ofField(String shape, String list) {
    return switch (list) {
      case "ports" -> {
        if (shape.equals("ServiceSpec")) {
          yield Optional.of("port");
        }
        yield shape.contains("Container") ? Optional.of("containerPort") : Optional.empty();
      }
      case "addresses" -> shape.equals("NodeStatus") ? Optional.of("type") : Optional.empty();
      default -> Optional.ofNullable(KEYS.get(list));
    };
  }

  static boolean isSet(String list) {
    return SETS.contains(list);
  }
}
