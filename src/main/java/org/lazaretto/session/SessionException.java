package org.lazaretto.session;

import java.util.Objects;

/**
 * What was asked for could not be done. Its message says what happened, what was changed, what
 * next.
 */
public final class SessionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** A failure in words for a person. */
  public SessionException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** A failure that changed nothing: what happened, then that, then what to do. */
  public static SessionException unchanged(Kind kind, String what, String next) {
    String sentence = what.endsWith(".") ? what : what + ".";
    return new SessionException(kind, (sentence + " Nothing was changed. " + next).strip());
  }

  /** The words for a person. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** What sort of failure. */
  public Kind kind() {
    return kind;
  }

  /** What a caller may make of it. */
  public enum Kind {
    /** What was asked for makes no sense: an unknown pod, a file that is no plan. */
    USAGE,
    /** Not reachable, locked, of a newer version. */
    UNAVAILABLE,
    /** The cluster does not accept our credentials: expired, revoked, or of somebody unknown. */
    UNAUTHORIZED,
    /** The cluster knows us, and does not permit it. */
    DENIED,
    /**
     * An approval or a waiver is missing, the plan or the cluster has changed, or is another one.
     */
    HELD,
    /** There is nothing to do: no plan is needed, so none can be made. */
    NOTHING,
    /** A chain is broken, a step failed, a verification does not hold. */
    BROKEN
  }
}
