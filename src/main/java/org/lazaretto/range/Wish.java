package org.lazaretto.range;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lazaretto.range.clock.SteppedClock;

/**
 * Which practice world, how fast, and where its files go.
 *
 * @param place what stands there
 * @param pace how its time goes
 * @param directory where the kubeconfig and the audit log go; made if it is missing
 */
public record Wish(Place place, Pace pace, Path directory) {
  /** What stands in the world. */
  public sealed interface Place {
    /**
     * A scenario that comes with the program.
     *
     * @param scenario its id
     * @param cni another CNI than the scenario's: vpc-cni or calico
     * @param policyDelay how long policies take instead of the scenario's time (T-30)
     */
    record Named(String scenario, Optional<String> cni, Optional<Duration> policyDelay)
        implements Place {
      /** With its own delay of policies. */
      public Named(String scenario, Optional<String> cni) {
        this(scenario, cni, Optional.empty());
      }

      /** With its own CNI. */
      public Named(String scenario) {
        this(scenario, Optional.empty());
      }
    }

    /**
     * A generated cluster.
     *
     * @param nodes number of nodes, at least one
     * @param pods number of pods, which all run already
     * @param terminationSeconds how long a pod takes to end after SIGTERM
     * @param churn how many changes of pods there are each second
     */
    record Sized(int nodes, int pods, int terminationSeconds, int churn) implements Place {
      /** A cluster where nothing changes by itself. */
      public Sized(int nodes, int pods, int terminationSeconds) {
        this(nodes, pods, terminationSeconds, 0);
      }

      /** Checks the numbers. */
      public Sized {
        if (nodes < 1 || pods < 0 || terminationSeconds < 0 || churn < 0 || pods / nodes > 250) {
          throw new IllegalArgumentException(
              "expected at least one node, at most 250 pods a node: %dx%d".formatted(nodes, pods));
        }
      }
    }
  }

  /** How time goes. */
  public sealed interface Pace {
    /**
     * By itself.
     *
     * @param speed so many simulated seconds in a real one
     * @param skew how far the world's clock is ahead of the real one; negative if it is behind
     */
    record Running(double speed, Duration skew) implements Pace {
      /** With a clock that begins at the real time. */
      public Running(double speed) {
        this(speed, Duration.ZERO);
      }
    }

    /** Only when it is stepped. Starting the world steps it over the cluster's past. */
    record Stepped(SteppedClock clock) implements Pace {}
  }

  /** A scenario at a speed. */
  public static Wish scenario(String id, double speed, Path directory) {
    return new Wish(new Place.Named(id), new Pace.Running(speed), directory);
  }

  /** A generated cluster at the real pace. */
  public static Wish size(int nodes, int pods, int terminationSeconds, Path directory) {
    return new Wish(
        new Place.Sized(nodes, pods, terminationSeconds), new Pace.Running(1), directory);
  }
}
