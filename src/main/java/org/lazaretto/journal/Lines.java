package org.lazaretto.journal;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.journal.EntryReader.UnknownType;
import org.lazaretto.journal.Fields.Malformed;
import org.lazaretto.journal.Verification.Problem;

/** Collects the lines of a journal as entries; what cannot be read is kept as a problem. */
final class Lines implements Chain.Visitor {
  private final List<JournalLine> lines = new ArrayList<>();
  private final List<Problem> malformed = new ArrayList<>();
  private final List<Problem> unknown = new ArrayList<>();
  private String caseFileHash = "";

  @Override
  public void line(long number, byte[] buffer, int from, int length, String hash) {
    try {
      if (number == 1) {
        caseFileHash = Fields.parse(buffer, from, length).text("caseFile");
      }
      lines.add(EntryCodec.decode(buffer, from, length, hash));
    } catch (Malformed e) {
      malformed.add(new Problem(number, String.valueOf(e.getMessage())));
    } catch (UnknownType e) {
      unknown.add(new Problem(number, "its type is not known: " + e.getMessage()));
    }
  }

  List<JournalLine> lines() {
    return lines;
  }

  List<Problem> malformed() {
    return malformed;
  }

  List<Problem> unknown() {
    return unknown;
  }

  /** What the first line says of the case file; empty if there is none. */
  String caseFileHash() {
    return caseFileHash;
  }

  /** Whether the case begins as it must. */
  boolean beginsWithItsCase() {
    return !lines.isEmpty()
        && lines.getFirst().number() == 1
        && lines.getFirst().entry() instanceof Entry.CaseOpened;
  }
}
