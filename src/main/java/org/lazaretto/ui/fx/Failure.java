package org.lazaretto.ui.fx;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lazaretto.session.SessionException;

/**
 * What went wrong, for a person.
 *
 * @param code stable, such as {@code LZ-HELD}
 * @param words what happened, what was changed, what to do next
 * @param details more for who looks for the cause; may be empty
 */
public record Failure(String code, String words, String details) {
  /** What a session could not do. */
  public static Failure of(SessionException e) {
    return new Failure("LZ-" + e.kind().name(), e.getMessage(), "");
  }

  /** It was interrupted. */
  public static Failure interrupted() {
    return new Failure("LZ-INTERRUPTED", Texts.of("fx.failure.interrupted"), "");
  }

  /** A bug of this program. */
  public static Failure bug(RuntimeException bug) {
    String trace =
        Arrays.stream(bug.getStackTrace())
            .limit(20)
            .map(frame -> "  at " + frame)
            .collect(Collectors.joining("\n"));
    return new Failure("LZ-BUG", Texts.of("fx.failure.bug"), bug + "\n" + trace);
  }

  /** Whether there is nothing to do, rather than something in the way. */
  public boolean nothing() {
    return code.equals("LZ-" + SessionException.Kind.NOTHING.name());
  }

  /** All of it as text to copy. */
  public String copyable() {
    return details.isEmpty() ? code + ": " + words : code + ": " + words + "\n" + details;
  }
}
