package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;

/**
 * What a kubelet writes into a pod's status. Each method changes the given tree and nothing else.
 */
public final class Statuses {
  private static final String[] LISTS = {
    "containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"
  };

  private Statuses() {}

  /** The pod is on its node, none of its containers runs. */
  public static void accepted(ObjectNode pod, String hostAddress, String address, Instant now) {
    ObjectNode status = Tree.made(pod, "status");
    status.put("phase", "Pending").put("hostIP", hostAddress).put("podIP", address);
    status.putArray("hostIPs").addObject().put("ip", hostAddress);
    status.putArray("podIPs").addObject().put("ip", address);
    status.put("startTime", Tree.time(now));
    boolean inits = !Tree.at(pod, "spec", "initContainers").isEmpty();
    Conditions.set(pod, Condition.of("PodReadyToStartContainers", true), now);
    Conditions.set(pod, initialised(!inits, pod), now);
    Conditions.set(pod, notReady("Ready", pod), now);
    Conditions.set(pod, notReady("ContainersReady", pod), now);
    Conditions.set(pod, Condition.of("PodScheduled", true), now);
    if (inits) {
      waiting(pod, "initContainers", "initContainerStatuses", "PodInitializing");
    }
    waiting(
        pod, "containers", "containerStatuses", inits ? "PodInitializing" : "ContainerCreating");
  }

  private static Condition initialised(boolean done, ObjectNode pod) {
    return done
        ? Condition.of("Initialized", true)
        : Condition.of(
            "Initialized",
            false,
            "ContainersNotInitialized",
            "containers with incomplete status: " + names(pod, "initContainers"));
  }

  private static Condition notReady(String type, ObjectNode pod) {
    String message = "containers with unready status: " + names(pod, "containers");
    return Condition.of(type, false, "ContainersNotReady", message);
  }

  private static String names(ObjectNode pod, String list) {
    StringBuilder names = new StringBuilder("[");
    for (JsonNode container : Tree.at(pod, "spec", list)) {
      names.append(names.length() > 1 ? " " : "").append(Tree.text(container, "name"));
    }
    return names.append(']').toString();
  }

  private static void waiting(ObjectNode pod, String list, String field, String reason) {
    ArrayNode statuses = Tree.made(pod, "status").putArray(field);
    for (JsonNode container : Tree.at(pod, "spec", list)) {
      ObjectNode one = statuses.addObject().put("name", Tree.text(container, "name"));
      one.put("image", Tree.text(container, "image")).put("imageID", "");
      one.put("ready", false).put("restartCount", 0).put("started", false);
      one.putObject("lastState");
      one.putObject("state").putObject("waiting").put("reason", reason);
    }
  }

  /** An ephemeral container was added; it does not run yet. */
  static void added(ObjectNode pod, JsonNode container) {
    ObjectNode one = Tree.list(Tree.made(pod, "status"), "ephemeralContainerStatuses").addObject();
    one.put("name", Tree.text(container, "name")).put("image", Tree.text(container, "image"));
    one.put("imageID", "").put("ready", false).put("restartCount", 0);
    one.putObject("lastState");
    one.putObject("state").putObject("waiting").put("reason", "PodInitializing");
  }

