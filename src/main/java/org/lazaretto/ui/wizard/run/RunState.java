package org.lazaretto.ui.wizard.run;

import org.lazaretto.execute.RunResult;
import org.lazaretto.ui.fx.Failure;

/** Where a run stands. */
public sealed interface RunState {
  /** It goes on; checks come first, then the steps. */
  record Running() implements RunState {}

  /** The responder asked for the stop; what was sent is followed to its end. */
  record Stopping() implements RunState {}

  /** It ended. */
  record Ended(RunResult result) implements RunState {}

  /** It did not begin: held, not permitted or not reachable, and nothing was sent. */
  record NotBegun(Failure failure) implements RunState {}

  /** Whether there is more to come. */
  default boolean over() {
    return switch (this) {
      case Running _, Stopping _ -> false;
      case Ended _, NotBegun _ -> true;
    };
  }
}
