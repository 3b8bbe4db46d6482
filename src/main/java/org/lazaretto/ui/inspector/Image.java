package org.lazaretto.ui.inspector;

import java.util.Optional;

/**
 * An image as a person reads it.
 *
 * @param name with its tag, without its digest
 * @param digest the bytes that it means, such as {@code sha256:4be1…}
 */
record Image(String name, Optional<String> digest) {
  private static final int SHOWN = 4;

  /**
   * What is known of an image.
   *
   * @param written as the spec says it; may be empty
   * @param resolved as the runtime resolved it; may be empty
   */
  static Image of(String written, String resolved) {
    String name = written.isEmpty() ? resolved : written;
    int at = name.indexOf('@');
    return new Image(
        at < 0 ? name : name.substring(0, at), digest(resolved).or(() -> digest(written)));
  }

  private static Optional<String> digest(String image) {
    int at = image.lastIndexOf('@');
    return at < 0 || at == image.length() - 1
        ? Optional.empty()
        : Optional.of(image.substring(at + 1));
  }

  /** The two ends of a digest. */
  static String brief(String digest) {
    int colon = digest.indexOf(':');
    String hex = digest.substring(colon + 1);
    return hex.length() <= 2 * SHOWN + 1
        ? digest
        : digest.substring(0, colon + 1)
            + hex.substring(0, SHOWN)
            + "…"
            + hex.substring(hex.length() - SHOWN);
  }
}
