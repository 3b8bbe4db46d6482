package org.lazaretto.range;

/** A practice world cannot be started. Nothing runs; the message says why and what would do. */
public final class RangeException extends Exception {
  private static final long serialVersionUID = 1;

  RangeException(String message, Throwable cause) {
    super(message, cause);
  }
}
