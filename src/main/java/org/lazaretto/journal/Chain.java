package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.lazaretto.journal.Verification.Problem;

/**
 * Reads the lines of a journal as a stream and follows their chain, without reading JSON: each must
 * begin with the hash of the line before it and its own number.
 */
final class Chain {
  private static final int BLOCK = 1 << 18;
  private static final byte NEWLINE = '\n';

  private final MessageDigest digest = Hash.digest();
  private final List<Problem> problems = new ArrayList<>();
  private final Visitor visitor;
  private final long watched;
  private String watchedHash = "";
  private String prev = Hash.NONE;
  private long count;
  private long bytes;

  private Chain(Visitor visitor, long watched) {
    this.visitor = visitor;
    this.watched = watched;
  }

  /** Sees each complete line. */
  interface Visitor {
    /** A line without its newline; the array is used again afterwards. */
    void line(long number, byte[] buffer, int from, int length, String hash)
        throws JournalException;

    /** Whether reading goes on; it ends soon after this says no. */
    default boolean wanted() {
      return true;
    }
  }

  /**
   * What was read.
   *
   * @param lines how many complete lines
   * @param last the hash of the last one
   * @param bytes how many bytes the complete lines have, with their newlines
   * @param tail what follows them
   * @param watched the hash of the line that was asked for, empty if there is none
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Read(
      long lines, String last, long bytes, byte[] tail, String watched, List<Problem> problems) {}

  /**
   * Reads to the end.
   *
   * @param watched the number of a line whose hash is wanted
   */
  static Read read(InputStream in, long watched, Visitor visitor)
      throws IOException, JournalException {
    return new Chain(visitor, watched).more(in);
  }

  /** A chain of which nothing was read yet. */
  static Chain begin(Visitor visitor) {
    return new Chain(visitor, 0);
  }

  /**
   * Reads on to the end, from the first byte after the complete lines that were read before; what
   * it tells covers all that was read so far.
   */
  Read more(InputStream in) throws IOException, JournalException {
    byte[] buffer = new byte[BLOCK];
    int filled = 0;
    for (int read = in.read(buffer); read >= 0 && visitor.wanted(); ) {
      int used = lines(buffer, filled, filled + read);
      filled = filled + read - used;
      System.arraycopy(buffer, used, buffer, 0, filled);
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      read = in.read(buffer, filled, buffer.length - filled);
    }
    return new Read(
        count, prev, bytes, Arrays.copyOf(buffer, filled), watchedHash, List.copyOf(problems));
  }

  /** Takes all complete lines of the buffer and returns how many bytes they are. */
  private int lines(byte[] buffer, int unseen, int end) throws JournalException {
    int from = 0;
    for (int i = unseen; i < end; i++) {
      if (buffer[i] == NEWLINE) {
        line(buffer, from, i - from);
        from = i + 1;
      }
    }
    return from;
  }

  private void line(byte[] buffer, int from, int length) throws JournalException {
    count++;
    bytes += length + 1L;
    byte[] wanted =
        ("{\"prev\":\"" + prev + "\",\"n\":" + count + ",").getBytes(StandardCharsets.US_ASCII);
    if (!begins(buffer, from, length, wanted)) {
      problems.add(new Problem(count, broken()));
    }
    digest.update(buffer, from, length);
    prev = HexFormat.of().formatHex(digest.digest());
    if (count == watched) {
      watchedHash = prev;
    }
    visitor.line(count, buffer, from, length, prev);
  }

  private String broken() {
    return count == 1
        ? "the first line does not begin as a first line must: it was changed, or lines before it"
            + " were removed"
        : "does not follow from line "
            + (count - 1)
            + ": one of the two was changed, or lines were removed, inserted or swapped here";
  }

  private static boolean begins(byte[] buffer, int from, int length, byte[] wanted) {
    return length >= wanted.length
        && Arrays.equals(buffer, from, from + wanted.length, wanted, 0, wanted.length);
  }
}
