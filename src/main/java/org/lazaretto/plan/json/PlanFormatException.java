package org.lazaretto.plan.json;

/** A file is not a plan that can be carried out. Its message is one sentence for a person. */
public final class PlanFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  PlanFormatException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What is wrong with it. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong with a file. */
  public enum Kind {
    /** It is no plan at all, or parts of it are missing or of the wrong type. */
    NOT_A_PLAN,
    /** It was written by a newer Lazaretto, or by one whose plans are no longer read. */
    OTHER_VERSION,
    /** It was changed after it was written: what it says is not what its actions do. */
    EDITED
  }
}
