package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;

/** SHA-256 as 64 hexadecimal digits. */
final class Hash {
  /** What stands for the line before the first. */
  static final String NONE = "0".repeat(64);

  private static final int BLOCK = 1 << 16;

  private Hash() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of all bytes, or of some of them if they are not wanted to their end. */
  static String of(InputStream in, BooleanSupplier wanted) throws IOException {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    for (int read = in.read(block); read >= 0 && wanted.getAsBoolean(); read = in.read(block)) {
      digest.update(block, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
