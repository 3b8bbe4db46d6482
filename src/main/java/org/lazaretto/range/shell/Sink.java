package org.lazaretto.range.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Where a program writes; what is too much is dropped. */
final class Sink {
  private static final int MOST = 6 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void write(byte[] more) {
    bytes.write(more, 0, Math.min(more.length, Math.max(0, MOST - bytes.size())));
  }

  void print(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  void line(String text) {
    print(text + "\n");
  }

  byte[] taken() {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    return all;
  }
}
