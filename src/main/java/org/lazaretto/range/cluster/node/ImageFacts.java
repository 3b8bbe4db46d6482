package org.lazaretto.range.cluster.node;

import java.time.Duration;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.shell.Interior;

/**
 * What an image is and does.
 *
 * @param reference as a pod names it
 * @param digest {@code sha256:} and 64 hexadecimal digits
 * @param timing how long its phases take
 * @param fate what becomes of its main process
 * @param logs what it writes
 * @param interior what it looks like from inside
 */
public record ImageFacts(
    String reference, String digest, Timing timing, Fate fate, LogProfile logs, Interior interior) {
  /** An image with a shell and nothing else inside. */
  public ImageFacts(String reference, String digest, Timing timing, Fate fate, LogProfile logs) {
    this(reference, digest, timing, fate, logs, Interior.plain());
  }

  /** The same image with another end and other lines. */
  public ImageFacts ending(Fate other, LogProfile lines) {
    return new ImageFacts(reference, digest, timing, other, lines, interior);
  }

  /**
   * How long things take, in simulated time.
   *
   * @param pull from Pulling to Pulled
   * @param ready from Started to Ready
   * @param terminates from SIGTERM to the end of the process; longer than the pod's grace means
   *     that it is killed
   */
  public record Timing(Duration pull, Duration ready, Duration terminates) {
    /** An ordinary well-behaved service. */
    public static Timing usual() {
      return new Timing(Duration.ofMillis(1500), Duration.ofSeconds(2), Duration.ofSeconds(1));
    }
  }

  /** What becomes of a container's main process. */
  public sealed interface Fate {
    /** It runs until it is stopped. */
    record Runs() implements Fate {}

    /** It ends by itself, each time it is started. */
    record Exits(Duration after, int code) implements Fate {}

    /** It never starts, for the registry does not give it out. */
    record NotPulled(String message) implements Fate {}
  }

  /** An image that nobody described: it runs and says little. */
  public static ImageFacts unknown(String reference) {
    return new ImageFacts(
        reference, digestOf(reference), Timing.usual(), new Fate.Runs(), LogProfile.quiet());
  }

  /** The digest of an image that names none: it follows from the reference. */
  public static String digestOf(String reference) {
    int at = reference.indexOf('@');
    return at >= 0 ? reference.substring(at + 1) : "sha256:" + Names.sha256(reference);
  }

  /** As {@code status.containerStatuses[].imageID} has it. */
  public String imageId() {
    String name =
        reference.contains("@") ? reference.substring(0, reference.indexOf('@')) : reference;
    int colon = name.lastIndexOf(':');
    return (colon > name.lastIndexOf('/') ? name.substring(0, colon) : name) + "@" + digest;
  }
}
