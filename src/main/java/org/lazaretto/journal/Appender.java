package org.lazaretto.journal;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lazaretto.journal.EntryReader.UnknownType;
import org.lazaretto.journal.Fields.Malformed;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * The growing end of a journal. A line gets its place in the chain under one lock, and goes to disk
 * under another: whoever holds the disk takes along all lines that wait, so that several threads
 * share one wait for the disk. After a failure nothing is written any more.
 */
final class Appender {
  /** Less than this is what clocks do; more is a jump or a sleep. */
  private static final Duration DRIFT = Duration.ofSeconds(2);

  private final JournalStore store;
  private final EntryCodec codec;
  private final CaseClock clock;
  private final String operator;
  private final long openedNanos;

  private final ReentrantLock chain = new ReentrantLock();
  private final ReentrantLock disk = new ReentrantLock();

  // Guarded by chain.
  private final MessageDigest digest = Hash.digest();
  private final GrowingLines lines;
  private List<JournalLine> waiting = new ArrayList<>();
  private ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private Instant wallStart;
  private String last;
  private long number;
  private Optional<String> failure = Optional.empty();

  // Guarded by disk.
  private long durable;

  Appender(
      JournalStore store,
      EntryCodec codec,
      CaseClock clock,
      String operator,
      List<JournalLine> lines) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
    this.operator = operator;
    this.lines = new GrowingLines(lines);
    this.number = lines.size();
    this.durable = number;
    this.last = lines.isEmpty() ? Hash.NONE : lines.getLast().hash();
    this.openedNanos = clock.nanos().getAsLong();
    this.wallStart = clock.wall().instant();
  }

  /** The first line of all, which binds the case file. */
  JournalLine first(Entry.CaseOpened opened, String caseFileHash) throws JournalException {
    EntryCodec.Envelope envelope = envelope(0);
    return commit(add(envelope, opened, codec.first(envelope, opened, caseFileHash)));
  }

  /** Returns when the line is on disk. */
  JournalLine append(Entry entry) throws JournalException {
    return commit(place(entry));
  }

  /** Gives the entry its place in the chain; it counts when it is committed. */
  JournalLine place(Entry entry) throws JournalException {
    chain.lock();
    try {
      requireSound();
      long mono = (clock.nanos().getAsLong() - openedNanos) / 1_000_000;
      Optional<Entry> jump = jump(mono);
      if (jump.isPresent()) {
        add(envelope(mono), jump.get());
      }
      return add(envelope(mono), entry);
    } finally {
      chain.unlock();
    }
  }

  private Optional<Entry> jump(long mono) {
    Instant now = clock.wall().instant();
    Instant expected = wallStart.plusMillis(mono);
    Duration by = Duration.between(expected, now);
    if (by.abs().compareTo(DRIFT) < 0) {
      return Optional.empty();
    }
    wallStart = wallStart.plus(by);
    String text = (by.isNegative() ? "" : "+") + by.toMillis() / 1000.0 + " s";
    return Optional.of(new Entry.ClockJump(expected, text));
  }

  private EntryCodec.Envelope envelope(long mono) {
    Instant now = clock.wall().instant().truncatedTo(ChronoUnit.MILLIS);
    return new EntryCodec.Envelope(last, number + 1, now, mono, operator);
  }

  private JournalLine add(EntryCodec.Envelope envelope, Entry entry) {
    return add(envelope, entry, codec.json(envelope, entry));
  }

  private JournalLine add(EntryCodec.Envelope envelope, Entry entry, CanonicalJson json) {
    byte[] bytes = json.line();
    JournalLine line = line(envelope, entry, bytes, json.filtered());
    pending.write(bytes, 0, bytes.length);
    waiting.add(line);
    last = line.hash();
    number = line.number();
    return line;
  }

  /**
   * What is returned says exactly what the file says: where secrets were masked, it is read back.
   */
  private JournalLine line(
      EntryCodec.Envelope envelope, Entry entry, byte[] bytes, boolean masked) {
    int length = bytes.length - 1;
    digest.update(bytes, 0, length);
    String hash = HexFormat.of().formatHex(digest.digest());
    if (!masked) {
      return new JournalLine(
          envelope.number(), envelope.at(), envelope.prev(), hash, envelope.operator(), entry);
    }
    try {
      return EntryCodec.decode(bytes, 0, length, hash);
    } catch (Malformed | UnknownType e) {
      throw new IllegalStateException("a line that was just written cannot be read back", e);
    }
  }

  JournalLine commit(JournalLine line) throws JournalException {
    disk.lock();
    try {
      if (durable < line.number()) {
        flush();
      }
      return line;
    } finally {
      disk.unlock();
    }
  }

  private void flush() throws JournalException {
    List<JournalLine> batch;
    byte[] bytes;
    chain.lock();
    try {
      requireSound();
      batch = waiting;
      bytes = pending.toByteArray();
      waiting = new ArrayList<>();
      pending = new ByteArrayOutputStream();
    } finally {
      chain.unlock();
    }
    write(batch, bytes);
  }

  private void write(List<JournalLine> batch, byte[] bytes) throws JournalException {
    boolean written = false;
    String why = "the program failed while writing";
    try {
      store.append(bytes);
      written = true;
    } catch (PortException e) {
      why = String.valueOf(e.getMessage());
    } finally {
      if (!written) {
        fail(why);
      }
    }
    if (!written) {
      throw Trouble.stopped(store.place(), why);
    }
    JournalLine end = batch.getLast();
    durable = end.number();
    publish(batch);
    head(end);
  }

  /** The line is on disk and counts, even if the head cannot follow; but it is the last one. */
  private void head(JournalLine end) {
    try {
      store.head(new Head(end.number(), end.hash()).bytes());
    } catch (PortException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  private void publish(List<JournalLine> batch) {
    chain.lock();
    try {
      lines.addAll(batch);
    } finally {
      chain.unlock();
    }
  }

  private void fail(String why) {
    chain.lock();
    try {
      failure = Optional.of(why);
    } finally {
      chain.unlock();
    }
  }

  private void requireSound() throws JournalException {
    if (failure.isPresent()) {
      throw Trouble.stopped(store.place(), failure.get());
    }
  }

  /** The lines that are on disk; a list that never changes. */
  List<JournalLine> lines() {
    chain.lock();
    try {
      return lines.view();
    } finally {
      chain.unlock();
    }
  }
}
