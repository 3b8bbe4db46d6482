package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * The way through to a node's kubelet: its health, its pods, the logs of its containers, and the
 * checkpoint of one (Kubernetes documentation, "Kubelet Checkpoint API").
 */
final class NodeProxy implements Endpoint {
  private static final String FOLDER = "/var/lib/kubelet/checkpoints/";

  private final ServerParts parts;

  NodeProxy(ServerParts parts) {
    this.parts = parts;
  }

  @Override
  public Answer answer(ApiRequest request) {
    Where where = request.where();
    Stored node =
        parts
            .store()
            .get(where.type(), "", where.name())
            .orElseThrow(() -> ApiProblem.notFound(where.type(), where.name()));
    reachable(node);
    List<String> path = where.rest();
    boolean reads = request.verb().equals("get");
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "healthz" -> reads ? Answer.text(200, "ok") : wrongMethod();
      case "pods" -> reads && path.size() == 1 ? Answer.json(200, pods(node)) : notFound();
      case "containerLogs" -> path.size() == 4 && reads ? logs(request, node, path) : notFound();
      case "checkpoint" -> {
        if (path.size() != 4) {
          yield notFound();
        }
        yield reads ? wrongMethod() : checkpoint(node, path);
      }
      default -> notFound();
    };
  }

  private static void reachable(Stored node) {
    ObjectNode tree = node.tree();
    boolean answers =
        tree.at("/status/conditions")
            .valueStream()
            .filter(condition -> condition.path("type").asText("").equals("Ready"))
            .noneMatch(condition -> condition.path("status").asText("").equals("Unknown"));
    if (!answers) {
      String address =
          tree.at("/status/addresses")
              .valueStream()
              .filter(each -> each.path("type").asText("").equals("InternalIP"))
              .map(each -> each.path("address").asText(""))
              .findFirst()
              .orElse(node.name());
      throw ApiProblem.of(
          503,
          "ServiceUnavailable",
          "error trying to reach service: dial tcp " + address + ":10250: i/o timeout");
    }
  }

  private static Answer notFound() {
    return Answer.text(404, "404 page not found\n");
  }

  private static Answer wrongMethod() {
    return Answer.text(405, "405: Method Not Allowed");
  }

  private ObjectNode pods(Stored node) {
    ObjectNode list = Json.object().put("kind", "PodList").put("apiVersion", "v1");
    list.putObject("metadata");
    ArrayNode items = list.putArray("items");
    parts.store().podsOnNode(node.name()).forEach(pod -> items.add(pod.tree()));
    return list;
  }

  private Optional<Stored> pod(Stored node, List<String> path) {
    return parts
        .store()
        .get(ResourceTypes.PODS, path.get(1), path.get(2))
        .filter(pod -> pod.field("spec.nodeName").filter(node.name()::equals).isPresent());
  }

  private Answer logs(ApiRequest request, Stored node, List<String> path) {
    Optional<Stored> pod = pod(node, path);
    if (pod.isEmpty()) {
      return Answer.text(404, "pod \"" + path.get(2) + "\" not found\n");
    }
    Query query = request.query().with("container", path.get(3));
    LogQuery wanted = LogQuery.of(query, pod.get(), parts.clock().now());
    List<LogSource.Line> lines =
        wanted.chosen(
            parts.behaviour().logs().written(pod.get(), path.get(3), wanted.previous()).lines());
    Buffer body = Buffer.buffer();
    lines.forEach(line -> body.appendString(wanted.shown(line)));
    return new Answer.Whole(200, "text/plain", body, Map.of());
  }

  private Answer checkpoint(Stored node, List<String> path) {
    boolean runs =
        pod(node, path).stream()
            .flatMap(pod -> pod.tree().at("/status/containerStatuses").valueStream())
            .anyMatch(c ->
                c.path("name").asText("").equals(path.get(3)) && c.at("/state/running").isObject());
    if (!runs) {
      return Answer.text(404, "container \"" + path.get(3) + "\" not found\n");
    }
    String time = parts.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
    String file =
        FOLDER
            + "checkpoint-%s_%s-%s-%s.tar".formatted(path.get(2), path.get(1), path.get(3), time);
    ObjectNode answer = Json.object();
    answer.putArray("items").add(file);
    return Answer.json(200, answer);
  }
}
