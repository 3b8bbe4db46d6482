package org.lazaretto.model;

/** What became of one step that was sent, or was not. */
public sealed interface StepOutcome {
  /** Done; what the server answered, in a few words. */
  record Done(String observed) implements StepOutcome {}

  /** Nothing to do: the wanted state was there already. */
  record AlreadySo(String observed) implements StepOutcome {}

  /** The server said no; nothing was changed. */
  record Refused(String reason, boolean retryable) implements StepOutcome {}

  /** It failed; nothing was changed as far as the server says. */
  record Failed(String reason) implements StepOutcome {}

  /** Sent, and no answer came: neither success nor failure. */
  record Unknown(String reason) implements StepOutcome {}

  /** Not sent, because the responder stopped the run or an earlier step held it. */
  record NotStarted(String reason) implements StepOutcome {}

  /** The words that a person reads. */
  default String text() {
    return switch (this) {
      case Done(var observed) -> observed;
      case AlreadySo(var observed) -> observed;
      case Refused(var reason, _) -> reason;
      case Failed(var reason) -> reason;
      case Unknown(var reason) -> reason;
      case NotStarted(var reason) -> reason;
    };
  }

  /** The one word under which it stands in the journal. */
  default String word() {
    return switch (this) {
      case Done _ -> "done";
      case AlreadySo _ -> "already-so";
      case Refused _ -> "refused";
      case Failed _ -> "failed";
      case Unknown _ -> "unknown";
      case NotStarted _ -> "not-started";
    };
  }
}
