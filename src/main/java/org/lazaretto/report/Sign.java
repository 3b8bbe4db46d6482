package org.lazaretto.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How something stands; always shown with its words, never by colour alone. */
public enum Sign {
  GOOD("✓"),
  CAUTION("▲"),
  BAD("✕"),
  OPEN("?");

  private final String mark;

  Sign(String mark) {
    this.mark = mark;
  }

  /** The character before the words. */
  public String mark() {
    return mark;
  }

  /** The style class, and the word for programs. */
  @JsonValue
  public String tone() {
    return name().toLowerCase(Locale.ROOT);
  }
}
