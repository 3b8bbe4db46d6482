package org.lazaretto.session;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * A calm cluster over the wire, in which little is said of a plan, and the changes that set a trap
 * in it. The node {@code $1} is cordoned; on it stand the suspects {@code lone} (bare), {@code
 * till} (of a Deployment) and {@code db} (of a StatefulSet), and one of three pods of {@code web}.
 * On {@code $2} stands the suspect {@code loose}.
 */
final class TrapWorld implements AutoCloseable {
  static final String NAMESPACE = "t";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HELD = "cluster-autoscaler.kubernetes.io/scale-down-disabled";
  private static final String IMAGE = "registry.example/t/app@sha256:" + "0".repeat(64);

  final Ground ground;
  private final ObjectStore store;
  private final List<String> nodes;
  private final Deque<Runnable> undone = new ArrayDeque<>();

  TrapWorld(Path home, Workplace place) throws Exception {
    ground = new Ground(home, place);
    store = ground.range.store();
    nodes = store.list(ResourceTypes.NODES, Optional.empty()).stream().map(Stored::name).toList();
    lay();
    undone.clear();
  }

  private void lay() {
    for (int node = 1; node <= 3; node++) {
      edit("Node", "$" + node, "/metadata/labels/topology.kubernetes.io~1zone", "'z'");
    }
    edit("Node", "$1", "/metadata/annotations/" + HELD.replace("/", "~1"), "'true'");
    put("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'t'}}");
    put("{'apiVersion':'v1','kind':'ServiceAccount','metadata':{'name':'solo','namespace':'t'}}");
    put(
        "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'RoleBinding',"
            + "'metadata':{'name':'solo','namespace':'t'},'roleRef':{'apiGroup':"
            + "'rbac.authorization.k8s.io','kind':'ClusterRole','name':'view'},'subjects':"
            + "[{'kind':'ServiceAccount','name':'solo','namespace':'t'}]}");
    put(pod("lone", "$1", "'serviceAccountName':'solo',"));
    put(pod("loose", "$2", ""));
    put(workload("Deployment", "t", "till", "$1", "'replicas':1,"));
    put(workload("StatefulSet", "t", "db", "$1", "'replicas':1,'serviceName':'db',"));
    cordon(false, true, true);
    put(workload("Deployment", "t", "web", "", "'replicas':1,"));
    Ground.until("the first pod of web runs", () -> ready("web") == 1);
    cordon(true, false, false);
    edit("Deployment", "t/web", "/spec/replicas", "3");
    Ground.until("all stand", () -> ready("web") == 3 && ready("till") + ready("db") == 2);
    ground.untilSeen();
  }

  private void cordon(boolean first, boolean second, boolean third) {
    edit("Node", "$1", "/spec/unschedulable", String.valueOf(first));
    edit("Node", "$2", "/spec/unschedulable", String.valueOf(second));
    edit("Node", "$3", "/spec/unschedulable", String.valueOf(third));
  }

  private long ready(String app) {
    return ground.session.snapshot().pods().stream()
        .filter(pod -> app.equals(pod.labels().get("app")) && pod.status().ready())
        .count();
  }

  static String template(String app, String node, String more) {
    String named = node.isEmpty() ? "" : "'nodeName':'" + node + "',";
    return "'metadata':{'labels':{'app':'%s'}},'spec':{%s%s'terminationGracePeriodSeconds':0,'tolerations':[{'key':'node.kubernetes.io/unreachable','operator':'Exists','effect':'NoExecute','tolerationSeconds':6000}],"
            .formatted(app, named, more)
        + "'containers':[{'name':'main','image':'"
        + IMAGE
        + "'}]}";
  }

  static String workload(String kind, String namespace, String name, String node, String more) {
    return "{'apiVersion':'apps/v1','kind':'%1$s','metadata':{'name':'%3$s','namespace':'%2$s'},'spec':{%4$s'selector':{'matchLabels':{'app':'%3$s'}},'template':{%5$s}}}"
        .formatted(kind, namespace, name, more, template(name, node, ""));
  }

  static String pod(String name, String node, String more) {
    return "{'apiVersion':'v1','kind':'Pod',%s}"
        .formatted(
            template(name, node, more)
                .replace("'metadata':{", "'metadata':{'name':'" + name + "','namespace':'t',"));
  }

