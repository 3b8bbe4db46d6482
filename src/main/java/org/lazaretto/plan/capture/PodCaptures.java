package org.lazaretto.plan.capture;

import java.util.Set;
import org.lazaretto.model.ContainerState;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.RawPath;

/** What is kept of the suspect itself: the object, its events, the logs of all its containers. */
final class PodCaptures {
  /** Reasons of a container that has not started yet: it has no log, and asking is an error. */
  private static final Set<String> BEFORE_ITS_START =
      Set.of(
          "ContainerCreating",
          "PodInitializing",
          "ErrImagePull",
          "ErrImageNeverPull",
          "ImagePullBackOff",
          "ImageInspectError",
          "InvalidImageName",
          "CreateContainerConfigError",
          "CreateContainerError");

  private PodCaptures() {}

  static void add(Captures captures, Pod pod) {
    ObjectRef object = pod.object();
    captures.add(pod.ref(), object, "the suspect", RawPath.of(object));
    captures.add(pod.ref(), object, "events of the suspect", Events.byUid(object));
    for (ContainerState container : pod.status().containers()) {
      log(captures, pod, container);
    }
  }

  private static void log(Captures captures, Pod pod, ContainerState container) {
    if (pod.node().isEmpty() || neverStarted(container)) {
      return;
    }
    String what = "log of " + role(container) + " " + container.name();
    String path =
        RawPath.of(pod.object())
            + "/log?container="
            + RawPath.encode(container.name())
            + "&timestamps=true";
    if (container.restarts() > 0) {
      captures.add(pod.ref(), pod.object(), what + ", previous", path + "&previous=true");
    }
    captures.add(pod.ref(), pod.object(), what, path);
  }

  private static boolean neverStarted(ContainerState container) {
    return container.restarts() == 0 && BEFORE_ITS_START.contains(container.reason());
  }

  private static String role(ContainerState container) {
    return switch (container.role()) {
      case INIT -> "init container";
      case MAIN -> "container";
      case EPHEMERAL -> "ephemeral container";
    };
  }
}
