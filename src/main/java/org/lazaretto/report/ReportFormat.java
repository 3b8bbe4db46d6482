package org.lazaretto.report;

import java.util.Locale;
import java.util.Optional;

/** The written forms of a report. */
public enum ReportFormat {
  /** One file, no script, nothing loaded from elsewhere. */
  HTML,
  /** For tickets and repositories. */
  MD,
  /** The document model, for programs. */
  JSON;

  /** The word on the command line, which is also the file's extension. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word. */
  public static Optional<ReportFormat> of(String word) {
    for (ReportFormat format : values()) {
      if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