  private JsonNode tree(String text) {
    String named = text.replace('\'', '"');
    for (int i = 0; i < nodes.size(); i++) {
      named = named.replace("$" + (i + 1), nodes.get(i));
    }
    try {
      return JSON.readTree(named);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which node that is. */
  String node(int number) {
    return nodes.get(number - 1);
  }

  /** Puts an object there; it is taken away when the trap is. */
  void put(String text) {
    ObjectNode tree = (ObjectNode) tree(text);
    ResourceType type =
        ResourceTypes.ofKind(tree.path("apiVersion").asText(), tree.path("kind").asText())
            .orElseThrow();
    Defaults.apply(type, tree);
    Stored made = store.create(type, tree);
    undone.push(() -> remove(type, made));
  }

  private void remove(ResourceType type, Stored made) {
    try {
      store.update(
          type,
          made.namespace(),
          made.name(),
          now -> {
            ((ObjectNode) now.path("metadata")).remove("finalizers");
            return now;
          });
      store.delete(type, made.namespace(), made.name(), Ground.AT_ONCE);
    } catch (ApiProblem gone) {
      // it ended by itself
    }
  }

  /** Has somebody delete it, who waits for its finalizers. */
  void delete(String path) {
    String[] name = path.split("/", -1);
    store.delete(ResourceTypes.PODS, name[0], name[1], Ground.AT_ONCE);
  }

  /** Sets the field at the pointer, or adds to an array where the pointer ends in a dash. */
  void edit(String kind, String path, String pointer, String value) {
    ResourceType type =
        ResourceTypes.all().stream().filter(t -> t.kind().equals(kind)).findFirst().orElseThrow();
    String[] name = (kind.equals("Node") ? "/" + resolved(path) : path).split("/", -1);
    boolean adds = pointer.endsWith("/-");
    JsonPointer at =
        JsonPointer.compile(adds ? pointer.substring(0, pointer.length() - 2) : pointer);
    JsonNode before = store.get(type, name[0], name[1]).orElseThrow().tree().at(at).deepCopy();
    JsonNode now = adds ? added(before, tree(value)) : tree(value);
    set(type, name, at, now);
    undone.push(() -> set(type, name, at, before));
  }

  private String resolved(String node) {
    return node(Integer.parseInt(node.substring(1)));
  }

  private static ArrayNode added(JsonNode before, JsonNode item) {
    ArrayNode items = before.isArray() ? (ArrayNode) before.deepCopy() : JSON.createArrayNode();
    return items.add(item);
  }

  private void set(ResourceType type, String[] name, JsonPointer at, JsonNode value) {
    store.update(
        type,
        name[0],
        name[1],
        tree -> {
          JsonNode parent = parent(tree, at.head());
          String last = at.last().getMatchingProperty();
          if (parent instanceof ArrayNode items) {
            items.set(Integer.parseInt(last), value);
          } else if (value.isMissingNode()) {
            ((ObjectNode) parent).remove(last);
          } else {
            ((ObjectNode) parent).set(last, value);
          }
          return tree;
        });
  }

  private static JsonNode parent(ObjectNode tree, JsonPointer at) {
    JsonNode there = tree.at(at);
    return there.isMissingNode() ? tree.withObject(at) : there;
  }

  /** The condition's place in a node's status. */
  void condition(String node, String type, String status) {
    JsonNode conditions =
        store
            .get(ResourceTypes.NODES, "", resolved(node))
            .orElseThrow()
            .tree()
            .at("/status/conditions");
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).path("type").asText().equals(type)) {
        edit("Node", node, "/status/conditions/" + i + "/status", "'" + status + "'");
      }
    }
  }

  /** The pods of web, the one on the cordoned node first. */
  List<String> web() {
    return ground.session.snapshot().pods().stream()
        .filter(pod -> "web".equals(pod.labels().get("app")))
        .sorted(Comparator.comparingInt(pod -> nodes.indexOf(pod.node().orElse(""))))
        .map(pod -> pod.ref().path())
        .toList();
  }

  /** Cuts the first node's machine off; it is brought back when the trap is taken away. */
  void cutOff() {
    ground.range.cutOff(node(1));
    undone.push(() -> ground.range.restore(node(1)));
  }

  /** Takes the right to list these away from everybody who comes now. */
  void deny(String... resources) {
    for (String resource : resources) {
      ground.range.denials().deny("list", resource);
    }
    undone.push(() -> ground.range.denials().clear());
  }

  /** Takes the trap away again. */
  void putBack() {
    while (!undone.isEmpty()) {
      undone.pop().run();
    }
  }

  /** The pods of these applications, the first of each; empty if one is not seen yet. */
  Optional<List<PodRef>> suspects(String... apps) {
    List<PodRef> found =
        List.of(apps).stream()
            .flatMap(app ->
                ground.session.snapshot().pods().stream()
                    .filter(pod -> app.equals(pod.labels().get("app")))
                    .filter(pod -> pod.node().filter(node -> !node.equals(node(3))).isPresent())
                    .map(Pod::ref)
                    .min(Comparator.comparing(PodRef::name))
                    .stream())
            .toList();
    return found.size() == apps.length ? Optional.of(found) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    ground.close();
  }
}
