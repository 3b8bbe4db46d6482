package org.lazaretto.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * What can be compared between two clusters: everything but identities, times, addresses, and the
 * names that a server invents.
 */
final class ShopState {
  private static final String APPS = "/apis/apps/v1/";
  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
  private static final Map<String, String> KINDS =
      Map.of(
          "Node", "/api/v1/nodes",
          "Service", "/api/v1/services",
          "Deployment", APPS + "deployments",
          "StatefulSet", APPS + "statefulsets",
          "DaemonSet", APPS + "daemonsets",
          "NetworkPolicy", "/apis/networking.k8s.io/v1/networkpolicies",
          "RoleBinding", RBAC + "rolebindings",
          "ClusterRoleBinding", RBAC + "clusterrolebindings");
  private static final Set<String> SERVERS =
      Set.of("uid", "resourceVersion", "managedFields", "generation", "creationTimestamp");
  private static final Set<String> INVENTED =
      Set.of(
          "pod-template-hash",
          "controller-revision-hash",
          "controller-uid",
          "batch.kubernetes.io/controller-uid");
  private static final String OWN_POLICY = "lazaretto-pods-[0-9a-f]+";
  private static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

  private ShopState() {}

  /** The objects by kind and path, and for each owner how its pods are. */
  static Map<String, String> of(Shop shop) throws PortException {
    Map<String, String> state = new TreeMap<>();
    try (ClusterConnection connection = shop.connect()) {
      ClusterReads reads = connection.reads();
      for (Map.Entry<String, String> kind : KINDS.entrySet()) {
        for (JsonNode each : items(reads, kind.getValue())) {
          state.put(kind.getKey() + " " + named(path(each)), object(each));
        }
      }
      Map<String, String> owners = new LinkedHashMap<>();
      for (JsonNode set : items(reads, APPS + "replicasets")) {
        String owner = set.at("/metadata/ownerReferences/0/name").asText("");
        owners.put(path(set), owner.isEmpty() ? set.at("/metadata/name").asText() : owner);
      }
      pods(items(reads, "/api/v1/pods"), owners, state);
      for (JsonNode secret : items(reads, "/api/v1/secrets")) {
        state.put("Secret " + path(secret), "there");
      }
    }
    return state;
  }

  /** What one has that the other has not, as lines. */
  static List<String> differences(Map<String, String> program, Map<String, String> hand) {
    Set<String> keys = new TreeSet<>(program.keySet());
    keys.addAll(hand.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(program.get(key), hand.get(key)))
        .map(key -> key + "\n by program: " + program.get(key) + "\n by hand: " + hand.get(key))
        .toList();
  }

  private static JsonNode items(ClusterReads reads, String path) throws PortException {
    return Shop.tree(reads.raw(path).bytes()).path("items");
  }

  /** Without the part of our own names that is made of UIDs. */
  static String named(String name) {
    return name.replaceAll(OWN_POLICY, "lazaretto-pods");
  }

  private static String path(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return metadata.path("namespace").asText("") + "/" + metadata.path("name").asText("");
  }

  private static String object(JsonNode object) {
    ObjectNode tree = object.deepCopy();
    tree.remove("status");
    ((ObjectNode) tree.path("metadata")).remove(SERVERS);
    if (tree.at("/spec/template/metadata/annotations").has(RESTARTED)) {
      ((ObjectNode) tree.at("/spec/template/metadata/annotations")).put(RESTARTED, "then");
    }
    if (tree.at("/metadata/annotations") instanceof ObjectNode notes) {
      notes.remove("deployment.kubernetes.io/revision");
    }
    if (tree.at("/spec/taints") instanceof ArrayNode taints) {
      tree.withObject("/spec").set("taints", sorted(taints));
    }
    return named(Shop.text(tree));
  }

  /** A taint is a member of a set. */
  private static ArrayNode sorted(ArrayNode taints) {
    List<JsonNode> each = new ArrayList<>();
    for (JsonNode taint : taints) {
      each.add(((ObjectNode) taint).without("timeAdded"));
    }
    each.sort(Comparator.comparing(Shop::text));
    return taints.removeAll().addAll(each);
  }

  private static void pods(JsonNode pods, Map<String, String> sets, Map<String, String> state) {
    Map<String, List<String>> byOwner = new TreeMap<>();
    for (JsonNode pod : pods) {
      JsonNode owner = pod.at("/metadata/ownerReferences/0");
      String namespace = pod.at("/metadata/namespace").asText();
      String name = owner.path("name").asText(pod.at("/metadata/name").asText());
      String path = namespace + "/" + sets.getOrDefault(namespace + "/" + name, name);
      byOwner.computeIfAbsent(path, _ -> new ArrayList<>()).add(pod(pod));
    }
    byOwner.forEach((owner, each) -> {
      Collections.sort(each);
      state.put("pods of " + owner, String.join("\n", each));
    });
  }

  private static String pod(JsonNode pod) {
    ObjectNode labels = Shop.tree("{}".getBytes(StandardCharsets.UTF_8)).deepCopy();
    pod.at("/metadata/labels").properties().stream()
        .filter(label -> !INVENTED.contains(label.getKey()))
        .forEach(label -> labels.set(label.getKey(), label.getValue()));
    boolean leaving = !pod.at("/metadata/deletionTimestamp").isMissingNode();
    boolean ready = pod.at("/status/containerStatuses/0/ready").asBoolean();
    return Shop.text(labels)
        + " tolerates "
        + pod.at("/spec/tolerations").size()
        + (leaving ? " leaving" : "")
        + (ready ? " ready" : " not ready");
  }
}
