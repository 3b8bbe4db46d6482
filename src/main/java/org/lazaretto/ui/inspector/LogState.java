package org.lazaretto.ui.inspector;

import org.lazaretto.ui.fx.Failure;

/** How reading a log goes. */
sealed interface LogState {
  /** Nothing is read. */
  record Idle() implements LogState {}

  /** It was asked for. */
  record Opening() implements LogState {}

  /** It is read as it grows. */
  record Following() implements LogState {}

  /** The connection broke; it is tried again. */
  record Broken(String reason) implements LogState {}

  /** The container has ended, or this is the log of one that had. */
  record Ended() implements LogState {}

  /** The pod is gone. */
  record Gone() implements LogState {}

  /** We may not read it. */
  record Denied(String reason) implements LogState {}

  /** It could not be read. */
  record Failed(Failure failure) implements LogState {}
}
