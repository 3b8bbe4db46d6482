package org.lazaretto.launch;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.execute.Waiver;
import org.lazaretto.plan.Plan;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;

/** Written reasons as they are given on the command line. */
final class WaiverWords {
  private WaiverWords() {}

  /**
   * Reads words such as {@code T-10=the hole is closed}: each for what that plan shows under the
   * id, by UID, and for nothing that appears under it later.
   */
  static List<Waiver> read(List<String> words, Plan plan) throws SessionException {
    List<Waiver> read = new ArrayList<>();
    for (String word : words) {
      int at = word.indexOf('=');
      if (at < 1) {
        throw new SessionException(
            Kind.USAGE, "'" + word + "' is not ID=reason, such as T-10=\"the hole is closed\".");
      }
      read.addAll(Waiver.shownBy(plan, word.substring(0, at), word.substring(at + 1)));
    }
    return read;
  }
}
