package org.lazaretto.journal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.lazaretto.journal.Verification.Problem;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * Follows the chain of a journal that grows. Each look reads from the file what was added since the
 * one before, hashes it, and compares it with the lines that this program knows. What was read once
 * is not read again: whether old lines were changed since, {@link Verification} tells. Safe to use
 * from several threads; a look blocks.
 */
public final class ChainFollower {
  /** More would say the same again. */
  private static final int MOST_PROBLEMS = 100;

  private final JournalStore store;
  private final ReentrantLock looking = new ReentrantLock();
  private final Chain chain;

  // Guarded by looking.
  private final List<Problem> changed = new ArrayList<>();
  private final List<String> ahead = new ArrayList<>();
  private List<JournalLine> known = List.of();
  private long compared;
  private long bytes;

  /** Follows the journal of a case; nothing is read yet. */
  public ChainFollower(CaseStores stores) {
    this.store = stores.journal();
    this.chain = Chain.begin(this::read);
  }

  /**
   * Reads what was added.
   *
   * @param lines gives the lines that this program knows; asked after the file was read
   * @throws JournalException UNREADABLE if the files cannot be read
   */
  public ChainReading look(Supplier<List<JournalLine>> lines) throws JournalException {
    looking.lock();
    try {
      Optional<byte[]> head = store.head();
      Optional<Chain.Read> read = more();
      known = lines.get();
      return reading(head, read);
    } catch (PortException e) {
      throw Trouble.unreadable(store.place(), e);
    } catch (IOException e) {
      throw Trouble.unreadable(store.place(), e);
    } finally {
      looking.unlock();
    }
  }

  private Optional<Chain.Read> more() throws PortException, IOException, JournalException {
    try (InputStream in = store.lines()) {
      in.skipNBytes(bytes);
      Chain.Read read = chain.more(in);
      bytes = read.bytes();
      return Optional.of(read);
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private void read(long number, byte[] buffer, int from, int length, String hash) {
    ahead.add(hash);
  }

  private ChainReading reading(Optional<byte[]> head, Optional<Chain.Read> read) {
    if (read.isEmpty()) {
      Problem gone =
          new Problem(0, "the journal's file is shorter than it was: lines at its end are missing");
      return new ChainReading(compared, hash(compared), 0, List.of(gone));
    }
    compare();
    List<Problem> problems = new ArrayList<>(read.get().problems());
    problems.addAll(changed);
    long behind = head(head, read.get(), problems);
    List<Problem> some = problems.stream().limit(MOST_PROBLEMS).toList();
    return new ChainReading(read.get().lines(), read.get().last(), behind, some);
  }

  /** A line may be on disk a moment before it is known here. */
  private void compare() {
    int ready = (int) Math.min(ahead.size(), known.size() - compared);
    for (int i = 0; i < ready; i++) {
      JournalLine line = known.get((int) compared);
      compared++;
      if (!line.hash().equals(ahead.get(i)) && changed.size() < MOST_PROBLEMS) {
        changed.add(new Problem(compared, "it is not the line that this program wrote"));
      }
    }
    ahead.subList(0, Math.max(0, ready)).clear();
  }

  private long head(Optional<byte[]> bytes, Chain.Read read, List<Problem> problems) {
    long named = bytes.flatMap(Head::parse).map(Head::lines).orElse(0L);
    String watched = named == read.lines() ? read.last() : hash(named);
    Chain.Read seen =
        new Chain.Read(
            read.lines(), read.last(), read.bytes(), read.tail(), watched, read.problems());
    return switch (HeadState.of(bytes, seen)) {
      case HeadState.Matches _ -> 0;
      case HeadState.Behind(var by) -> by;
      case HeadState.Empty _ -> read.lines();
      case HeadState.Wrong(var how) -> {
        problems.add(new Problem(0, how));
        yield 0;
      }
    };
  }

  private String hash(long number) {
    if (number < 1 || number > compared + ahead.size()) {
      return Hash.NONE;
    }
    return number <= compared
        ? known.get((int) number - 1).hash()
        : ahead.get((int) (number - compared) - 1);
  }
}
