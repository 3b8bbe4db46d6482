package org.lazaretto.consequence;

import java.util.List;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;

/** Numbers and names in sentences. Names are an intruder's choice: shown visibly, and bounded. */
final class Words {
  private static final int LONGEST_NAME = 90;
  private static final int LONGEST_TOLD = 400;
  private static final int MOST_NAMES = 5;

  private Words() {}

  /** {@code 1 pod}, {@code 3 pods}, {@code 2 pods of kube-system}. */
  static String count(int number, String singular, String rest) {
    return number + " " + singular + (number == 1 ? "" : "s") + rest;
  }

  static String pods(int number) {
    return count(number, "pod", "");
  }

  /** The verb's form for that many. */
  static String form(int number, String one, String many) {
    return number == 1 ? one : many;
  }

  /** Text from the cluster on one line, without its middle if it is long. */
  static String shown(String text) {
    String visible = HostileText.visible(text);
    int half = LONGEST_NAME / 2;
    return visible.length() <= LONGEST_NAME
        ? visible
        : visible.substring(0, half) + "…" + visible.substring(visible.length() - half);
  }

  /** What a server said, on one line. It is a sentence: only what no card can hold is cut. */
  static String told(String text) {
    String visible = HostileText.visible(text);
    return visible.length() <= LONGEST_TOLD ? visible : visible.substring(0, LONGEST_TOLD) + "…";
  }

  /** {@code namespace/name}. */
  static String path(ObjectRef ref) {
    return shown(ref.path());
  }

  /** {@code Deployment namespace/name}. */
  static String spoken(ObjectRef ref) {
    return shown(ref.spoken());
  }

  /** The first few, and how many more. */
  static String some(List<String> texts) {
    List<String> few = texts.stream().distinct().limit(MOST_NAMES).map(Words::shown).toList();
    long more = texts.stream().distinct().count() - few.size();
    return String.join(", ", few) + (more > 0 ? " and " + more + " more" : "");
  }
}
