package org.lazaretto.plan;

import java.util.Set;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.Permission;
import org.lazaretto.model.Visibility;

/** What is said about steps that end or freeze single containers of a suspect. */
final class ContainerCards {
  /** What the first process of a container is told from inside. */
  static final String[] TOLD = {"/bin/sh", "-c", "kill 1"};

  private static final Set<EvidenceClass> OF_A_CONTAINER =
      Set.of(EvidenceClass.MEMORY, EvidenceClass.PROCESSES, EvidenceClass.CONTAINER_LAYER);

  private final Kubectl kubectl;

  ContainerCards(ClusterIdentity cluster) {
    this.kubectl = new Kubectl(cluster);
  }

  /** A frozen container loses nothing; the API's state of the pod stays in any case. */
  static Set<EvidenceClass> destroys(DisposeStep step) {
    return step instanceof DisposeStep.OnNode onNode && onNode.deed().keeps()
        ? Set.of()
        : OF_A_CONTAINER;
  }

  Card card(DisposeStep.RestartContainer step) {
    return new Card(
        "Restart container " + step.container() + " of " + step.pod().object().spoken(),
        kubectl.of(
            "exec",
            "-n",
            step.pod().namespace(),
            step.pod().name(),
            "-c",
            step.container(),
            "--",
            TOLD[0],
            TOLD[1],
            TOLD[2]),
        "What runs in it ends with its first process; its node starts it from the image again, with"
            + " the same hole.",
        new Playbook("GKE-CONTAIN", "Pause/Delete/Restart Pods"),
        new Permission("create", "", "pods", "exec", step.pod().namespace()),
        Set.of(Visibility.NETWORK, Visibility.PROCESS, Visibility.API),
        "the container's restart count is higher than before");
  }

  Inverse inverse(DisposeStep.RestartContainer step) {
    return new Inverse.None(
        "What the container "
            + step.container()
            + " held in memory and wrote to its own layer does not come back.");
  }

  Card card(DisposeStep.OnNode step) {
    return new Card(
        deed(step.deed())
            + " container "
            + step.container().name()
            + " of "
            + step.pod().object().spoken()
            + " on "
            + step.node(),
        command(step, step.deed()),
        why(step),
        new Playbook("GKE-CONTAIN", "Pause/Delete/Restart Pods"),
        new Permission("get", "", "pods", "", step.pod().namespace()),
        step.deed().keeps()
            ? Set.of(Visibility.NETWORK, Visibility.PROCESS)
            : Set.of(Visibility.NETWORK, Visibility.PROCESS, Visibility.API),
        step.deed().keeps()
            ? "Kubernetes does not show it: that the container still has this id shows only that"
                + " nothing restarted it"
            : "no container of this id runs in the pod any more");
  }

  private static Command command(DisposeStep.OnNode step, NodeDeed deed) {
    return step.runtime()
        .command(deed)
        .orElseThrow(
            () -> new IllegalArgumentException("the runtime has no command for " + deed.word()));
  }

  private static String deed(NodeDeed deed) {
    return switch (deed) {
      case STOP -> "Stop";
      case KILL -> "Kill";
      case REMOVE -> "Remove";
      case PAUSE -> "Freeze";
      case RESUME -> "Resume";
    };
  }

  /** What becomes of it and what is lost, by runtime. */
  private static String why(DisposeStep.OnNode step) {
    String lost =
        switch (step.deed()) {
          case STOP ->
              "Its processes get 10 s to end, in which malware may clean up, and their memory is"
                  + " lost. "
                  + layer(step);
          case KILL -> "Its processes end at once and their memory is lost. " + layer(step);
          case REMOVE -> "Its processes end at once and their memory is lost. " + removed(step);
          case PAUSE ->
              "Its processes stand still and nothing of it is lost: not its memory, not its layer."
                  + " Commands and probes in it get no answer.";
          case RESUME ->
              "It was frozen there for the case; its processes go on where they stood, malware among"
                  + " them, and what their memory held then is overwritten.";
        };
    return lost + after(step);
  }

  private static String layer(DisposeStep.OnNode step) {
    return "Its writable layer stays with the dead container until the kubelet clears it away: "
        + step.runtime().engine().spoken()
        + " keeps it till then.";
  }

  private static String removed(DisposeStep.OnNode step) {
    return switch (step.runtime().engine()) {
      case DOCKER -> "Docker deletes its storage and its log with it.";
      case CONTAINERD ->
          "containerd deletes its writable snapshot; the read-only layers of its image stay.";
      case CRI_O -> "CRI-O deletes its writable layer; the layers of its image stay.";
    };
  }

  private static String after(DisposeStep.OnNode step) {
    if (step.deed().keeps()) {
      return step.deed() == NodeDeed.PAUSE && step.container().probed()
          ? " Its liveness probe fails by then, and the kubelet restarts it: all is lost then."
          : "";
    }
    return step.container().comesBack()
        ? " The kubelet starts another one in its place (restartPolicy "
            + step.container().restartPolicy()
            + ")."
        : " The kubelet starts none in its place.";
  }

  Inverse inverse(DisposeStep.OnNode step) {
    return switch (step.deed()) {
      case PAUSE ->
          new Inverse.Exact(
              command(step, NodeDeed.RESUME),
              "its processes go on where they stood; typed on the node");
      case RESUME ->
          new Inverse.Compensating(
              command(step, NodeDeed.PAUSE), "It stands still again; what ran in between has run.");
      case STOP, KILL, REMOVE -> new Inverse.None("What was in memory does not come back.");
    };
  }
}