  /** The status of one container, of any sort. */
  public static ObjectNode of(JsonNode pod, String container) {
    for (String field : LISTS) {
      var found =
          Tree.first(Tree.at(pod, "status", field), c -> Tree.text(c, "name").equals(container));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return Tree.object();
  }

  /** A container runs. */
  public static void running(
      ObjectNode pod, String container, ImageFacts image, String id, Instant now) {
    ObjectNode one = of(pod, container);
    one.put("imageID", image.imageId()).put("containerID", "containerd://" + id);
    one.put("started", true).put("ready", false);
    one.putObject("state").putObject("running").put("startedAt", Tree.time(now));
    boolean all = true;
    for (JsonNode each : Tree.at(pod, "status", "containerStatuses")) {
      all &= !each.path("state").has("waiting") || each.path("lastState").has("terminated");
    }
    if (all) {
      Tree.made(pod, "status").put("phase", "Running");
    }
  }

  /** A container's image cannot be had, or it waits before it is started again. */
  static void waits(ObjectNode pod, String container, String reason, String message) {
    ObjectNode waiting = of(pod, container).putObject("state").putObject("waiting");
    waiting.put("reason", reason).put("message", message);
    of(pod, container).put("ready", false).put("started", false);
  }

  /** A container has passed its readiness probe. */
  public static void ready(ObjectNode pod, String container, Instant now) {
    of(pod, container).put("ready", true);
    judge(pod, now);
  }

  /** A container has failed its readiness probe. */
  static void unready(ObjectNode pod, String container, Instant now) {
    of(pod, container).put("ready", false);
    judge(pod, now);
  }

  /** A kubelet that was silent says again how its pod is. */
  static void reported(ObjectNode pod, Instant now) {
    if (Tree.text(pod, "status", "phase").equals("Running")) {
      judge(pod, now);
    }
  }

  /** All init containers have ended well. */
  static void initialised(ObjectNode pod, Instant now) {
    Conditions.set(pod, initialised(true, pod), now);
    for (JsonNode each : Tree.at(pod, "status", "containerStatuses")) {
      if (each.path("state").path("waiting") instanceof ObjectNode waiting) {
        waiting.put("reason", "ContainerCreating");
      }
    }
  }

  /** A container's process has ended. */
  static void exited(ObjectNode pod, String container, int code, Instant now) {
    ObjectNode one = of(pod, container);
    ObjectNode terminated = Tree.object();
    terminated.put("containerID", Tree.text(one, "containerID")).put("exitCode", code);
    terminated.put("reason", code == 0 ? "Completed" : "Error");
    terminated.put("startedAt", Tree.text(one, "state", "running", "startedAt"));
    terminated.put("finishedAt", Tree.time(now));
    one.putObject("state").set("terminated", terminated);
    one.put("ready", false).put("started", false);
    judge(pod, now);
  }

  /** A container that has ended is started once more: what it left becomes its last state. */
  static void restarts(ObjectNode pod, String container) {
    ObjectNode one = of(pod, container);
    JsonNode terminated = one.path("state").path("terminated");
    if (terminated.isObject()) {
      one.putObject("lastState").set("terminated", terminated.deepCopy());
    }
    one.put("restartCount", Tree.number(one, 0, "restartCount") + 1);
  }

  /** All containers have ended for good. */
  static void over(ObjectNode pod, boolean well, Instant now) {
    Tree.made(pod, "status").put("phase", well ? "Succeeded" : "Failed");
    String reason = well ? "PodCompleted" : "PodFailed";
    Conditions.set(pod, Condition.of("Ready", false, reason, ""), now);
    Conditions.set(pod, Condition.of("ContainersReady", false, reason, ""), now);
  }

  /** The node had no room left for the pod: it has failed, all its containers are killed. */
  static void evicted(ObjectNode pod, String message, Instant now) {
    for (JsonNode each : Tree.at(pod, "status", "containerStatuses")) {
      if (each.path("state").has("running")) {
        exited(pod, Tree.text(each, "name"), 137, now);
      }
    }
    over(pod, false, now);
    Tree.made(pod, "status").put("reason", "Evicted").put("message", message);
    Conditions.set(
        pod, Condition.of("DisruptionTarget", true, "TerminationByKubelet", message), now);
  }

  private static void judge(ObjectNode pod, Instant now) {
    boolean all = true;
    for (JsonNode each : Tree.at(pod, "status", "containerStatuses")) {
      all &= each.path("ready").asBoolean();
    }
    for (String type : new String[] {"Ready", "ContainersReady"}) {
      Conditions.set(pod, all ? Condition.of(type, true) : notReady(type, pod), now);
    }
  }
}
