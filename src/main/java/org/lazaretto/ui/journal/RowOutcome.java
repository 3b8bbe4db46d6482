package org.lazaretto.ui.journal;

import java.util.Locale;
import org.lazaretto.ui.fx.Texts;

/**
 * How what a row tells of went.
 *
 * @param tone how it is to be taken
 * @param words in a few words
 * @param why what the cluster or the program said; may be empty, and may be hostile
 */
public record RowOutcome(Tone tone, String words, String why) {
  /** How it is to be taken; always shown with its words, never by colour alone. */
  public enum Tone {
    GOOD("✓"),
    CAUTION("▲"),
    BAD("✕"),
    OPEN("?"),
    RUNNING("…");

    private final String sign;

    Tone(String sign) {
      this.sign = sign;
    }

    /** The character before the words. */
    public String sign() {
      return sign;
    }

    /** The style class. */
    public String styleClass() {
      return "tone-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Sign and words. */
  public String spoken() {
    return tone.sign() + " " + words;
  }

  static RowOutcome of(Tone tone, String key, String why) {
    return new RowOutcome(tone, Texts.of("journal.outcome." + key), why);
  }

  /** Something was written down. */
  static RowOutcome recorded() {
    return of(Tone.GOOD, "recorded", "");
  }
}
