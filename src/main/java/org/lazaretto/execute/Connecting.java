package org.lazaretto.execute;

import java.util.Optional;
import org.lazaretto.plan.Inside;
import org.lazaretto.port.Ran;

/** What the programs that try a connection mean by how they end. */
final class Connecting {
  private static final int TIMED_OUT = 124;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private Connecting() {}

  /** Whether a connection was made; empty if the program is not there or says something else. */
  static Optional<Boolean> of(Inside.Way way, Ran ran) {
    return switch (ran.ending()) {
      case Ran.Ending.NotRun _ -> Optional.empty();
      case Ran.Ending.Exited(var code) when code == NOT_EXECUTABLE || code == NOT_FOUND ->
          Optional.empty();
      case Ran.Ending.Exited(var code) ->
          switch (way) {
            case NC -> code(code, 1);
            case CURL -> curl(ran.out().strip());
            case BASH -> code == TIMED_OUT ? Optional.of(false) : code(code, 1);
          };
    };
  }

  private static Optional<Boolean> code(int code, int failed) {
    if (code == 0) {
      return Optional.of(true);
    }
    return code == failed ? Optional.of(false) : Optional.empty();
  }

  /** Curl prints the seconds that connecting took; nothing was connected if there are none. */
  private static Optional<Boolean> curl(String seconds) {
    if (!seconds.matches("[0-9]{1,4}[.,][0-9]{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(seconds.chars().anyMatch(digit -> digit >= '1' && digit <= '9'));
  }
}
