package org.lazaretto.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** With whom a report may be shared: the Traffic Light Protocol 2.0 of FIRST. */
public enum Classification {
  RED("TLP:RED", "for the named recipients only"),
  AMBER_STRICT(
      "TLP:AMBER+STRICT", "for the recipients' organisation only, on a need-to-know basis"),
  AMBER("TLP:AMBER", "for the recipients' organisation and its clients, on a need-to-know basis"),
  GREEN("TLP:GREEN", "for the recipients' community, not for the public"),
  CLEAR("TLP:CLEAR", "may be shared without limit");

  private final String label;
  private final String sharing;

  Classification(String label, String sharing) {
    this.label = label;
    this.sharing = sharing;
  }

  /** The label as the protocol writes it. */
  @JsonValue
  public String label() {
    return label;
  }

  /** Who may have it, in a few words. */
  public String sharing() {
    return sharing;
  }

  /** The style class of its badge. */
  public String tone() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The classification of a label such as {@code TLP:AMBER} or {@code amber}. */
  public static Optional<Classification> of(String label) {
    String wanted = label.toUpperCase(Locale.ROOT).replaceFirst("^TLP:", "");
    for (Classification value : values()) {
      if (value.label.equals("TLP:" + wanted)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
