package org.lazaretto.bench;

/** A benchmark that could not be made; its message says what is missing. */
public final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** In words for a person. */
  public BenchException(String message) {
    super(message);
  }

  /** In words for a person, because of another failure. */
  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
