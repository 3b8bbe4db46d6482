package org.lazaretto.ui.start;

/** Folders as a person reads them. */
final class Places {
  private Places() {}

  /** The path, with {@code ~} for the user's home. */
  static String shown(String path) {
    String home = System.getProperty("user.home", "");
    boolean below = !home.isEmpty() && (path.equals(home) || path.startsWith(home + "/"));
    return below ? "~" + path.substring(home.length()) : path;
  }
}
