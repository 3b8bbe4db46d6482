package org.lazaretto.execute;

import java.util.Optional;

/**
 * What a try to connect came to.
 *
 * @param connected whether a connection was made; empty if that is not known
 * @param text what was seen, in a sentence
 */
record Reach(Optional<Boolean> connected, String text) {
  static Reach made(String text) {
    return new Reach(Optional.of(true), text);
  }

  static Reach failed(String text) {
    return new Reach(Optional.of(false), text);
  }

  static Reach unknown(String text) {
    return new Reach(Optional.empty(), text);
  }

  /** Whether a connection was made. */
  boolean open() {
    return connected.orElse(false);
  }
}
