package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import org.lazaretto.range.http.ContainerDoor.Errand;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Stored;

/** Exec and attach. A client that cannot speak over a WebSocket learns first what else is wrong. */
final class ConnectEndpoint implements Endpoint {
  private final ServerParts parts;

  ConnectEndpoint(ServerParts parts) {
    this.parts = parts;
  }

  @Override
  public Answer answer(ApiRequest request) {
    Where where = request.where();
    Stored pod =
        parts
            .store()
            .get(where.type(), where.namespace(), where.name())
            .orElseThrow(() -> ApiProblem.notFound(where.type(), where.name()));
    Query query = request.query();
    String container = PodContainers.of(pod).chosen(query.text("container"));
    if (pod.field("spec.nodeName").isEmpty()) {
      throw ApiProblem.badRequest("pod " + pod.name() + " does not have a host assigned");
    }
    if (!query.isTrue("stdin") && !query.isTrue("stdout") && !query.isTrue("stderr")) {
      throw ApiProblem.badRequest("you must specify at least 1 of stdin, stdout, stderr");
    }
    Errand errand =
        new Errand(container, command(request), query.isTrue("stdin"), query.isTrue("tty"));
    return new Answer.Channels(pod, errand, parts.behaviour().door());
  }

  /**
   * The right that a request takes. To enter a container is to create something, even though a
   * WebSocket begins with GET; servers ask for it since 1.35.
   */
  static String right(String verb, Where where) {
    boolean enters = where.subresource().equals("exec") || where.subresource().equals("attach");
    return enters ? "create" : verb;
  }

  private static Optional<List<String>> command(ApiRequest request) {
    if (request.where().subresource().equals("attach")) {
      return Optional.empty();
    }
    List<String> command = request.query().all("command");
    if (command.isEmpty()) {
      throw ApiProblem.badRequest("you must specify at least one command for the container");
    }
    return Optional.of(command);
  }
}
