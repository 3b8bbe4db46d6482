package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What stands at a path.
 *
 * @param kind file, folder or link
 * @param mode permission bits
 * @param owner the name of its owner, whose group has the same name
 * @param changed when it was last changed
 * @param size in bytes
 * @param content what is in a file, made when it is read; a link's target
 */
record Entry(
    Kind kind, int mode, String owner, Instant changed, int size, Supplier<byte[]> content) {
  /** What it is. */
  enum Kind {
    FILE('-'),
    FOLDER('d'),
    LINK('l'),
    DEVICE('c');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  static Entry folder(int mode, String owner, Instant changed) {
    return new Entry(Kind.FOLDER, mode, owner, changed, 4096, () -> new byte[0]);
  }

  static Entry text(int mode, String owner, Instant changed, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Entry(Kind.FILE, mode, owner, changed, bytes.length, () -> bytes);
  }

  static Entry link(String target, Instant changed) {
    byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
    return new Entry(Kind.LINK, 0777, "root", changed, bytes.length, () -> bytes);
  }

  /** A file of the kernel's, which has no size until it is read. */
  static Entry kernel(int mode, String owner, Instant changed, Supplier<String> text) {
    return new Entry(
        Kind.FILE, mode, owner, changed, 0, () -> text.get().getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return content.get();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  boolean folder() {
    return kind == Kind.FOLDER;
  }

  boolean executable() {
    return kind == Kind.FILE && (mode & 0111) != 0;
  }

  Entry withMode(int other) {
    return new Entry(kind, other, owner, changed, size, content);
  }

  /** As in {@code -rwxr-xr-x}. */
  String permissions() {
    StringBuilder word = new StringBuilder().append(kind.letter);
    String letters = "rwxrwxrwx";
    for (int bit = 0; bit < 9; bit++) {
      word.append((mode & (0400 >> bit)) == 0 ? '-' : letters.charAt(bit));
    }
    if ((mode & 01000) != 0) {
      word.setCharAt(9, 't');
    }
    return word.toString();
  }
}
