package org.lazaretto.adapter.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.adapter.kubernetes.wire.Answered;
import org.lazaretto.adapter.kubernetes.wire.Call;
import org.lazaretto.adapter.kubernetes.wire.Refusals;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;
import org.lazaretto.port.PortException;

/** Reads which containers of a pod run, and under which ids their runtime knows them. */
final class PodRunReader {
  private static final String[][] LISTS = {
    {"initContainers", "initContainerStatuses"},
    {"containers", "containerStatuses"},
    {"ephemeralContainers", "ephemeralContainerStatuses"}
  };

  private final Transport transport;

  PodRunReader(Transport transport) {
    this.transport = transport;
  }

  Optional<PodRun> read(PodRef pod) throws PortException {
    Answered answered =
        transport.exchange(Call.get(ApiPath.of(ObservedKind.POD, pod.namespace(), pod.name())));
    return Refusals.object(answered)
        .filter(object -> object.at("/metadata/uid").asText("").equals(pod.uid()))
        .map(object -> run(pod, object));
  }

  private static PodRun run(PodRef pod, JsonNode object) {
    List<ContainerRun> containers = new ArrayList<>();
    for (String[] list : LISTS) {
      Set<String> probed = probed(object.path("spec").path(list[0]));
      for (JsonNode status : object.path("status").path(list[1])) {
        containers.add(container(status, probed));
      }
    }
    String policy = object.at("/spec/restartPolicy").asText("Always");
    return new PodRun(pod, policy, containers);
  }

  private static Set<String> probed(JsonNode containers) {
    Set<String> probed = new HashSet<>();
    for (JsonNode each : containers) {
      if (each.path("livenessProbe").isObject()) {
        probed.add(each.path("name").asText(""));
      }
    }
    return probed;
  }

  private static ContainerRun container(JsonNode status, Set<String> probed) {
    String name = status.path("name").asText("");
    return new ContainerRun(
        name,
        status.path("containerID").asText(""),
        status.path("restartCount").asInt(0),
        status.path("state").has("running"),
        probed.contains(name));
  }
}
