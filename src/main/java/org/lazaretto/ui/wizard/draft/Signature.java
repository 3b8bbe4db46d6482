package org.lazaretto.ui.wizard.draft;

/**
 * Who decides.
 *
 * @param decidedBy the person who decides, with role
 * @param reason why; for an evacuation the hypothesis, how and why the intruder came
 * @param typed the word that a destructive plan asks for
 */
public record Signature(String decidedBy, String reason, String typed) {
  /** Nothing written yet, decided by whoever works here. */
  public static Signature of(String operator) {
    return new Signature(operator, "", "");
  }

  /** The same decided by another person. */
  public Signature by(String person) {
    return new Signature(person, reason, typed);
  }

  /** The same for another reason. */
  public Signature because(String why) {
    return new Signature(decidedBy, why, typed);
  }

  /** The same with another word typed. */
  public Signature typing(String word) {
    return new Signature(decidedBy, reason, word);
  }
}
