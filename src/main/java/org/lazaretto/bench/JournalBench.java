package org.lazaretto.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lazaretto.adapter.files.CaseFolders;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.journal.CaseJournal;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.Verification;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.CaseStores;

/**
 * G15: how many entries a second a journal takes, each on disk before the next is written, against
 * appending lines of the same size and forcing each, in the same run and folder; and how long
 * 100,000 lines take to verify. The two take turns, since the rate of a shared disk wanders, and
 * the median of the turns counts.
 */
public final class JournalBench {
  private static final int ROUNDS = 160;
  private static final int ENTRIES = 25;
  private static final int LINES = 100_000;
  private static final int WRITERS = 16;
  private static final int LOOKS = 5;
  private static final Author AUTHOR = new Author("bench", "bench", "bench", "0", "bench");
  private static final CaseInfo INFO = new CaseInfo("BENCH", "Benchmark", "", "", true);
  private static final CaseClock CLOCK = new CaseClock(InstantSource.system(), System::nanoTime);

  private final Path folder;

  /**
   * A benchmark of the disk that holds the folder.
   *
   * @param folder empty; the caller removes it
   */
  public JournalBench(Path folder) {
    this.folder = folder;
  }

  /** Measures for some seconds; the last line is that of single entries. */
  public String run() throws BenchException, InterruptedException {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      CaseStores stores = new CaseFolders(workers).at(folder.resolve("case"));
      String rate;
      String together;
      try (CaseJournal journal = CaseJournal.create(stores, INFO, AUTHOR, CLOCK)) {
        rate = rate(journal);
        together = together(journal);
      }
      return together + "\n" + verify(stores) + "\n" + rate;
    } catch (IOException | JournalException e) {
      throw new BenchException("The journal could not be measured: " + e.getMessage(), e);
    }
  }

  private String rate(CaseJournal journal) throws IOException, JournalException {
    int size = lineSize();
    try (FileChannel raw =
        FileChannel.open(
            folder.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND)) {
      return rate(journal, raw, size);
    }
  }

  private static String rate(CaseJournal journal, FileChannel file, int size)
      throws IOException, JournalException {
    for (int round = 0; round < ROUNDS / 2; round++) {
      entries(journal);
    }
    List<Double> ratios = new ArrayList<>();
    Duration ours = Duration.ZERO;
    Duration theirs = Duration.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      Duration raw = raw(file, size);
      Duration entries = entries(journal);
      ours = ours.plus(entries);
      theirs = theirs.plus(raw);
      ratios.add(raw.toNanos() / (double) entries.toNanos());
    }
    ratios.sort(Double::compare);
    return String.format(
        Locale.ROOT,
        "  each entry of %d bytes on disk; raw append and force %.0f/s; ratio of the sums %.2f,"
            + " quartiles of %d rounds %.2f and %.2f%njournal %.0f entries/s %.2fx against raw"
            + " fsync",
        size,
        perSecond(ROUNDS * ENTRIES, theirs),
        theirs.toNanos() / (double) ours.toNanos(),
        ROUNDS,
        ratios.get(ROUNDS / 4),
        ratios.get(ROUNDS * 3 / 4),
        perSecond(ROUNDS * ENTRIES, ours),
        ratios.get(ROUNDS / 2));
  }

  private static Duration entries(CaseJournal journal) throws JournalException {
    long start = System.nanoTime();
    for (int i = 0; i < ENTRIES; i++) {
      journal.write(entry(i));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Grows one file all along, as the journal does: a new file's first force costs more. */
  private static Duration raw(FileChannel file, int size) throws IOException {
    byte[] line = new byte[size];
    long start = System.nanoTime();
    for (int i = 0; i < ENTRIES; i++) {
      file.write(ByteBuffer.wrap(line));
      file.force(false);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What an intent takes, which is most of a journal. */
  private static Entry entry(int number) {
    ObjectRef pod =
        new ObjectRef("v1", "Pod", "shop", "cart-7d4b9c6f5-" + number, "0c0ffee0-" + number);
    return new Entry.Intent(
        new Entry.StepNote(
            "3f1c".repeat(16),
            "evict-" + number,
            "evict-pod",
            pod,
            "Evict the pod shop/cart-7d4b9c6f5-" + number,
            "kubectl --context practice delete pod -n shop cart-7d4b9c6f5-" + number,
            "3.2"));
  }

  private int lineSize() throws IOException {
    Path journal = folder.resolve("size");
    CaseStores stores = new CaseFolders().at(journal);
    try (CaseJournal one = CaseJournal.create(stores, INFO, AUTHOR, CLOCK)) {
      long before = Files.size(journal.resolve("journal.jsonl"));
      one.write(entry(ENTRIES / 2));
      return Math.toIntExact(Files.size(journal.resolve("journal.jsonl")) - before);
    } catch (JournalException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Fills the journal to its 100,000 lines as parallel evictions do. */
  private static String together(CaseJournal journal)
      throws JournalException, InterruptedException, BenchException {
    int each = (LINES - journal.lines().size()) / WRITERS;
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<Integer>> done = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        done.add(
            threads.submit(() -> {
              for (int i = 0; i < each; i++) {
                journal.write(entry(i));
              }
              return each;
            }));
      }
      for (Future<Integer> one : done) {
        one.get();
      }
    } catch (ExecutionException | CancellationException e) {
      throw new BenchException("The journal could not be measured: " + e.getMessage(), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    while (journal.lines().size() < LINES) {
      journal.write(entry(0));
    }
    return String.format(
        Locale.ROOT,
        "  %d threads together: %.0f entries/s, each on disk when its call returns",
        WRITERS,
        perSecond(each * WRITERS, took));
  }

  private static String verify(CaseStores stores) throws JournalException, BenchException {
    double best = Double.MAX_VALUE;
    double worst = 0;
    for (int look = 0; look < LOOKS; look++) {
      long start = System.nanoTime();
      Verification result = Verification.of(stores);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!result.holds() || result.lines() < LINES) {
        throw new BenchException("The journal that was measured does not hold.");
      }
      best = Math.min(best, seconds);
      worst = Math.max(worst, seconds);
    }
    return String.format(
        Locale.ROOT,
        "  %d lines verified in %.2f s (first or slowest of %d: %.2f s)",
        LINES,
        best,
        LOOKS,
        worst);
  }

  private static double perSecond(int count, Duration time) {
    return count / (time.toNanos() / 1e9);
  }
}
