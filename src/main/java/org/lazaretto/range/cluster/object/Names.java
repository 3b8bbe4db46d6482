package org.lazaretto.range.cluster.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/**
 * Makes the names and ids that a cluster makes up, from a seed: the same scenario always has the
 * same pod names. Used on the cluster's own thread only.
 */
public final class Names {
  /**
   * The letters that Kubernetes uses, without vowels and look-alikes, so that no words come out.
   */
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private final Random random;

  /** Names that follow from this seed. */
  public Names(long seed) {
    this.random = new Random(seed);
  }

  /** The five letters after a generated pod name. */
  public String suffix() {
    return letters(5);
  }

  /** A container id, 64 hexadecimal digits. */
  public String containerId() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private String letters(int count) {
    StringBuilder word = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** A short word that follows from a text alone, as the pod template hash does. */
  public static String hash(String text, int count) {
    return new Names(longHash(text)).letters(count);
  }

  /** SHA-256 of a text, in hexadecimal digits. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static long longHash(String text) {
    return Long.parseUnsignedLong(sha256(text).substring(0, 16), 16);
  }
}
