package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/** What is in files that a scenario describes. */
final class Contents {
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};

  private Contents() {}

  static Entry entry(Interior.File file, Instant changed) {
    if (file.path().endsWith("/")) {
      return Entry.folder(file.mode(), file.owner(), changed);
    }
    return new Entry(
        Entry.Kind.FILE, file.mode(), file.owner(), changed, size(file), () -> bytes(file));
  }

  private static int size(Interior.File file) {
    return Math.max(file.size(), file.text().getBytes(StandardCharsets.UTF_8).length);
  }

  /** The same bytes each time, so that a hash of them is one to rely on. */
  private static byte[] bytes(Interior.File file) {
    byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
    if (file.size() <= text.length) {
      return text;
    }
    byte[] bytes = new byte[file.size()];
    new Random(file.path().hashCode() * 31L + file.size()).nextBytes(bytes);
    boolean program = (file.mode() & 0111) != 0;
    int at = program ? ELF.length : 0;
    System.arraycopy(ELF, 0, bytes, 0, Math.min(at, bytes.length));
    System.arraycopy(text, 0, bytes, at, Math.min(text.length, bytes.length - at));
    return bytes;
  }
}
