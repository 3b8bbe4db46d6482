package org.lazaretto.journal;

import java.util.Objects;

/** The journal cannot be written or read; nothing may be sent to a cluster. */
public final class JournalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** A failure, in words for a person. */
  public JournalException(Kind kind, String message) {
    super(message);
    this.kind = kind;
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

  /** Why the case cannot be used. */
  public enum Kind {
    /** Another process writes it. */
    LOCKED,
    /** It was written by a newer version. */
    NEWER_VERSION,
    /** A hash does not match, or HEAD is ahead of the file. */
    DAMAGED,
    /** The folder or the disk refuses writing. */
    UNWRITABLE,
    /** There is no case in this folder, or it cannot be read. */
    UNREADABLE
  }
}
