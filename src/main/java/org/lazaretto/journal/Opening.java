package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * Reads a case that is to be written on, and refuses one whose past does not hold.
 *
 * @param notices what a person should know
 * @param entries what the journal itself must say of the opening
 */
record Opening(
    CaseHeader header, List<JournalLine> lines, List<String> notices, List<Entry> entries) {

  static Opening of(JournalStore store) throws JournalException {
    try {
      byte[] file = store.published(JournalStore.CASE_FILE).orElse(new byte[0]);
      CaseHeader header = CaseHeader.parse(store.place(), file);
      Optional<byte[]> head = store.head();
      Lines lines = new Lines();
      Chain.Read read = read(store, head.flatMap(Head::parse), lines);
      requireWhole(store.place(), header, read, lines);
      List<String> notices = new ArrayList<>();
      List<Entry> entries = new ArrayList<>();
      judge(store.place(), head, read, notices, entries);
      if (read.tail().length > 0) {
        setAside(store, read, notices, entries);
      }
      return new Opening(header, List.copyOf(lines.lines()), notices, entries);
    } catch (PortException e) {
      throw Trouble.unreadable(store.place(), e);
    }
  }

  private static Chain.Read read(JournalStore store, Optional<Head> head, Lines lines)
      throws PortException, JournalException {
    try (InputStream in = store.lines()) {
      return Chain.read(in, head.map(Head::lines).orElse(0L), lines);
    } catch (IOException e) {
      throw Trouble.unreadable(store.place(), e);
    }
  }

  private static void requireWhole(String place, CaseHeader header, Chain.Read read, Lines lines)
      throws JournalException {
    List<Verification.Problem> broken = new ArrayList<>(read.problems());
    broken.addAll(lines.malformed());
    if (!broken.isEmpty()) {
      throw Trouble.damaged(
          place, "line " + broken.getFirst().line() + ": " + broken.getFirst().text());
    }
    if (!lines.unknown().isEmpty()) {
      Verification.Problem first = lines.unknown().getFirst();
      throw Trouble.newer(place, "line " + first.line() + ": " + first.text());
    }
    if (read.lines() > 0 && !lines.beginsWithItsCase()) {
      throw Trouble.damaged(place, "line 1: it does not open a case");
    }
    if (read.lines() > 0 && !lines.caseFileHash().equals(header.hash())) {
      throw Trouble.damaged(place, "case.json is not the file that line 1 binds");
    }
  }

  private static void judge(
      String place,
      Optional<byte[]> head,
      Chain.Read read,
      List<String> notices,
      List<Entry> entries)
      throws JournalException {
    switch (HeadState.of(head, read)) {
      case HeadState.Matches _ -> {}
      case HeadState.Behind(var by) ->
          notices.add(
              "HEAD is behind the journal by "
                  + by
                  + (by == 1 ? " line" : " lines")
                  + ", as a sudden end leaves it. All lines hold.");
      case HeadState.Empty _ -> {
        String why = "HEAD was empty: a sudden end of the machine, or somebody emptied it";
        notices.add(why + ". Whether lines at the end are missing cannot be told.");
        entries.add(new Entry.Gap("HEAD", why));
      }
      case HeadState.Wrong(var how) -> throw Trouble.damaged(place, how);
    }
  }

  private static void setAside(
      JournalStore store, Chain.Read read, List<String> notices, List<Entry> entries)
      throws JournalException {
    try {
      String file = store.setAside(read.bytes());
      entries.add(new Entry.TornTail(read.tail().length, file, Hash.of(read.tail())));
      notices.add(
          "The last line was cut after %d bytes and never counted; it was set aside as %s."
              .formatted(read.tail().length, file));
    } catch (PortException e) {
      throw Trouble.notStarted(store.place(), e);
    }
  }
}
