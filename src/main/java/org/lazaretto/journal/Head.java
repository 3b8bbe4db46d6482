package org.lazaretto.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What HEAD says: how many lines there are, and the hash of the last. */
record Head(long lines, String hash) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17}) ([0-9a-f]{64})\n");

  byte[] bytes() {
    return (lines + " " + hash + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Empty if the bytes are not exactly what a head looks like. */
  static Optional<Head> parse(byte[] bytes) {
    Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    return matcher.matches()
        ? Optional.of(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }
}
