package org.lazaretto.observe;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod's object says beyond what is observed of every pod. All texts are hostile input.
 *
 * @param started when its node took it up; empty before
 * @param running how it is run
 * @param containers in the order of the spec: init, ordinary, ephemeral
 * @param volumes in the order of the spec
 * @param conditions in the order of the status
 * @param annotations as the object has them
 */
public record PodDetails(
    Optional<Instant> started,
    Running running,
    List<ContainerDetails> containers,
    List<Volume> volumes,
    List<Condition> conditions,
    Map<String, String> annotations) {
  /** Copies what it is given. */
  public PodDetails {
    containers = List.copyOf(containers);
    volumes = List.copyOf(volumes);
    conditions = List.copyOf(conditions);
    annotations = Map.copyOf(annotations);
  }

  /**
   * How a pod is run.
   *
   * @param quality {@code Guaranteed}, {@code Burstable} or {@code BestEffort}; may be empty
   * @param priorityClass may be empty
   * @param hostIp its node's address; empty before it has a node
   * @param hostIpc whether it shares its node's inter-process communication
   * @param reason why it is as it is, such as {@code Evicted}; may be empty
   * @param message more words; may be empty
   */
  public record Running(
      String quality,
      String priorityClass,
      String hostIp,
      boolean hostIpc,
      String reason,
      String message) {}

  /**
   * A volume.
   *
   * @param name its name inside the pod
   * @param type the field that says what it is, such as {@code hostPath}
   * @param source what it shows: a path, the name of a claim or a Secret; may be empty
   * @param mounts where its containers see it
   */
  public record Volume(String name, String type, String source, List<Mount> mounts) {
    /** Copies what it is given. */
    public Volume {
      mounts = List.copyOf(mounts);
    }

    /** Whether it shows a path of the node. */
    public boolean ofHost() {
      return type.equals("hostPath");
    }
  }

  /** Where a container sees a volume. */
  public record Mount(String container, String path, boolean readOnly) {}
}
