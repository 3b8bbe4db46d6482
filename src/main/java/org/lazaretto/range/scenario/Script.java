package org.lazaretto.range.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.cluster.node.ImageFacts;

/**
 * What happens in a scenario without the player: what the intruder does, and what the house does
 * meanwhile.
 *
 * @param foothold the pod that the intruder takes
 * @param acts what happens, by time
 */
public record Script(Foothold foothold, List<Act> acts) {
  /** Copies the acts. */
  public Script {
    acts = List.copyOf(acts);
  }

  /**
   * The pod that is taken, chosen among those of a workload when the first act needs it.
   *
   * @param namespace of the workload
   * @param workload its name, which is the {@code app} label of its pods
   * @param pick which one, counted from 0 in the order of names
   */
  public record Foothold(String namespace, String workload, int pick) {}

  /** Something that happens. */
  public sealed interface Act {
    /** How long after the cluster's beginning. */
    Duration at();

    /** Somebody puts another image under a tag that is in use. */
    record Push(Duration at, ImageFacts image) implements Act {}

    /** The pod's container ends and starts again, with what the registry gives then. */
    record Restart(Duration at, int exitCode) implements Act {}

    /** Annotations are written on the pod. */
    record Annotate(Duration at, Map<String, String> annotations) implements Act {
      /** Copies them. */
      public Annotate {
        annotations = Map.copyOf(annotations);
      }
    }

    /** Events about the pod appear. */
    record Traces(Duration at, Trace trace) implements Act {}

    /** Somebody scales a deployment. */
    record Scale(Duration at, String namespace, String deployment, int replicas) implements Act {}
  }

  /**
   * An event that repeats.
   *
   * @param reason one word
   * @param message what happened
   * @param source the component that reports it
   * @param times how often
   * @param every the time between them
   */
  public record Trace(String reason, String message, String source, int times, Duration every) {}
}
