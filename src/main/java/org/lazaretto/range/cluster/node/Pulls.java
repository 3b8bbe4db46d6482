package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.object.Tree;

/** Fetches images to nodes, and tries again what was refused. */
final class Pulls {
  private static final Duration START = Duration.ofMillis(300);
  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
  private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

  private final NodeImages images;
  private final PodReports reports;
  private final Start start;

  /** What is done with a container whose image is there. */
  @FunctionalInterface
  interface Start {
    void of(PodRun run, JsonNode container, ImageFacts image);
  }

  Pulls(NodeImages images, PodReports reports, Start start) {
    this.images = images;
    this.reports = reports;
    this.start = start;
  }

  /** Fetches the image unless it is there, and has the container started. */
  void fetch(PodRun run, JsonNode container) {
    String image = Tree.text(container, "image");
    Optional<ImageFacts> present = images.present(run.node(), container);
    if (present.isPresent()) {
      reports.note(
          run,
          container,
          Note.normal(
              "Pulled",
              "Container image \""
                  + image
                  + "\" already present on machine and can be accessed by the pod"));
      reports.after(run, START, () -> start.of(run, container, present.get()));
      return;
    }
    reports.note(run, container, Note.normal("Pulling", "Pulling image \"" + image + "\""));
    ImageFacts offered = images.offered(container);
    reports.after(run, offered.timing().pull(), () -> pulled(run, container, offered));
  }

  private void pulled(PodRun run, JsonNode container, ImageFacts image) {
    if (image.fate() instanceof Fate.NotPulled(String why)) {
      refused(run, container, image.reference(), why);
      return;
    }
    images.put(run.node(), image);
    String took = image.timing().pull().toMillis() + "ms";
    String message =
        "Successfully pulled image \"%s\" in %s (%s including waiting)."
            .formatted(image.reference(), took, took);
    reports.note(run, container, Note.normal("Pulled", message));
    reports.after(run, START, () -> start.of(run, container, image));
  }

  private void refused(PodRun run, JsonNode container, String image, String why) {
    String name = Tree.text(container, "name");
    String message = "Failed to pull image \"" + image + "\": " + why;
    reports.note(run, container, Note.warning("Failed", message));
    reports.note(run, container, Note.warning("Failed", "Error: ImagePullBackOff"));
    String waits = "Back-off pulling image \"" + image + "\": ErrImagePull: " + why;
    reports.change(run, p -> Statuses.waits(p, name, "ImagePullBackOff", waits));
    reports.after(run, backOff(run.crashed(name) + 1), () -> fetch(run, container));
  }

  /** How long a node waits before it starts again what has failed so often. */
  static Duration backOff(int crashes) {
    if (crashes == 0) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(crashes - 1, 10));
    return wait.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : wait;
  }
}
