package org.lazaretto.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One {@code kubectl drain} of a node that takes along exactly the pods that are to leave it by a
 * drain: the others are left out by their labels.
 *
 * @param selector which pods it is about, as {@code --pod-selector} takes it
 * @param emptyDir whether one of them has an emptyDir, so that the loss has to be allowed
 * @param bare whether one of them has no controller, so that the loss has to be allowed
 */
public record Drain(String selector, boolean emptyDir, boolean bare) {
  private static final Pattern SELECTOR = Pattern.compile("[A-Za-z0-9_./!(), -]+");
  private static final String AT_MOST = "10m";

  /** Checks the selector. */
  public Drain {
    if (!valid(selector)) {
      throw new IllegalArgumentException("not a selector by labels: " + selector);
    }
  }

  /** Whether it can be a selector by labels. */
  public static boolean valid(String selector) {
    return SELECTOR.matcher(selector).matches();
  }

  /** The words after {@code kubectl} and its flags. */
  List<String> words(String node) {
    List<String> words = new ArrayList<>(List.of("drain", node, "--ignore-daemonsets"));
    if (emptyDir) {
      words.add("--delete-emptydir-data");
    }
    if (bare) {
      words.add("--force");
    }
    words.add("--timeout=" + AT_MOST);
    words.add("--pod-selector=" + selector);
    return words;
  }
}
