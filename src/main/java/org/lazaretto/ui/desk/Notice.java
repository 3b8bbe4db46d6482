package org.lazaretto.ui.desk;

import org.lazaretto.ui.fx.Failure;

/**
 * Something a person should know now.
 *
 * @param tone how grave it is
 * @param text one or two sentences
 * @param details what "copy details" copies; empty if there is no more than the text
 */
public record Notice(Tone tone, String text, String details) {
  /** How grave it is. */
  public enum Tone {
    INFORM,
    DONE,
    WARN,
    FAILED
  }

  /** Something good to know. */
  public static Notice inform(String text) {
    return new Notice(Tone.INFORM, text, "");
  }

  /** Something that was done. */
  public static Notice done(String text) {
    return new Notice(Tone.DONE, text, "");
  }

  /** Something to look at. */
  public static Notice warn(String text) {
    return new Notice(Tone.WARN, text, "");
  }

  /** Something that went wrong. */
  public static Notice of(Failure failure) {
    return new Notice(Tone.FAILED, failure.words(), failure.copyable());
  }
}
