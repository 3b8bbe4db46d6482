package org.lazaretto.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * Whether a case is as it was written: the chain of its lines, HEAD, the case file, every evidence
 * file. It shows that nothing was changed since; a chain that its author rewrites as a whole can
 * only be told by an anchor outside of the case, which this version does not set.
 *
 * @param lines how many complete lines there are
 * @param head the hash of the last one
 * @param evidence how many evidence items are registered
 * @param problems what does not hold, in the order of the lines
 * @param notices what is no break and should be known
 */
public record Verification(
    long lines, String head, int evidence, List<Problem> problems, List<String> notices) {
  /** Copies what it is given. */
  public Verification {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
  }

  /**
   * Something that does not hold.
   *
   * @param line where, counted from 1; 0 if it is no matter of a line
   */
  public record Problem(long line, String text) {
    /** As a person reads it. */
    public String spoken() {
      return line == 0 ? text : "line " + line + ": " + text;
    }
  }

  /** Whether all of it holds. */
  public boolean holds() {
    return problems.isEmpty();
  }

  /**
   * Verifies a case without changing or locking it; lines that are being written meanwhile are
   * told, not blamed.
   *
   * @throws JournalException UNREADABLE if there is no case or its files cannot be read,
   *     NEWER_VERSION
   */
  public static Verification of(CaseStores stores) throws JournalException {
    return of(stores, VerificationWatch.SILENT).orElseThrow();
  }

  /**
   * Verifies a case as {@link #of(CaseStores)} does, and says how far it has come.
   *
   * @return empty if the watch did not want it to its end
   */
  public static Optional<Verification> of(CaseStores stores, VerificationWatch watch)
      throws JournalException {
    JournalStore store = stores.journal();
    CaseJournal.requireCase(store);
    List<Problem> problems = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    try {
      Optional<byte[]> head = store.head();
      Landmarks landmarks = new Landmarks(watch);
      Chain.Read read = read(store, head, landmarks);
      if (!watch.wanted()) {
        return Optional.empty();
      }
      problems.addAll(read.problems());
      problems.addAll(landmarks.problems());
      caseFile(store, landmarks, problems);
      judge(head, read, problems, notices);
      EvidenceCheck check = new EvidenceCheck(stores, watch, problems, notices);
      check.items(landmarks.evidence());
      check.tails(landmarks.tails());
      problems.sort(java.util.Comparator.comparingLong(Problem::line));
      Verification result =
          new Verification(
              read.lines(), read.last(), landmarks.evidence().size(), problems, notices);
      return Optional.of(result).filter(_ -> watch.wanted());
    } catch (PortException e) {
      throw Trouble.unreadable(store.place(), e);
    }
  }

  private static Chain.Read read(JournalStore store, Optional<byte[]> head, Landmarks landmarks)
      throws PortException, JournalException {
    try (InputStream in = store.lines()) {
      return Chain.read(in, head.flatMap(Head::parse).map(Head::lines).orElse(0L), landmarks);
    } catch (IOException e) {
      throw Trouble.unreadable(store.place(), e);
    }
  }

  private static void caseFile(JournalStore store, Landmarks landmarks, List<Problem> problems)
      throws PortException, JournalException {
    byte[] bytes = store.published(JournalStore.CASE_FILE).orElse(new byte[0]);
    try {
      CaseHeader header = CaseHeader.parse(store.place(), bytes);
      if (landmarks.opens() && !header.hash().equals(landmarks.caseFileHash())) {
        problems.add(new Problem(1, "it binds another case.json than the one that is there"));
      }
    } catch (JournalException e) {
      if (e.kind() != JournalException.Kind.DAMAGED) {
        throw e;
      }
      problems.add(new Problem(0, "case.json is damaged"));
    }
  }

  private static void judge(
      Optional<byte[]> head, Chain.Read read, List<Problem> problems, List<String> notices) {
    if (read.lines() == 0) {
      problems.add(new Problem(0, "the journal has no lines"));
    }
    if (read.tail().length > 0) {
      notices.add(
          "The last line was cut after %d bytes and does not count; opening the case sets it aside."
              .formatted(read.tail().length));
    }
    switch (HeadState.of(head, read)) {
      case HeadState.Matches _ -> {}
      case HeadState.Behind(var by) ->
          notices.add(
              "HEAD is behind the journal by %d lines: their end is not covered by it."
                  .formatted(by));
      case HeadState.Empty _ -> problems.add(new Problem(0, "HEAD is empty"));
      case HeadState.Wrong(var how) -> problems.add(new Problem(0, how));
    }
  }
}
