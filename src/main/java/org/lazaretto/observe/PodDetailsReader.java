package org.lazaretto.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ContainerState.Role;
import org.lazaretto.observe.PodDetails.Mount;
import org.lazaretto.observe.PodDetails.Volume;

/** Reads the details of a pod off its object. */
final class PodDetailsReader {
  private final JsonNode spec;
  private final JsonNode status;
  private final JsonNode meta;

  PodDetailsReader(JsonNode pod) {
    this.spec = pod.path("spec");
    this.status = pod.path("status");
    this.meta = pod.path("metadata");
  }

  PodDetails read() {
    List<ContainerDetails> containers = new ArrayList<>();
    containers.addAll(containers(Role.INIT, "initContainers", "initContainerStatuses"));
    containers.addAll(containers(Role.MAIN, "containers", "containerStatuses"));
    containers.addAll(
        containers(Role.EPHEMERAL, "ephemeralContainers", "ephemeralContainerStatuses"));
    return new PodDetails(
        Tree.time(status, "startTime"),
        running(),
        containers,
        volumes(),
        Tree.conditions(status),
        Tree.texts(meta.path("annotations")));
  }

  private PodDetails.Running running() {
    return new PodDetails.Running(
        Tree.text(status, "qosClass"),
        Tree.text(spec, "priorityClassName"),
        Tree.text(status, "hostIP"),
        Tree.flag(spec, "hostIPC"),
        Tree.text(status, "reason"),
        Tree.text(status, "message"));
  }

  private List<ContainerDetails> containers(Role role, String specs, String states) {
    List<ContainerDetails> read = new ArrayList<>();
    for (JsonNode container : spec.path(specs)) {
      String name = Tree.text(container, "name");
      JsonNode state = named(status.path(states), name);
      read.add(
          new ContainerDetails(
              name,
              role,
              Tree.text(container, "image"),
              Tree.text(state, "imageID"),
              life(state.path("state")),
              Optional.of(life(state.path("lastState")))
                  .filter(life -> life.phase() != ContainerDetails.Phase.UNKNOWN),
              rights(container)));
    }
    return read;
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode item : list) {
      if (Tree.text(item, "name").equals(name)) {
        return item;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static ContainerDetails.Life life(JsonNode state) {
    if (state.has("running")) {
      return life(ContainerDetails.Phase.RUNNING, state.path("running"), "startedAt");
    }
    if (state.has("terminated")) {
      return life(ContainerDetails.Phase.ENDED, state.path("terminated"), "finishedAt");
    }
    if (state.has("waiting")) {
      return life(ContainerDetails.Phase.WAITING, state.path("waiting"), "since");
    }
    return life(ContainerDetails.Phase.UNKNOWN, state, "since");
  }

  private static ContainerDetails.Life life(
      ContainerDetails.Phase phase, JsonNode node, String time) {
    return new ContainerDetails.Life(
        phase,
        Tree.text(node, "reason"),
        Tree.text(node, "message"),
        node.path("exitCode").isInt()
            ? Optional.of(node.path("exitCode").intValue())
            : Optional.empty(),
        Tree.time(node, time));
  }

  /** A container's own security context wins over its pod's. */
  private ContainerDetails.Rights rights(JsonNode container) {
    JsonNode own = container.path("securityContext");
    JsonNode pods = spec.path("securityContext");
    JsonNode user = own.has("runAsUser") ? own.path("runAsUser") : pods.path("runAsUser");
    List<Integer> hostPorts = new ArrayList<>();
    for (JsonNode port : container.path("ports")) {
      if (port.path("hostPort").asInt(0) > 0) {
        hostPorts.add(port.path("hostPort").asInt(0));
      }
    }
    return new ContainerDetails.Rights(
        Tree.flag(own, "privileged"),
        user.isIntegralNumber() && user.asLong() == 0,
        Tree.flag(own, "allowPrivilegeEscalation"),
        Tree.list(own.path("capabilities").path("add")),
        hostPorts);
  }

  private List<Volume> volumes() {
    List<Volume> volumes = new ArrayList<>();
    for (JsonNode volume : spec.path("volumes")) {
      String name = Tree.text(volume, "name");
      String type =
          volume
              .propertyStream()
              .map(java.util.Map.Entry::getKey)
              .filter(field -> !field.equals("name"))
              .findFirst()
              .orElse("emptyDir");
      volumes.add(new Volume(name, type, source(volume.path(type)), mounts(name)));
    }
    return volumes;
  }

  private static String source(JsonNode volume) {
    for (String field :
        List.of("path", "claimName", "secretName", "name", "driver", "server", "volumeID")) {
      String value = Tree.text(volume, field);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private List<Mount> mounts(String volume) {
    List<Mount> mounts = new ArrayList<>();
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      for (JsonNode container : spec.path(list)) {
        for (JsonNode mount : container.path("volumeMounts")) {
          if (Tree.text(mount, "name").equals(volume)) {
            mounts.add(
                new Mount(
                    Tree.text(container, "name"),
                    Tree.text(mount, "mountPath"),
                    Tree.flag(mount, "readOnly")));
          }
        }
      }
    }
    return mounts;
  }
}
