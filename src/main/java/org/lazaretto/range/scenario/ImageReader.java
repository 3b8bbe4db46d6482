package org.lazaretto.range.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.ImageFacts.Fate;
import org.lazaretto.range.cluster.node.ImageFacts.Timing;
import org.lazaretto.range.cluster.node.LogProfile;

/** The part of a scenario file about images and what they write. */
final class ImageReader {
  private final Map<String, LogProfile> logs;
  private final List<ImageFacts> images = new ArrayList<>();

  private ImageReader(Map<String, LogProfile> logs) {
    this.logs = logs;
  }

  static ImageReader of(Section root) throws ScenarioException {
    Map<String, LogProfile> logs = new LinkedHashMap<>();
    for (Named each : root.sections("logs", "a log profile", Named::read)) {
      logs.put(each.name(), each.profile());
    }
    ImageReader reader = new ImageReader(logs);
    reader.images.addAll(root.sections("images", "an image", reader::image));
    return reader;
  }

  private record Named(String name, LogProfile profile) {
    static Named read(Section section) throws ScenarioException {
      List<String> lines = section.texts("lines");
      Duration every = lines.isEmpty() ? Duration.ZERO : section.duration("every");
      if (!lines.isEmpty() && every.isZero()) {
        throw section.wrongAt("every", "'every' is zero; expected some time between lines");
      }
      return new Named(
          section.text("name"), new LogProfile(every, section.texts("greeting"), lines));
    }
  }

  List<ImageFacts> all() {
    return List.copyOf(images);
  }

  ImageFacts image(Section section) throws ScenarioException {
    String reference = section.text("image");
    Timing usual = Timing.usual();
    Timing timing =
        new Timing(
            section.duration("pull", usual.pull()),
            section.duration("ready", usual.ready()),
            section.duration("terminates", usual.terminates()));
    String digest = section.text("digest", ImageFacts.digestOf(reference));
    if (!digest.matches("sha256:[0-9a-f]{64}")) {
      throw section.wrongAt("digest", "expected sha256: and 64 hexadecimal digits");
    }
    return new ImageFacts(
        reference, digest, timing, fate(section), profile(section), InteriorReader.read(section));
  }

  /** The log profile that a section names; a quiet one if it names none. */
  LogProfile profile(Section section) throws ScenarioException {
    if (!section.has("logs")) {
      return LogProfile.quiet();
    }
    LogProfile profile = logs.get(section.text("logs"));
    if (profile == null) {
      String expected = "expected one of " + String.join(", ", logs.keySet());
      throw section.wrongAt("logs", "no log profile '" + section.text("logs") + "'; " + expected);
    }
    return profile;
  }

  private static Fate fate(Section section) throws ScenarioException {
    if (section.has("exits")) {
      return new Fate.Exits(section.duration("exits"), section.number("exitCode", 0));
    }
    return section.has("notPulled")
        ? new Fate.NotPulled(section.text("notPulled"))
        : new Fate.Runs();
  }
}
