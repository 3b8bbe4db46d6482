package org.lazaretto.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lazaretto.journal.EntryReader.UnknownType;
import org.lazaretto.journal.Fields.Malformed;
import org.lazaretto.journal.Verification.Problem;

/**
 * Picks from the passing lines the few that bind files, and reads only those. A line's type stands
 * behind {@code ,"type":} with bare quotes, which no text can hold: quotes in texts are escaped.
 */
final class Landmarks implements Chain.Visitor {
  private static final byte[] TYPE = ascii(",\"type\":\"");
  private static final byte[] EVIDENCE = ascii("evidence-taken\"");
  private static final byte[] TAIL = ascii("torn-tail\"");

  private final List<Problem> problems = new ArrayList<>();
  private final List<Bound<EvidenceItem>> evidence = new ArrayList<>();
  private final List<Bound<Entry.TornTail>> tails = new ArrayList<>();
  private final VerificationWatch watch;
  private boolean opens;
  private String caseFileHash = "";

  /** What is told of the passing lines goes to the watch. */
  Landmarks(VerificationWatch watch) {
    this.watch = watch;
  }

  /** A line that binds a file. */
  record Bound<T>(long line, T what) {}

  @Override
  public boolean wanted() {
    return watch.wanted();
  }

  @Override
  public void line(long number, byte[] buffer, int from, int length, String hash) {
    if (number % 1000 == 0) {
      watch.lines(number);
    }
    int type = type(buffer, from, from + length);
    boolean binds = starts(buffer, type, EVIDENCE) || starts(buffer, type, TAIL);
    if (number > 1 && !binds) {
      return;
    }
    try {
      Entry entry = EntryCodec.decode(buffer, from, length, hash).entry();
      if (entry instanceof Entry.EvidenceTaken(var item)) {
        evidence.add(new Bound<>(number, item));
      } else if (entry instanceof Entry.TornTail tail) {
        tails.add(new Bound<>(number, tail));
      }
      if (number == 1) {
        opens(buffer, from, length, entry);
      }
    } catch (Malformed | UnknownType e) {
      problems.add(new Problem(number, "it cannot be read: " + e.getMessage()));
    }
  }

  private void opens(byte[] buffer, int from, int length, Entry entry) throws Malformed {
    if (!(entry instanceof Entry.CaseOpened)) {
      throw new Malformed("it does not open a case");
    }
    caseFileHash = Fields.parse(buffer, from, length).text("caseFile");
    opens = true;
  }

  /** Where the type's word begins; the end if there is none. */
  private static int type(byte[] buffer, int from, int end) {
    for (int i = from; i <= end - TYPE.length; i++) {
      if (buffer[i] == ',' && starts(buffer, i, TYPE)) {
        return i + TYPE.length;
      }
    }
    return end;
  }

  private static boolean starts(byte[] buffer, int at, byte[] wanted) {
    return at + wanted.length <= buffer.length
        && Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  List<Problem> problems() {
    return problems;
  }

  List<Bound<EvidenceItem>> evidence() {
    return evidence;
  }

  List<Bound<Entry.TornTail>> tails() {
    return tails;
  }

  boolean opens() {
    return opens;
  }

  String caseFileHash() {
    return caseFileHash;
  }
}
