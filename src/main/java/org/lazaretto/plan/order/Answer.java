package org.lazaretto.plan.order;

import java.util.Locale;

/**
 * The answer to one question.
 *
 * @param because the facts that it was computed from, or that the responder gave it
 * @param given whether the responder gave it
 */
public record Answer(Question question, Reply reply, String because, boolean given) {
  /** What may be answered. */
  public enum Reply {
    YES,
    NO,
    /** The live state does not tell. */
    UNKNOWN;

    /** The word on the command line and in journals. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** {@code harm: unknown (1 suspect runs)}. */
  public String spoken() {
    return question.word() + ": " + reply.word() + " (" + because + ")";
  }
}
