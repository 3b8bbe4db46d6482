package org.lazaretto.ui.report;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import org.lazaretto.report.IncidentReport;

/**
 * The pictures of a report, read from their bytes. That takes a tenth of a second each, so a worker
 * does it.
 *
 * @param read each by the hash of its bytes
 */
record Prints(Map<String, Image> read) {
  /** None yet. */
  static final Prints NONE = new Prints(Map.of());

  Prints {
    read = Map.copyOf(read);
  }

  /** Those of a report; what was read is not read again. From any thread. */
  Prints of(IncidentReport report) {
    Map<String, Image> wanted = new HashMap<>();
    for (IncidentReport.Picture picture : report.pictures()) {
      if (picture.isShown()) {
        Image known = read.get(picture.hash());
        wanted.computeIfAbsent(picture.hash(), _ -> known == null ? image(picture) : known);
      }
    }
    return new Prints(wanted);
  }

  private static Image image(IncidentReport.Picture picture) {
    byte[] png = Base64.getDecoder().decode(picture.base64());
    return new Image(new ByteArrayInputStream(png));
  }

  /** A picture, if the report shows it. */
  Optional<Image> image(String hash) {
    return Optional.ofNullable(read.get(hash));
  }
}
