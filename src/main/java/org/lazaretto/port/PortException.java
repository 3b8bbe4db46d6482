package org.lazaretto.port;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The outside world did not do what was asked. Its kind says what the caller may do next. */
public final class PortException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Answer answer;

  /**
   * A failure with what the server answered.
   *
   * @param message for a person: what happened, without secrets
   */
  public PortException(Kind kind, String message, Answer answer) {
    super(message);
    this.kind = kind;
    this.answer = answer;
  }

  /** A failure without an answer. */
  public PortException(Kind kind, String message) {
    this(kind, message, Answer.NONE);
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

  /** What the server answered; {@link Answer#NONE} where there was no answer. */
  public Answer answer() {
    return answer;
  }

  /** What the caller may do next. */
  public enum Kind {
    /** No connection was made; nothing was sent. Try again later. */
    UNREACHABLE,
    /** 401: who we are is not accepted. Nothing was changed. */
    UNAUTHORIZED,
    /** 403: we may not do this. Nothing was changed. */
    FORBIDDEN,
    /** 404 or another UID: the object is gone. Nothing was changed. */
    NOT_FOUND,
    /** 409: the object has changed. Nothing was changed by us; read again. */
    CONFLICT,
    /** 429: a budget or a rate limit. Nothing was changed; try again after a while. */
    THROTTLED,
    /** 400, 405, 415, 422: the request itself is refused. Nothing was changed. */
    INVALID,
    /** 410: the revision is too old; list again. */
    GONE,
    /** 5xx with an answer: the server says that it failed. */
    SERVER_ERROR,
    /** The request was sent and no answer came: it may have been carried out. */
    NO_ANSWER,
    /** A file, a kubeconfig or a program of this machine is missing or unreadable. */
    LOCAL
  }

  /**
   * What a server answered.
   *
   * @param status the HTTP status, 0 if there was none
   * @param reason the machine-readable reason or cause, such as {@code DisruptionBudget}; may be
   *     empty
   * @param detail the server's words; may be empty
   * @param retryAfter how long the server asks to wait
   * @param auditId the header {@code Audit-Id}; may be empty
   */
  public record Answer(
      int status, String reason, String detail, Optional<Duration> retryAfter, String auditId) {
    /** No answer came. */
    public static final Answer NONE = new Answer(0, "", "", Optional.empty(), "");
  }
}
