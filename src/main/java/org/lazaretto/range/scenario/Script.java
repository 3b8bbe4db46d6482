package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.cluster.node.Behaviour;
import org.lazaretto.range.cluster.node.ImageFacts;

/**
 * What happens in a scenario without the player: what the intruder does, and what the house does
 * meanwhile.
 *
 * @param foothold the pod that the intruder takes
 * @param cues what happens, and when
 */
public record Script(Foothold foothold, List<Cue> cues) {
  /** Copies the cues. */
  public Script {
    cues = List.copyOf(cues);
  }

  /**
   * The pod that is taken, chosen among those of a workload when the first act needs it.
   *
   * @param namespace of the workload
   * @param workload its name, which is the {@code app} label of its pods
   * @param pick which one, counted from 0 in the order of names
   */
  public record Foothold(String namespace, String workload, int pick) {}

  /** Something that happens once, and when. */
  public record Cue(Trigger trigger, Act act) {}

  /** When something happens. */
  public sealed interface Trigger {
    /** So long after the cluster's beginning. */
    record At(Duration time) implements Trigger {}

    /** So long after the player has done something for the first time. */
    record When(Sight sight, Duration after) implements Trigger {}
  }

  /** What an intruder can notice of what the player does. */
  public enum Sight {
    /** The foothold's node takes no more pods. */
    CORDONED,
    /** The foothold is gone, or going. */
    FOOTHOLD_GONE,
    /** The suspect is gone, or going; for a static pod it is only its mirror. */
    SUSPECT_GONE
  }

  /** What something is about. */
  public enum About {
    FOOTHOLD,
    SUSPECT,
    NODE
  }

  /** Something that happens. */
  public sealed interface Act {
    /** Somebody puts another image under a tag that is in use. */
    record Push(ImageFacts image) implements Act {}

    /**
     * The foothold's container ends and starts again, with what the registry gives then.
     *
     * @param behaviour how it behaves from then on, where its image says otherwise
     */
    record Restart(int exitCode, Optional<Behaviour> behaviour) implements Act {}

    /** Annotations are written on the foothold. */
    record Annotate(Map<String, String> annotations) implements Act {
      /** Copies them. */
      public Annotate {
        annotations = Map.copyOf(annotations);
      }
    }

    /** Events appear. */
    record Traces(Trace trace) implements Act {}

    /** Somebody scales a deployment. */
    record Scale(String namespace, String deployment, int replicas) implements Act {}

    /** A file for a static pod is put on the foothold's node; from then on it is the suspect. */
    record PutFile(ObjectNode manifest) implements Act {}

    /** Somebody with the rights of the foothold's node has it take pods again. */
    record Uncordon() implements Act {}

    /** The foothold's node runs out of disk, and so many pods are evicted there. */
    record FillDisk(int pods) implements Act {}

    /** The foothold's node falls silent for a while. */
    record CutOff(Duration time) implements Act {}
  }

  /**
   * An event that repeats.
   *
   * @param about what it is about
   * @param reason one word
   * @param message what happened
   * @param source the component that reports it
   * @param times how often
   * @param every the time between them
   */
  public record Trace(
      About about, String reason, String message, String source, int times, Duration every) {}
}
