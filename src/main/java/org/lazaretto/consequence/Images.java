package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-15: a replacement pulls its tag again, and what the tag names may have been changed. */
final class Images implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Moved> moving = new ArrayList<>();
    List<Moved> tagged = new ArrayList<>();
    for (Moved moved : scene.moved()) {
      List<String> images = moved.pod().shape().images();
      if (images.stream().anyMatch(Images::movesByItself)) {
        moving.add(moved);
      } else if (images.stream().anyMatch(image -> !image.contains("@"))) {
        tagged.add(moved);
      }
    }
    List<Finding> findings = new ArrayList<>();
    if (!moving.isEmpty()) {
      findings.add(finding(Severity.WARN, moving, "by latest or without a tag"));
    }
    if (!tagged.isEmpty()) {
      findings.add(finding(Severity.INFORM, tagged, "by a tag without a digest"));
    }
    return findings;
  }

  private static Finding finding(Severity severity, List<Moved> moved, String how) {
    int n = moved.size();
    return new Finding(
        "T-15",
        severity,
        Scene.objects(moved.stream().map(Moved::pod).toList()),
        Scene.steps(moved),
        Words.pods(n)
            + " that "
            + Words.form(n, "moves names its", "move name their")
            + " image "
            + how
            + "; the replacement may pull another image than the one that runs now, perhaps a"
            + " poisoned one.",
        "Pin the digest that runs now, after checking it.");
  }

  /** Whether the image is named without digest, by {@code latest} or by no tag at all. */
  static boolean movesByItself(String image) {
    if (image.contains("@")) {
      return false;
    }
    String last = image.substring(image.lastIndexOf('/') + 1);
    int colon = last.indexOf(':');
    return colon < 0 || last.substring(colon + 1).equals("latest");
  }
}
