package org.lazaretto.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.report.IncidentReport.Picture;
import org.lazaretto.report.IncidentReport.State;

/** The pictures that the case holds, with what is to be seen on them in words. */
final class PictureText {
  private PictureText() {}

  static List<Picture> of(CaseStory story) {
    Map<String, String> shown = new HashMap<>();
    List<Picture> pictures = new ArrayList<>();
    for (CasePicture picture : story.input().pictures()) {
      EvidenceItem item = picture.item();
      Optional<String> twin =
          picture.png().flatMap(_ -> Optional.ofNullable(shown.get(item.sha256())));
      pictures.add(picture(picture, twin));
      picture.png().ifPresent(_ -> shown.putIfAbsent(item.sha256(), item.id()));
    }
    return pictures;
  }

  /** A picture that was shown already is named, not shown again: the map has not changed. */
  private static Picture picture(CasePicture picture, Optional<String> twin) {
    EvidenceItem item = picture.item();
    String base64 =
        twin.isPresent() ? "" : picture.png().map(Base64.getEncoder()::encodeToString).orElse("");
    State state =
        picture.png().isEmpty()
            ? new State(Sign.BAD, "not shown: the file is missing or has another hash")
            : new State(
                Sign.GOOD,
                "the file has this hash"
                    + twin.map(id -> ", the same picture as " + id).orElse(""));
    return new Picture(
        item.id(),
        capital(item.draft().description()),
        Times.exact(item.ended()),
        item.sha256(),
        item.file(),
        base64,
        state);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
