package org.lazaretto.ui.fx;

/** Shortens names where they are alike least: in the middle. */
public final class Elision {
  private Elision() {}

  /** The text, or its two ends around an ellipsis, in at most that many UTF-16 units. */
  public static String middle(String text, int most) {
    if (text.length() <= most || most < 3) {
      return text.length() <= most ? text : text.substring(0, Math.max(0, most));
    }
    int head = most / 2;
    int tail = most - 1 - head;
    return text.substring(0, edge(text, head))
        + "…"
        + text.substring(edge(text, text.length() - tail));
  }

  /** No surrogate pair is cut in two. */
  private static int edge(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at + 1 : at;
  }
}
