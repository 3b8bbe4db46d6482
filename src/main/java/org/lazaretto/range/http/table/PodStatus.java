package org.lazaretto.range.http.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a pod's row says of its state, worked out as Kubernetes' own printer does. */
final class PodStatus {
  private static final Set<String> OVER = Set.of("Succeeded", "Failed");

  private final JsonNode pod;
  private final JsonNode status;
  private String reason;
  private int ready;
  private int total;
  private int restarts;
  private Optional<Instant> lastRestart = Optional.empty();

  PodStatus(JsonNode pod) {
    this.pod = pod;
    this.status = pod.path("status");
    this.reason = status.path("reason").asText(status.path("phase").asText(""));
    this.total = pod.path("spec").path("containers").size();
    boolean initializing = readInitContainers();
    if (!initializing || condition("Initialized")) {
      readContainers();
    }
    readDeletion();
  }

  String reason() {
    return reason;
  }

  String readyOfTotal() {
    return ready + "/" + total;
  }

  String restarts(Instant now) {
    return lastRestart
        .filter(at -> restarts > 0)
        .map(at -> restarts + " (" + Ages.of(Duration.between(at, now)) + " ago)")
        .orElse(String.valueOf(restarts));
  }

  private boolean readInitContainers() {
    List<String> restartable = restartableInitContainers();
    total += restartable.size();
    int restartableRestarts = 0;
    boolean initializing = false;
    int index = 0;
    for (JsonNode container : status.path("initContainerStatuses")) {
      boolean sidecar = restartable.contains(container.path("name").asText());
      restarts += container.path("restartCount").asInt(0);
      noteRestart(container);
      if (sidecar) {
        restartableRestarts += container.path("restartCount").asInt(0);
      }
      Optional<String> pending = initReason(container, sidecar, index);
      if (pending.isPresent()) {
        reason = pending.get();
        initializing = true;
        break;
      }
      ready += sidecar && container.path("ready").asBoolean() ? 1 : 0;
      index++;
    }
    if (!initializing || condition("Initialized")) {
      restarts = restartableRestarts;
    }
    return initializing;
  }

  private List<String> restartableInitContainers() {
    return pod.path("spec")
        .path("initContainers")
        .valueStream()
        .filter(c -> c.path("restartPolicy").asText("").equals("Always"))
        .map(c -> c.path("name").asText(""))
        .toList();
  }

  private Optional<String> initReason(JsonNode container, boolean sidecar, int index) {
    JsonNode terminated = container.path("state").path("terminated");
    String waiting = container.path("state").path("waiting").path("reason").asText("");
    if (terminated.isObject() && terminated.path("exitCode").asInt(0) == 0) {
      return Optional.empty();
    }
    if (sidecar && container.path("started").asBoolean()) {
      return Optional.empty();
    }
    if (terminated.isObject()) {
      String why = terminated.path("reason").asText("");
      return Optional.of("Init:" + (why.isEmpty() ? exit(terminated) : why));
    }
    if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
      return Optional.of("Init:" + waiting);
    }
    return Optional.of("Init:" + index + "/" + pod.path("spec").path("initContainers").size());
  }

  private static String exit(JsonNode terminated) {
    int signal = terminated.path("signal").asInt(0);
    return signal != 0 ? "Signal:" + signal : "ExitCode:" + terminated.path("exitCode").asInt(0);
  }

  private void readContainers() {
    boolean running = false;
    JsonNode containers = status.path("containerStatuses");
    for (int i = containers.size() - 1; i >= 0; i--) {
      JsonNode container = containers.get(i);
      restarts += container.path("restartCount").asInt(0);
      noteRestart(container);
      JsonNode state = container.path("state");
      String waiting = state.path("waiting").path("reason").asText("");
      String ended = state.path("terminated").path("reason").asText("");
      if (!waiting.isEmpty()) {
        reason = waiting;
      } else if (!ended.isEmpty()) {
        reason = ended;
      } else if (state.path("terminated").isObject()) {
        reason = exit(state.path("terminated"));
      } else if (container.path("ready").asBoolean() && state.path("running").isObject()) {
        running = true;
        ready++;
      }
    }
    if (reason.equals("Completed") && running) {
      reason = condition("Ready") ? "Running" : "NotReady";
    }
  }

  private void noteRestart(JsonNode container) {
    String at = container.path("lastState").path("terminated").path("finishedAt").asText("");
    if (at.isEmpty()) {
      return;
    }
    try {
      Instant ended = Instant.parse(at);
      lastRestart = Optional.of(lastRestart.filter(ended::isBefore).orElse(ended));
    } catch (DateTimeException nonsense) {
      lastRestart = Optional.empty();
    }
  }

  private void readDeletion() {
    if (!pod.path("metadata").hasNonNull("deletionTimestamp")) {
      return;
    }
    if (status.path("reason").asText("").equals("NodeLost")) {
      reason = "Unknown";
    } else if (!OVER.contains(status.path("phase").asText(""))) {
      reason = "Terminating";
    }
  }

  private boolean condition(String type) {
    return status
        .path("conditions")
        .valueStream()
        .anyMatch(c ->
            c.path("type").asText("").equals(type) && c.path("status").asText("").equals("True"));
  }
}
