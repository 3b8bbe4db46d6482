package org.lazaretto.plan;

import java.util.List;
import java.util.Optional;

/**
 * A container as its runtime knows it, and what is said to that runtime.
 *
 * @param engine what stands before the id
 * @param id the id alone
 */
public record ContainerId(Engine engine, String id) {
  /** The runtimes whose commands are known. */
  public enum Engine {
    CONTAINERD("containerd", "containerd"),
    CRI_O("cri-o", "CRI-O"),
    DOCKER("docker", "Docker");

    private final String prefix;
    private final String spoken;

    Engine(String prefix, String spoken) {
      this.prefix = prefix;
      this.spoken = spoken;
    }

    /** Its name for a person. */
    public String spoken() {
      return spoken;
    }
  }

  /**
   * The id in a container's status, such as {@code containerd://4f…}; empty if the runtime is none
   * that is known, or the id is no id.
   */
  public static Optional<ContainerId> of(String text) {
    int at = text.indexOf("://");
    String id = at < 0 ? "" : text.substring(at + 3);
    for (Engine engine : Engine.values()) {
      if (at > 0 && engine.prefix.equals(text.substring(0, at)) && id.matches("[0-9A-Za-z]+")) {
        return Optional.of(new ContainerId(engine, id));
      }
    }
    return Optional.empty();
  }

  /** As it stands in the status. */
  @Override
  public String toString() {
    return engine.prefix + "://" + id;
  }

  /** What is typed on the node; empty if the runtime has no command for it. */
  public Optional<Command> command(NodeDeed deed) {
    return switch (engine) {
      case DOCKER -> Optional.of(words(docker(deed)));
      case CONTAINERD ->
          Optional.of(
              deed.keeps()
                  ? words(List.of("ctr", "-n", "k8s.io", "tasks", deed.word()))
                  : words(crictl(deed)));
      case CRI_O -> deed.keeps() ? Optional.empty() : Optional.of(words(crictl(deed)));
    };
  }

  /** Prints the UID of the pod that the container belongs to, as its runtime knows it. */
  public Command owner() {
    return engine == Engine.DOCKER
        ? words(List.of("docker", "inspect", "-f", "{{index .Config.Labels \"" + UID + "\"}}"))
        : words(
            List.of(
                "crictl",
                "inspect",
                "--output",
                "go-template",
                "--template",
                "{{index .status.labels \"" + UID + "\"}}"));
  }

  private static final String UID = "io.kubernetes.pod.uid";

  private static List<String> docker(NodeDeed deed) {
    return switch (deed) {
      case STOP -> List.of("docker", "stop");
      case KILL -> List.of("docker", "kill");
      case REMOVE -> List.of("docker", "rm", "-f");
      case PAUSE -> List.of("docker", "pause");
      case RESUME -> List.of("docker", "unpause");
    };
  }

  private static List<String> crictl(NodeDeed deed) {
    return switch (deed) {
      case STOP -> List.of("crictl", "stop", "--timeout", "10");
      case KILL, PAUSE, RESUME -> List.of("crictl", "stop", "--timeout", "0");
      case REMOVE -> List.of("crictl", "rm", "-f");
    };
  }

  private Command words(List<String> words) {
    List<String> all = new java.util.ArrayList<>(words);
    all.add(id);
    return Command.of(all);
  }
}
