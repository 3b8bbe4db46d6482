package org.lazaretto.find;

import java.util.Optional;

/** What an image's name says of which bytes it means. */
final class ImageName {
  private ImageName() {}

  /** The digest, such as {@code sha256:4be1…}, if the name is pinned by one. */
  static Optional<String> digest(String image) {
    int at = image.lastIndexOf('@');
    return at < 0 || at == image.length() - 1
        ? Optional.empty()
        : Optional.of(image.substring(at + 1));
  }
}
