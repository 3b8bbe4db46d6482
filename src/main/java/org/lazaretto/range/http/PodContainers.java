package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Stored;

/** The names of a pod's containers, by sort. */
record PodContainers(String pod, List<String> ordinary, List<String> init, List<String> ephemeral) {
  static PodContainers of(Stored pod) {
    JsonNode spec = pod.tree().path("spec");
    return new PodContainers(
        pod.name(),
        names(spec.path("containers")),
        names(spec.path("initContainers")),
        names(spec.path("ephemeralContainers")));
  }

  /** Whether there is one of this name, of any sort. */
  boolean has(String name) {
    return ordinary.contains(name) || init.contains(name) || ephemeral.contains(name);
  }

  private static List<String> names(JsonNode containers) {
    List<String> names = new ArrayList<>();
    containers.forEach(container -> names.add(container.path("name").asText("")));
    return names;
  }

  private static String words(List<String> names) {
    return "[" + String.join(" ", names) + "]";
  }

  /**
   * The container that a request means.
   *
   * @throws ApiProblem 400 if it names none or no such one, in a real server's words
   */
  String chosen(Optional<String> asked) {
    if (asked.isEmpty() && ordinary.size() == 1) {
      return ordinary.get(0);
    }
    if (asked.isEmpty()) {
      String hint = init.isEmpty() ? "" : " or one of the init containers: " + words(init);
      throw ApiProblem.badRequest(
          "a container name must be specified for pod "
              + pod
              + ", choose one of: "
              + words(ordinary)
              + hint);
    }
    String name = asked.get();
    if (!has(name)) {
      throw ApiProblem.badRequest("container " + name + " is not valid for pod " + pod);
    }
    return name;
  }
}
