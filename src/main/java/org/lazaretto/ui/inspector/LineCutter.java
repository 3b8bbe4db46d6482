package org.lazaretto.ui.inspector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts a stream of bytes into lines and keeps little of a long one, however long it is. */
final class LineCutter {
  private static final int KEPT = 2 * Lines.LONGEST;

  private final InputStream in;
  private final byte[] buffer = new byte[8_192];
  private int at;
  private int end;

  LineCutter(InputStream in) {
    this.in = in;
  }

  /**
   * A line.
   *
   * @param text its first {@value #KEPT} bytes at most
   * @param bytes how long it is
   */
  record Cut(String text, long bytes) {}

  /** The next line, once all of it has arrived; empty at the end. Blocks. */
  Optional<Cut> next() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long length = 0;
    while (true) {
      if (at == end && !filled()) {
        return length == 0 ? Optional.empty() : Optional.of(cut(kept, length));
      }
      int newline = newline();
      int part = newline - at;
      kept.write(buffer, at, Math.min(part, KEPT - kept.size()));
      length += part;
      at = newline;
      if (at < end) {
        at++;
        return Optional.of(cut(kept, length));
      }
    }
  }

  private boolean filled() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private int newline() {
    int found = at;
    while (found < end && buffer[found] != '\n') {
      found++;
    }
    return found;
  }

  private static Cut cut(ByteArrayOutputStream kept, long length) {
    String text = kept.toString(StandardCharsets.UTF_8);
    return new Cut(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, length);
  }
}
